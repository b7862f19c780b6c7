package evens.core;

import org.junit.jupiter.api.Test;

/** A post order only rests. */
class PostTest {
    @Test
    void isRefusedIfItWouldMatch() {
        Transcript.check(
                """
                m limit HOME -110 10
                  | placed #1 HOME -110 10 rests 10
                p post AWAY 110 10
                  | rejected POST_WOULD_MATCH
                p post AWAY 110.5 10
                  | placed #2 AWAY +110.5 10 rests 10
                book
                  | #2 AWAY +110.5 10
                  | #1 HOME -110 10
                """);
    }

    @Test
    void ownOffersAreNoMatch() {
        Transcript.check(
                """
                p limit HOME -110 10
                  | placed #1 HOME -110 10 rests 10
                p post AWAY 100 10
                  | placed #2 AWAY +100 10 rests 10
                """);
    }

    @Test
    void anOfferThatCanPayNothingIsCancelledAndNoMatch() {
        Transcript.check(
                """
                account poor balance 0
                  | opened poor balance 0 outside 0
                account m balance 10
                  | opened m balance 10 outside -10
                m limit HOME -110 10
                  | placed #1 HOME -110 10 rests 10
                m limit HOME -110 10
                  | placed #2 HOME -110 10 rests 10
                t fillAndKill AWAY 110 9.090909
                  | placed #3 AWAY +110 9.090909 rests 0
                  | matched #3 9.090909 @ +110 with #1 10, 0 left
                p post AWAY 110 20
                  | placed #4 AWAY +110 20 rests 20
                  | cancelled #2 INSUFFICIENT_FUNDS filled 0 released 10
                """);
    }

    @Test
    void pennilessOffersBeforeTheMatchThatRefusesItAreCancelled() {
        Transcript.check(
                """
                account m balance 10
                  | opened m balance 10 outside -10
                m limit HOME -110 10
                  | placed #1 HOME -110 10 rests 10
                m limit HOME -110 10
                  | placed #2 HOME -110 10 rests 10
                n limit HOME -110 10
                  | placed #3 HOME -110 10 rests 10
                m limit HOME -105 10
                  | placed #4 HOME -105 10 rests 10
                t fillAndKill AWAY 110 9.090909
                  | placed #5 AWAY +110 9.090909 rests 0
                  | matched #5 9.090909 @ +110 with #1 10, 0 left
                p post AWAY -120 20
                  | cancelled #2 INSUFFICIENT_FUNDS filled 0 released 10
                  | rejected POST_WOULD_MATCH
                book
                  | #3 HOME -110 10
                  | #4 HOME -105 10
                """);
    }

    @Test
    void isJudgedByWhatItWouldRiskAtItsOwnOdds() {
        Transcript.check(
                """
                account p balance 9.99
                  | opened p balance 9.99 outside -9.99
                p post AWAY 100 10
                  | rejected INSUFFICIENT_FUNDS
                p post AWAY 100 9.99
                  | placed #1 AWAY +100 9.99 rests 9.99
                p post AWAY 100 9.99
                  | placed #2 AWAY +100 9.99 rests 9.99
                """);
    }
}
