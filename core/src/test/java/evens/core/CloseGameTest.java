package evens.core;

import org.junit.jupiter.api.Test;

/** An operator closes a game. */
class CloseGameTest {
    /** By type, subject and number; then the first outcome; then the best; then the oldest. */
    @Test
    void endsEveryOrderInTheOrderOfItsBooks() {
        Transcript.check(
                """
                league EPL soccer
                  | league EPL
                game 2 starts 90 OPEN league EPL
                  | game 2 OPEN
                m post OVER 9.5 100 10 game 2 , post YES DRAW 100 10 game 2 , post HOME 100 10 game 2
                  | placed #1 OVER 9.5 +100 10 rests 10
                  | placed #2 YES DRAW +100 10 rests 10
                  | placed #3 HOME +100 10 rests 10
                m post YES AWAY 100 10 game 2 , post UNDER 9.5 120 10 game 2 , post AWAY+3 100 10 game 2
                  | placed #4 YES AWAY +100 10 rests 10
                  | placed #5 UNDER 9.5 +120 10 rests 10
                  | placed #6 AWAY+3 +100 10 rests 10
                m post OVER 8 100 10 game 2 , post AWAY-3 100 10 game 2 , post AWAY-3 -110 10 game 2 , post OVER 9.5 100 10
                  | placed #7 OVER 8 +100 10 rests 10
                  | placed #8 AWAY-3 +100 10 rests 10
                  | placed #9 AWAY-3 -110 10 rests 10
                  | placed #10 OVER 9.5 +100 10 rests 10
                o post AWAY-3 100 10 game 2 , post NO HOME 100 10 game 2
                  | placed #11 AWAY-3 +100 10 rests 10
                  | placed #12 NO HOME +100 10 rests 10
                close 2
                  | cancelled #3 OPERATOR filled 0 released 10
                  | cancelled #9 OPERATOR filled 0 released 10
                  | cancelled #8 OPERATOR filled 0 released 10
                  | cancelled #11 OPERATOR filled 0 released 10
                  | cancelled #6 OPERATOR filled 0 released 10
                  | cancelled #7 OPERATOR filled 0 released 10
                  | cancelled #1 OPERATOR filled 0 released 10
                  | cancelled #5 OPERATOR filled 0 released 10
                  | cancelled #4 OPERATOR filled 0 released 10
                  | cancelled #12 OPERATOR filled 0 released 10
                  | cancelled #2 OPERATOR filled 0 released 10
                  | game 2 CLOSED
                m cancel #1
                  | #1 ALREADY_CANCELLED
                m limit HOME 100 10 game 2
                  | rejected GAME_NOT_OPEN
                close 2
                  | Unchanged[]
                open 2
                  | refused GAME_IS_CLOSED
                suspend 2
                  | refused GAME_IS_CLOSED
                close 7
                  | refused GAME_NOT_FOUND
                minute 90
                  | cancelled #10 GAME_START filled 0 released 10
                  | game 1 CLOSED
                """);
    }

    @Test
    void closesWhatIsNotOpenToo() {
        Transcript.check(
                """
                game 2 starts 90 SCHEDULED
                  | game 2 SCHEDULED
                close 2
                  | game 2 CLOSED
                suspend 1
                  | game 1 SUSPENDED
                close 1
                  | game 1 CLOSED
                minute 200
                """);
    }

    @Test
    void wagersStayAtStake() {
        Transcript.check(
                """
                m post HOME 100 10
                  | placed #1 HOME +100 10 rests 10
                t limit AWAY 100 4
                  | placed #2 AWAY +100 4 rests 0
                  | matched #2 4 @ +100 with #1 4, 6 left
                close 1
                  | cancelled #1 OPERATOR filled 4 released 6
                  | game 1 CLOSED
                funds m
                  | liability -4 available 9996
                funds t
                  | liability -4 available 9996
                """);
    }
}
