package evens.core;

import org.junit.jupiter.api.Test;

/** Orders that end by themselves. */
class ExpiryTest {
    @Test
    void anOrderEndsWhenItsMinutesAreOver() {
        Transcript.check(
                """
                minute 10
                a post HOME 100 10 expires 5 , post HOME 100 10 expires 3 , post HOME 100 10
                  | placed #1 HOME +100 10 rests 10 expires 15
                  | placed #2 HOME +100 10 rests 10 expires 13
                  | placed #3 HOME +100 10 rests 10
                minute 12
                t limit AWAY 100 4
                  | placed #4 AWAY +100 4 rests 0
                  | matched #4 4 @ +100 with #1 4, 6 left
                minute 15
                  | cancelled #2 EXPIRED filled 0 released 10
                  | cancelled #1 EXPIRED filled 4 released 6
                book
                  | #3 HOME +100 10
                """);
    }

    @Test
    void theStartOfTheGameEndsIt() {
        Transcript.check(
                """
                minute 10
                a post HOME 100 10 expires 500 , post HOME 100 10 expires 49
                  | placed #1 HOME +100 10 rests 10 expires 510
                  | placed #2 HOME +100 10 rests 10 expires 59
                minute 60
                  | cancelled #2 EXPIRED filled 0 released 10
                  | cancelled #1 GAME_START filled 0 released 10
                  | game 1 CLOSED
                minute 600
                """);
    }

    /** The asked time is kept, however often the start is moved. */
    @Test
    void aLaterStartDoesNotMakeItRestLongerThanAsked() {
        Transcript.check(
                """
                a post HOME 100 10 expires 90 , post HOME 100 10 expires 60 , post HOME 100 10
                  | placed #1 HOME +100 10 rests 10 expires 90
                  | placed #2 HOME +100 10 rests 10 expires 60
                  | placed #3 HOME +100 10 rests 10
                changeGame 1 starts 30
                  | game 1 OPEN starts 30: Away at Home
                changeGame 1 starts 120
                  | game 1 OPEN starts 120: Away at Home
                minute 60
                  | cancelled #2 EXPIRED filled 0 released 10
                minute 90
                  | cancelled #1 EXPIRED filled 0 released 10
                minute 120
                  | cancelled #3 GAME_START filled 0 released 10
                  | game 1 CLOSED
                """);
    }

    @Test
    void whatIsDueAtTheSameTimeEndsInTheOrderOfIds() {
        Transcript.check(
                """
                a post HOME 100 10 expires 3
                  | placed #1 HOME +100 10 rests 10 expires 3
                minute 1
                b post HOME 100 10 expires 2
                  | placed #2 HOME +100 10 rests 10 expires 3
                minute 2
                a post HOME 100 10 expires 1
                  | placed #3 HOME +100 10 rests 10 expires 3
                minute 3
                  | cancelled #1 EXPIRED filled 0 released 10
                  | cancelled #2 EXPIRED filled 0 released 10
                  | cancelled #3 EXPIRED filled 0 released 10
                """);
    }

    /** The numbers of games and of orders are counted apart, so a game may bear an order's. */
    @Test
    void whatIsDueAtTheSameTimeUnderTheSameNumberHasAnOrderToo() {
        Transcript.check(
                """
                a post HOME 100 10 expires 30
                  | placed #1 HOME +100 10 rests 10 expires 30
                game 4294967296 starts 30 OPEN
                  | game 4294967296 OPEN
                """);
        Transcript.check(
                """
                a post HOME 100 10 expires 30
                  | placed #1 HOME +100 10 rests 10 expires 30
                game 4294967296 starts 30 OPEN
                  | game 4294967296 OPEN
                minute 30
                  | game 4294967296 CLOSED
                  | cancelled #1 EXPIRED filled 0 released 10
                """);
    }

    @Test
    void whatEndedBeforeDoesNotExpire() {
        Transcript.check(
                """
                a post HOME 100 10 expires 3 , post HOME 100 10 expires 3
                  | placed #1 HOME +100 10 rests 10 expires 3
                  | placed #2 HOME +100 10 rests 10 expires 3
                a cancel #1
                  | cancelled #1 USER filled 0 released 10
                t limit AWAY 100 10
                  | placed #3 AWAY +100 10 rests 0
                  | matched #3 10 @ +100 with #2 10, 0 left
                minute 4
                """);
    }

    @Test
    void runsWhileTheGameIsSuspended() {
        Transcript.check(
                """
                a post HOME 100 10 expires 3
                  | placed #1 HOME +100 10 rests 10 expires 3
                suspend 1
                  | game 1 SUSPENDED
                minute 3
                  | cancelled #1 EXPIRED filled 0 released 10
                """);
    }
}
