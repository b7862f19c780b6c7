package evens.core;

import org.junit.jupiter.api.Test;

/** Totals: over or under a number. */
class TotalTest {
    @Test
    void overMeetsUnder() {
        Transcript.check(
                """
                m post OVER 220.5 -105 50
                  | placed #1 OVER 220.5 -105 50 rests 50
                t limit UNDER 220.5 105 20
                  | placed #2 UNDER 220.5 +105 20 rests 0
                  | matched #2 20 @ +105 with #1 21, 29 left
                t fillAndKill UNDER 220.5 100 50
                  | placed #3 UNDER 220.5 +100 50 rests 0
                  | matched #3 27.619048 @ +105 with #1 29, 0 left
                t limit OVER 220.5 100 10
                  | placed #4 OVER 220.5 +100 10 rests 10
                book
                  | #4 OVER 220.5 +100 10
                """);
    }

    @Test
    void numbersNeverCross() {
        Transcript.check(
                """
                m post UNDER 220 100 10 , post UNDER 220.25 100 10 , post UNDER 220.5 100 10
                  | placed #1 UNDER 220 +100 10 rests 10
                  | placed #2 UNDER 220.25 +100 10 rests 10
                  | placed #3 UNDER 220.5 +100 10 rests 10
                t limit OVER 220.25 -200 40
                  | placed #4 OVER 220.25 -200 40 rests 30
                  | matched #4 10 @ +100 with #2 10, 0 left
                book
                  | #1 UNDER 220 +100 10
                  | #4 OVER 220.25 -200 30
                  | #3 UNDER 220.5 +100 10
                """);
    }

    @Test
    void isNoSpreadOfThatNumber() {
        Transcript.check(
                """
                m post UNDER 3.5 100 10
                  | placed #1 UNDER 3.5 +100 10 rests 10
                t limit HOME+3.5 -200 10 , limit HOME-3.5 -200 10 , limit AWAY+3.5 -200 10 , limit AWAY-3.5 -200 10
                  | placed #2 HOME+3.5 -200 10 rests 10
                  | placed #3 HOME-3.5 -200 10 rests 10
                  | placed #4 AWAY+3.5 -200 10 rests 10
                  | placed #5 AWAY-3.5 -200 10 rests 10
                book
                  | #5 AWAY-3.5 -200 10
                  | #2 HOME+3.5 -200 10
                  | #4 AWAY+3.5 -200 10
                  | #3 HOME-3.5 -200 10
                  | #1 UNDER 3.5 +100 10
                """);
    }

    @Test
    void numbersReachFromNothingToAThousand() {
        Transcript.check(
                """
                a limit OVER 0 100 10 , limit UNDER 1000 100 10
                  | placed #1 OVER 0 +100 10 rests 10
                  | placed #2 UNDER 1000 +100 10 rests 10
                a limit OVER -0.25 100 10 , limit OVER 1000.25 100 10
                  | rejected NUMBER_OUT_OF_RANGE
                  | rejected NUMBER_OUT_OF_RANGE
                a limit TOTAL:UNDER:0:2147483647 100 10 , limit TOTAL:UNDER:0:-2147483648 100 10
                  | rejected NUMBER_OUT_OF_RANGE
                  | rejected NUMBER_OUT_OF_RANGE
                """);
    }

    @Test
    void onlyOverAndUnderMayBeBacked() {
        Transcript.check(
                """
                a limit TOTAL:PARTICIPANT:1:40 100 10
                  | rejected WRONG_SIDE
                a limit TOTAL:YES:1:40 100 10 , limit TOTAL:NO:0:40 100 10
                  | rejected WRONG_SIDE
                  | rejected WRONG_SIDE
                a limit TOTAL:OVER:77:40 100 10
                  | placed #1 OVER 10 +100 10 rests 10
                """);
    }

    @Test
    void aQuarterNumberIsChargedAsTwoParts() {
        Transcript.check(
                """
                account t balance 1000 rate 1
                  | opened t balance 1000 outside -1000
                m post UNDER 10.25 100 10 , post UNDER 10.5 100 10
                  | placed #1 UNDER 10.25 +100 10 rests 10
                  | placed #2 UNDER 10.5 +100 10 rests 10
                t limit OVER 10.25 100 2.0001 , limit OVER 10.5 100 2.0001
                  | placed #3 OVER 10.25 +100 2.0001 rests 0
                  | matched #3 2.0001 @ +100 with #1 2.0001, 7.9999 left, fee 0.020002 or 0.020002
                  | placed #4 OVER 10.5 +100 2.0001 rests 0
                  | matched #4 2.0001 @ +100 with #2 2.0001, 7.9999 left, fee 0.020001 or 0.020001
                liability t 1
                  | liability -4.040203
                """);
    }
}
