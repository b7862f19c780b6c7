package evens.core;

import org.junit.jupiter.api.Test;

/** A fillOrKill order takes all of its stake but ten dollars, or nothing. */
class FillOrKillTest {
    @Test
    void takesAllOrNothing() {
        Transcript.check(
                """
                m post HOME -110 34
                  | placed #1 HOME -110 34 rests 34
                t fillOrKill AWAY 110 50
                  | rejected NOT_FILLED_WHOLLY
                t fillOrKill AWAY 110 40.909092
                  | rejected NOT_FILLED_WHOLLY
                t fillOrKill AWAY 110 40.909091
                  | placed #2 AWAY +110 40.909091 rests 0
                  | matched #2 30.909091 @ +110 with #1 34, 0 left
                t cancel #2
                  | #2 ALREADY_CANCELLED
                """);
    }

    @Test
    void isRefusedIfThereIsNothing() {
        Transcript.check(
                """
                t fillOrKill AWAY 110 5
                  | rejected NOTHING_TO_FILL
                m post HOME -110 34
                  | placed #1 HOME -110 34 rests 34
                t fillOrKill AWAY 110.1 5
                  | rejected NOTHING_TO_FILL
                m fillOrKill AWAY 100 5
                  | rejected NOTHING_TO_FILL
                """);
    }

    @Test
    void sweepsLevels() {
        Transcript.check(
                """
                m post HOME -110 11
                  | placed #1 HOME -110 11 rests 11
                o post HOME -105 21
                  | placed #2 HOME -105 21 rests 21
                t fillOrKill AWAY 100 30
                  | placed #3 AWAY +100 30 rests 0
                  | matched #3 10 @ +110 with #1 11, 0 left
                  | matched #3 20 @ +105 with #2 21, 0 left
                """);
    }
}
