package evens.core;

import org.junit.jupiter.api.Test;

/** A fill-and-kill order takes what is there and is gone. */
class FillAndKillTest {
    @Test
    void takesWhatIsThereAndNeverRests() {
        Transcript.check(
                """
                m post HOME -110 34
                  | placed #1 HOME -110 34 rests 34
                t fillAndKill AWAY 110 50
                  | placed #2 AWAY +110 50 rests 0
                  | matched #2 30.909091 @ +110 with #1 34, 0 left
                book
                t cancel #2
                  | #2 ALREADY_CANCELLED
                """);
    }

    @Test
    void isRefusedIfThereIsNothingToTake() {
        Transcript.check(
                """
                t fillAndKill AWAY 110 50
                  | rejected NOTHING_TO_TAKE
                t post HOME -110 50
                  | placed #1 HOME -110 50 rests 50
                t fillAndKill AWAY 110 50
                  | rejected NOTHING_TO_TAKE
                """);
    }

    @Test
    void offersThatCanPayNothingAreNothingToTake() {
        Transcript.check(
                """
                account m balance 10
                  | opened m balance 10 outside -10
                m post HOME 100 10
                  | placed #1 HOME +100 10 rests 10
                m post HOME 100 10
                  | placed #2 HOME +100 10 rests 10
                t fillAndKill AWAY 100 10
                  | placed #3 AWAY +100 10 rests 0
                  | matched #3 10 @ +100 with #1 10, 0 left
                t fillAndKill AWAY 100 10
                  | cancelled #2 INSUFFICIENT_FUNDS filled 0 released 10
                  | rejected NOTHING_TO_TAKE
                """);
    }

    @Test
    void isJudgedByWhatItTakesOnly() {
        Transcript.check(
                """
                account t balance 10
                  | opened t balance 10 outside -10
                m post HOME 100 10
                  | placed #1 HOME +100 10 rests 10
                t limit AWAY 100 50
                  | rejected INSUFFICIENT_FUNDS
                t fillAndKill AWAY 100 50
                  | placed #2 AWAY +100 50 rests 0
                  | matched #2 10 @ +100 with #1 10, 0 left
                """);
    }

    @Test
    void whatIsFilledToTheEndIsFilled() {
        Transcript.check(
                """
                m post HOME 100 10
                  | placed #1 HOME +100 10 rests 10
                t fillAndKill AWAY 100 4
                  | placed #2 AWAY +100 4 rests 0
                  | matched #2 4 @ +100 with #1 4, 6 left
                t cancel #2
                  | #2 ALREADY_FILLED
                """);
    }
}
