package evens.core;

import org.junit.jupiter.api.Test;

/** The states of a game, and every way between them. */
class GameStateTest {
    @Test
    void everyWayFromScheduledToClosed() {
        Transcript.check(
                """
                game 2 starts 90 SCHEDULED
                  | game 2 SCHEDULED
                suspend 2
                  | game 2 SUSPENDED
                open 2
                  | game 2 OPEN
                open 2
                  | Unchanged[]
                suspend 2
                  | game 2 SUSPENDED
                suspend 2
                  | Unchanged[]
                open 2
                  | game 2 OPEN
                close 2
                  | game 2 CLOSED
                open 2
                  | refused GAME_IS_CLOSED
                suspend 2
                  | refused GAME_IS_CLOSED
                close 2
                  | Unchanged[]
                cancelOrders 2
                """);
    }

    @Test
    void aScheduledGameMayCloseAndBeScheduledAgain() {
        Transcript.check(
                """
                game 2 starts 90 SCHEDULED
                  | game 2 SCHEDULED
                close 2
                  | game 2 CLOSED
                changeGame 2 starts 95
                  | game 2 SCHEDULED starts 95: Away at Home
                suspend 2
                  | game 2 SUSPENDED
                changeGame 2 starts 96
                  | game 2 SUSPENDED starts 96: Away at Home
                changeGame 2 starts 0
                  | game 2 CLOSED starts 0: Away at Home
                suspend 2
                  | refused GAME_IS_CLOSED
                """);
    }

    @Test
    void onlyAnOpenGameTakesOrders() {
        Transcript.check(
                """
                game 2 starts 90 SCHEDULED
                  | game 2 SCHEDULED
                a limit HOME 100 10 game 2 , limit OVER 9 100 10 game 2
                  | rejected GAME_NOT_OPEN
                  | rejected GAME_NOT_OPEN
                open 2
                  | game 2 OPEN
                a limit HOME 100 10 game 2 , limit OVER 9 100 10 game 2
                  | placed #1 HOME +100 10 rests 10
                  | placed #2 OVER 9 +100 10 rests 10
                suspend 2
                  | game 2 SUSPENDED
                a limit HOME 100 10 game 2 , limit OVER 9 100 10 game 2
                  | rejected GAME_NOT_OPEN
                  | rejected GAME_NOT_OPEN
                close 2
                  | cancelled #1 OPERATOR filled 0 released 10
                  | cancelled #2 OPERATOR filled 0 released 10
                  | game 2 CLOSED
                a limit HOME 100 10 game 2 , limit OVER 9 100 10 game 2
                  | rejected GAME_NOT_OPEN
                  | rejected GAME_NOT_OPEN
                """);
    }
}
