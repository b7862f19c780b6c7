package evens.core;

import org.junit.jupiter.api.Test;

/** What one game may cost that is bet on in several markets. */
class MarketLiabilityTest {
    /** Any of them may still be declared void. */
    @Test
    void moneylineSpreadAndTotalDoNotHedgeEachOther() {
        Transcript.check(
                """
                m post HOME 100 10 , post AWAY+3.5 100 10 , post UNDER 200 100 10 , post OVER 200.5 100 10
                  | placed #1 HOME +100 10 rests 10
                  | placed #2 AWAY+3.5 +100 10 rests 10
                  | placed #3 UNDER 200 +100 10 rests 10
                  | placed #4 OVER 200.5 +100 10 rests 10
                t limit AWAY 100 10
                  | placed #5 AWAY +100 10 rests 0
                  | matched #5 10 @ +100 with #1 10, 0 left
                funds t
                  | liability -10 available 9990
                t limit HOME-3.5 100 10
                  | placed #6 HOME-3.5 +100 10 rests 0
                  | matched #6 10 @ +100 with #2 10, 0 left
                funds t
                  | liability -20 available 9980
                t limit OVER 200 100 10
                  | placed #7 OVER 200 +100 10 rests 0
                  | matched #7 10 @ +100 with #3 10, 0 left
                funds t
                  | liability -30 available 9970
                t limit UNDER 200.5 100 10
                  | placed #8 UNDER 200.5 +100 10 rests 0
                  | matched #8 10 @ +100 with #4 10, 0 left
                funds t
                  | liability -20 available 9980
                """);
    }

    @Test
    void twoSpreadsMayBothLose() {
        Transcript.check(
                """
                m post HOME-3.5 100 10 , post AWAY+7.5 100 10
                  | placed #1 HOME-3.5 +100 10 rests 10
                  | placed #2 AWAY+7.5 +100 10 rests 10
                t limit AWAY+3.5 100 10 , limit HOME-7.5 100 10
                  | placed #3 AWAY+3.5 +100 10 rests 0
                  | matched #3 10 @ +100 with #1 10, 0 left
                  | placed #4 HOME-7.5 +100 10 rests 0
                  | matched #4 10 @ +100 with #2 10, 0 left
                funds t
                  | liability -20 available 9980
                funds m
                  | liability 0 available 10000
                """);
    }

    @Test
    void atMostOneOfTwoSpreadsMayLose() {
        Transcript.check(
                """
                m post HOME-7.5 100 10 , post AWAY+3.5 100 10
                  | placed #1 HOME-7.5 +100 10 rests 10
                  | placed #2 AWAY+3.5 +100 10 rests 10
                t limit AWAY+7.5 100 10 , limit HOME-3.5 100 10
                  | placed #3 AWAY+7.5 +100 10 rests 0
                  | matched #3 10 @ +100 with #1 10, 0 left
                  | placed #4 HOME-3.5 +100 10 rests 0
                  | matched #4 10 @ +100 with #2 10, 0 left
                funds t
                  | liability 0 available 10000
                funds m
                  | liability -20 available 9980
                """);
    }

    @Test
    void aQuarterNumberMayLoseByHalf() {
        Transcript.check(
                """
                m post UNDER 10.25 100 10 , post OVER 10 100 10
                  | placed #1 UNDER 10.25 +100 10 rests 10
                  | placed #2 OVER 10 +100 10 rests 10
                t limit OVER 10.25 100 10
                  | placed #3 OVER 10.25 +100 10 rests 0
                  | matched #3 10 @ +100 with #1 10, 0 left
                liability t 1
                  | liability -10
                t limit UNDER 10 100 10
                  | placed #4 UNDER 10 +100 10 rests 0
                  | matched #4 10 @ +100 with #2 10, 0 left
                liability t 1
                  | liability -5
                liability m 1
                  | liability 0
                """);
    }

    @Test
    void underNothingCanOnlyBeLost() {
        Transcript.check(
                """
                m post OVER 0 100 10 , post UNDER 0 100 10
                  | placed #1 OVER 0 +100 10 rests 10
                  | placed #2 UNDER 0 +100 10 rests 10
                t limit UNDER 0 100 10
                  | placed #3 UNDER 0 +100 10 rests 0
                  | matched #3 10 @ +100 with #1 10, 0 left
                liability t 1
                  | liability -10
                liability m 1
                  | liability 0
                u limit OVER 0 100 10
                  | placed #4 OVER 0 +100 10 rests 0
                  | matched #4 10 @ +100 with #2 10, 0 left
                liability u 1
                  | liability 0
                """);
    }

    @Test
    void aHedgeOnAnotherNumberFreesMoney() {
        Transcript.check(
                """
                account t balance 10
                  | opened t balance 10 outside -10
                m post HOME-3.5 100 10 , post AWAY+3.5 100 30 , post AWAY+4.5 100 30 , post UNDER 9 100 9
                  | placed #1 HOME-3.5 +100 10 rests 10
                  | placed #2 AWAY+3.5 +100 30 rests 30
                  | placed #3 AWAY+4.5 +100 30 rests 30
                  | placed #4 UNDER 9 +100 9 rests 9
                t limit AWAY+3.5 100 10
                  | placed #5 AWAY+3.5 +100 10 rests 0
                  | matched #5 10 @ +100 with #1 10, 0 left
                t limit OVER 9 100 1
                  | rejected INSUFFICIENT_FUNDS
                t limit HOME-3.5 100 15
                  | placed #6 HOME-3.5 +100 15 rests 0
                  | matched #6 15 @ +100 with #2 15, 15 left
                t limit OVER 9 100 5.01
                  | rejected INSUFFICIENT_FUNDS
                t limit OVER 9 100 5
                  | placed #7 OVER 9 +100 5 rests 0
                  | matched #7 5 @ +100 with #4 5, 4 left
                funds t
                  | liability -10 available 0
                """);
    }

    @Test
    void aMakerOfATotalIsTrimmedByItsSpread() {
        Transcript.check(
                """
                account m balance 10
                  | opened m balance 10 outside -10
                m post HOME-3.5 100 6 , post UNDER 9 100 6 , post OVER 9 120 6
                  | placed #1 HOME-3.5 +100 6 rests 6
                  | placed #2 UNDER 9 +100 6 rests 6
                  | placed #3 OVER 9 +120 6 rests 6
                t limit AWAY+3.5 100 6
                  | placed #4 AWAY+3.5 +100 6 rests 0
                  | matched #4 6 @ +100 with #1 6, 0 left
                t limit OVER 9 100 6
                  | placed #5 OVER 9 +100 6 rests 2
                  | matched #5 4 @ +100 with #2 4, 2 left
                  | cancelled #2 INSUFFICIENT_FUNDS filled 4 released 2
                t limit UNDER 9 -120 6
                  | placed #6 UNDER 9 -120 6 rests 0
                  | matched #6 6 @ -120 with #3 5, 1 left
                funds m
                  | liability -7 available 3
                """);
    }
}
