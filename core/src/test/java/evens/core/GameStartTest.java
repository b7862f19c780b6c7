package evens.core;

import org.junit.jupiter.api.Test;

/** At its start a game closes, and every order that is open on it ends in the same step. */
class GameStartTest {
    @Test
    void endsEveryOrderAndClosesTheGame() {
        Transcript.check(
                """
                game 2 starts 90 OPEN
                  | game 2 OPEN
                a post HOME 100 10 , post HOME -110 10 , post AWAY 120 10 , post HOME 100 10 game 2
                  | placed #1 HOME +100 10 rests 10
                  | placed #2 HOME -110 10 rests 10
                  | placed #3 AWAY +120 10 rests 10
                  | placed #4 HOME +100 10 rests 10
                b post HOME 100 10
                  | placed #5 HOME +100 10 rests 10
                t limit AWAY 110 5
                  | placed #6 AWAY +110 5 rests 0
                  | matched #6 5 @ +110 with #2 5.5, 4.5 left
                minute 60
                  | cancelled #3 GAME_START filled 0 released 10
                  | cancelled #2 GAME_START filled 5.5 released 4.5
                  | cancelled #1 GAME_START filled 0 released 10
                  | cancelled #5 GAME_START filled 0 released 10
                  | game 1 CLOSED
                a limit HOME 100 10
                  | rejected GAME_NOT_OPEN
                a cancel #1
                  | #1 ALREADY_EXPIRED
                book
                  | #4 HOME +100 10
                minute 90
                  | cancelled #4 GAME_START filled 0 released 10
                  | game 2 CLOSED
                """);
    }

    @Test
    void closesAlsoWhatIsNotOpen() {
        Transcript.check(
                """
                game 2 starts 50 SCHEDULED
                  | game 2 SCHEDULED
                a post HOME 100 10
                  | placed #1 HOME +100 10 rests 10
                suspend 1
                  | game 1 SUSPENDED
                minute 60
                  | game 2 CLOSED
                  | cancelled #1 GAME_START filled 0 released 10
                  | game 1 CLOSED
                open 1
                  | refused GAME_IS_CLOSED
                suspend 2
                  | refused GAME_IS_CLOSED
                """);
    }

    @Test
    void theMoneyOfMatchedBetsStaysAtStake() {
        Transcript.check(
                """
                m post HOME 100 10
                  | placed #1 HOME +100 10 rests 10
                t limit AWAY 100 10
                  | placed #2 AWAY +100 10 rests 0
                  | matched #2 10 @ +100 with #1 10, 0 left
                minute 60
                  | game 1 CLOSED
                funds m
                  | liability -10 available 9990
                """);
    }
}
