package evens.core;

import org.junit.jupiter.api.Test;

/** Suspending and resuming everything at once. */
class SuspendExchangeTest {
    @Test
    void nothingIsPlacedAndOrdersMayBeCancelled() {
        Transcript.check(
                """
                m post HOME 100 10 , post OVER 9 100 10 , post AWAY+3 100 10 expires 10
                  | placed #1 HOME +100 10 rests 10
                  | placed #2 OVER 9 +100 10 rests 10
                  | placed #3 AWAY+3 +100 10 rests 10 expires 10
                suspendExchange
                  | exchange suspended
                suspendExchange
                  | Unchanged[]
                t limit AWAY 100 10 , post HOME 110 10 , fillAndKill AWAY 100 10
                  | rejected EXCHANGE_SUSPENDED
                  | rejected EXCHANGE_SUSPENDED
                  | rejected EXCHANGE_SUSPENDED
                t limit AWAY 100 10 game 7
                  | rejected GAME_NOT_FOUND
                m cancel #2
                  | cancelled #2 USER filled 0 released 10
                deposit m 10
                  | deposited 10 balance 10010 outside -20010
                withdraw m 5
                  | withdrawn 5 balance 10005 outside -20005
                minute 10
                  | cancelled #3 EXPIRED filled 0 released 10
                suspend 1
                  | game 1 SUSPENDED
                open 1
                  | game 1 OPEN
                game 2 starts 90 OPEN
                  | game 2 OPEN
                resumeExchange
                  | exchange resumed
                resumeExchange
                  | Unchanged[]
                t limit AWAY 100 10
                  | placed #4 AWAY +100 10 rests 0
                  | matched #4 10 @ +100 with #1 10, 0 left
                """);
    }

    @Test
    void gamesStartAndCloseAllTheSame() {
        Transcript.check(
                """
                game 2 starts 30 OPEN
                  | game 2 OPEN
                m post HOME 100 10 , post HOME 100 10 game 2
                  | placed #1 HOME +100 10 rests 10
                  | placed #2 HOME +100 10 rests 10
                suspendExchange
                  | exchange suspended
                minute 30
                  | cancelled #2 GAME_START filled 0 released 10
                  | game 2 CLOSED
                close 1
                  | cancelled #1 OPERATOR filled 0 released 10
                  | game 1 CLOSED
                resumeExchange
                  | exchange resumed
                t limit AWAY 100 10
                  | rejected GAME_NOT_OPEN
                """);
    }

    @Test
    void aSuspendedGameStaysSuspended() {
        Transcript.check(
                """
                suspend 1
                  | game 1 SUSPENDED
                suspendExchange
                  | exchange suspended
                resumeExchange
                  | exchange resumed
                t limit AWAY 100 10
                  | rejected GAME_NOT_OPEN
                """);
    }

    @Test
    void isPartOfTheState() {
        Transcript.check(
                """
                suspendExchange
                  | exchange suspended
                """);
    }
}
