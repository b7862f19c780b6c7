package evens.core;

import org.junit.jupiter.api.Test;

/** Suspending and opening a game. */
class SuspendTest {
    @Test
    void whileSuspendedNothingIsPlacedAndOrdersStay() {
        Transcript.check(
                """
                m post HOME 100 10 , post HOME 105 10
                  | placed #1 HOME +100 10 rests 10
                  | placed #2 HOME +105 10 rests 10
                suspend 1
                  | game 1 SUSPENDED
                t limit AWAY 100 10
                  | rejected GAME_NOT_OPEN
                m post HOME 110 10
                  | rejected GAME_NOT_OPEN
                m cancel #2
                  | cancelled #2 USER filled 0 released 10
                open 1
                  | game 1 OPEN
                t limit AWAY 100 10
                  | placed #3 AWAY +100 10 rests 0
                  | matched #3 10 @ +100 with #1 10, 0 left
                """);
    }

    @Test
    void theSameAgainChangesNothing() {
        Transcript.check(
                """
                open 1
                  | Unchanged[]
                suspend 1
                  | game 1 SUSPENDED
                suspend 1
                  | Unchanged[]
                suspend 7
                  | refused GAME_NOT_FOUND
                open 7
                  | refused GAME_NOT_FOUND
                """);
    }
}
