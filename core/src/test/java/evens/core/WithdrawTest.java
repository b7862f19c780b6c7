package evens.core;

import org.junit.jupiter.api.Test;

/** Money that goes out. */
class WithdrawTest {
    @Test
    void isTakenFromTheBalance() {
        Transcript.check(
                """
                account a balance 10
                  | opened a balance 10 outside -10
                withdraw a 4
                  | withdrawn 4 balance 6 outside -6
                withdraw a 6
                  | withdrawn 6 balance 0 outside 0
                withdraw a 0.000001
                  | refused WITHDRAWAL_TOO_LARGE
                deposit a 1
                  | deposited 1 balance 1 outside -1
                """);
    }

    @Test
    void creditIsNotCash() {
        Transcript.check(
                """
                account a balance 10 credit -100
                  | opened a balance 10 outside -10
                withdraw a 10.000001
                  | refused WITHDRAWAL_TOO_LARGE
                withdraw a 10
                  | withdrawn 10 balance 0 outside 0
                funds a
                  | liability 0 available 100
                """);
    }

    @Test
    void whatIsAtStakeStays() {
        Transcript.check(
                """
                account a balance 10 credit -100
                  | opened a balance 10 outside -10
                m post HOME 100 8
                  | placed #1 HOME +100 8 rests 8
                a limit AWAY 100 8
                  | placed #2 AWAY +100 8 rests 0
                  | matched #2 8 @ +100 with #1 8, 0 left
                withdraw a 2.000001
                  | refused WITHDRAWAL_TOO_LARGE
                withdraw a 2
                  | withdrawn 2 balance 8 outside -10008
                m post OVER 9 100 50
                  | placed #3 OVER 9 +100 50 rests 50
                a limit UNDER 9 100 50
                  | placed #4 UNDER 9 +100 50 rests 0
                  | matched #4 50 @ +100 with #3 50, 0 left
                withdraw a 0.000001
                  | refused WITHDRAWAL_TOO_LARGE
                funds a
                  | liability -58 available 50
                """);
    }

    /** An offer holds nothing. */
    @Test
    void whatIsOfferedMayBeWithdrawn() {
        Transcript.check(
                """
                account a balance 10
                  | opened a balance 10 outside -10
                a post HOME 100 10
                  | placed #1 HOME +100 10 rests 10
                withdraw a 10
                  | withdrawn 10 balance 0 outside 0
                t limit AWAY 100 10
                  | placed #2 AWAY +100 10 rests 10
                  | cancelled #1 INSUFFICIENT_FUNDS filled 0 released 10
                """);
    }

    @Test
    void whoOwesTakesNothing() {
        Transcript.check(
                """
                account a balance 10
                  | opened a balance 10 outside -10
                adjust a -11 force true
                  | adjusted -11 by force balance -1 house 11
                withdraw a 0.000001
                  | refused WITHDRAWAL_TOO_LARGE
                """);
    }

    @Test
    void refusesWhatIsOutOfRange() {
        Transcript.check(
                """
                account a balance 10
                  | opened a balance 10 outside -10
                withdraw nobody 1
                  | refused ACCOUNT_NOT_FOUND
                withdraw a 0
                  | refused AMOUNT_OUT_OF_RANGE
                withdraw a -1
                  | refused AMOUNT_OUT_OF_RANGE
                withdraw a 1000000000.000001
                  | refused AMOUNT_OUT_OF_RANGE
                withdraw a 1000000000
                  | refused WITHDRAWAL_TOO_LARGE
                """);
    }

    @Test
    void whatWentOutMayComeInAgain() {
        Transcript.check(
                """
                account a balance 1000000000
                  | opened a balance 1000000000 outside -1000000000
                withdraw a 1000000000
                  | withdrawn 1000000000 balance 0 outside 0
                deposit a 1000000000
                  | deposited 1000000000 balance 1000000000 outside -1000000000
                """);
    }

    /** What the house gave may be taken out. */
    @Test
    void moreMayGoOutThanCameIn() {
        Transcript.check(
                """
                account a balance 10
                  | opened a balance 10 outside -10
                adjust a 5
                  | adjusted 5 balance 15 house -5
                withdraw a 15
                  | withdrawn 15 balance 0 outside 5
                deposit a 1
                  | deposited 1 balance 1 outside 4
                """);
    }
}
