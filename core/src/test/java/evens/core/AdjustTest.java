package evens.core;

import org.junit.jupiter.api.Test;

/** Corrections of a balance, whose other side the house takes. */
class AdjustTest {
    @Test
    void theHouseTakesTheOtherSide() {
        Transcript.check(
                """
                account a balance 10
                  | opened a balance 10 outside -10
                adjust a 2.5
                  | adjusted 2.5 balance 12.5 house -2.5
                adjust a -0.000001
                  | adjusted -0.000001 balance 12.499999 house -2.499999
                funds a
                  | liability 0 available 12.499999
                """);
    }

    @Test
    void takesAtMostWhatIsAvailable() {
        Transcript.check(
                """
                account a balance 10 credit -5
                  | opened a balance 10 outside -10
                m post HOME 100 8
                  | placed #1 HOME +100 8 rests 8
                a limit AWAY 100 8
                  | placed #2 AWAY +100 8 rests 0
                  | matched #2 8 @ +100 with #1 8, 0 left
                adjust a -7.000001
                  | refused WOULD_BE_UNCOVERED
                adjust a -7
                  | adjusted -7 balance 3 house 7
                funds a
                  | liability -8 available 0
                """);
    }

    /** Only what force was needed for is told to have been forced. */
    @Test
    void byForceItMayTakeMore() {
        Transcript.check(
                """
                account a balance 10
                  | opened a balance 10 outside -10
                adjust a -4 force true
                  | adjusted -4 balance 6 house 4
                adjust a -6.000001 force true
                  | adjusted -6.000001 by force balance -0.000001 house 10.000001
                funds a
                  | liability 0 available -0.000001
                adjust a -1
                  | refused WOULD_BE_UNCOVERED
                adjust a 0.000001
                  | adjusted 0.000001 balance 0 house 10
                """);
    }

    @Test
    void whoOwesMayMakeItBetterButNotWorse() {
        Transcript.check(
                """
                account t balance 10
                  | opened t balance 10 outside -10
                m post HOME 100 10 , post AWAY 100 10
                  | placed #1 HOME +100 10 rests 10
                  | placed #2 AWAY +100 10 rests 10
                t limit AWAY 100 10
                  | placed #3 AWAY +100 10 rests 0
                  | matched #3 10 @ +100 with #1 10, 0 left
                adjust t -5 force true
                  | adjusted -5 by force balance 5 house 5
                t limit AWAY 100 1 , post AWAY+3.5 100 1 , limit HOME 100 2
                  | rejected INSUFFICIENT_FUNDS
                  | rejected INSUFFICIENT_FUNDS
                  | placed #4 HOME +100 2 rests 0
                  | matched #4 2 @ +100 with #2 2, 8 left
                funds t
                  | liability -8 available -3
                """);
    }

    @Test
    void refusesWhatIsOutOfRange() {
        Transcript.check(
                """
                account a balance 1000000000
                  | opened a balance 1000000000 outside -1000000000
                adjust nobody 1
                  | refused ACCOUNT_NOT_FOUND
                adjust a 0
                  | refused AMOUNT_OUT_OF_RANGE
                adjust a 1000000000.000001
                  | refused AMOUNT_OUT_OF_RANGE
                adjust a -1000000000.000001 force true
                  | refused AMOUNT_OUT_OF_RANGE
                adjust a -1000000000
                  | adjusted -1000000000 balance 0 house 1000000000
                """);
    }
}
