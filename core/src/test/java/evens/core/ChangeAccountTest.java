package evens.core;

import org.junit.jupiter.api.Test;

/** Changing an account's limits and its rate. */
class ChangeAccountTest {
    @Test
    void changesWhatIsGiven() {
        Transcript.check(
                """
                account a balance 10 credit -20 max 30 rate 1
                  | opened a balance 10 outside -10
                change a credit -25
                  | changed a credit -25 max 30 rate 1
                change a max 40
                  | changed a credit -25 max 40 rate 1
                change a rate 0.75
                  | changed a credit -25 max 40 rate 0.75
                change a rate 2 max 50 credit -26 banned true
                  | changed a credit -26 max 50 rate 2 banned
                  | epoch 1
                change a banned false
                  | changed a credit -26 max 50 rate 2
                change a
                  | changed a credit -26 max 50 rate 2
                """);
    }

    /** More credit, or the same, is never refused, however little is available. */
    @Test
    void lessCreditMustLeaveEnough() {
        Transcript.check(
                """
                account a balance 10 credit -20
                  | opened a balance 10 outside -10
                m post HOME 100 25
                  | placed #1 HOME +100 25 rests 25
                a limit AWAY 100 25
                  | placed #2 AWAY +100 25 rests 0
                  | matched #2 25 @ +100 with #1 25, 0 left
                change a credit -14.999999
                  | refused WOULD_BE_UNCOVERED
                change a credit -15
                  | changed a credit -15 max 1000000 rate 0
                funds a
                  | liability -25 available 0
                change a credit -14 force true
                  | changed a credit -14 max 1000000 rate 0 by force
                funds a
                  | liability -25 available -1
                change a rate 1
                  | changed a credit -14 max 1000000 rate 1
                change a max 30 force true
                  | changed a credit -14 max 30 rate 1
                change a credit -14 max 1000000 force true
                  | changed a credit -14 max 1000000 rate 1
                change a credit -14.5
                  | changed a credit -14.5 max 1000000 rate 1
                change a credit -14
                  | refused WOULD_BE_UNCOVERED
                """);
    }

    @Test
    void aSmallerLimitIsForWhatComes() {
        Transcript.check(
                """
                account a balance 100 max 50
                  | opened a balance 100 outside -100
                m post HOME 100 80
                  | placed #1 HOME +100 80 rests 80
                a limit AWAY 100 30
                  | placed #2 AWAY +100 30 rests 0
                  | matched #2 30 @ +100 with #1 30, 50 left
                change a max 20
                  | changed a credit 0 max 20 rate 0
                a limit AWAY 100 1
                  | rejected INSUFFICIENT_FUNDS
                change a max 31
                  | changed a credit 0 max 31 rate 0
                a limit AWAY 100 1.000001
                  | rejected INSUFFICIENT_FUNDS
                a limit AWAY 100 1
                  | placed #3 AWAY +100 1 rests 0
                  | matched #3 1 @ +100 with #1 1, 49 left
                """);
    }

    @Test
    void aNewRateIsForNewWagersOnly() {
        Transcript.check(
                """
                account a balance 100 rate 1
                  | opened a balance 100 outside -100
                m post HOME 100 50
                  | placed #1 HOME +100 50 rests 50
                a limit AWAY 100 10
                  | placed #2 AWAY +100 10 rests 0
                  | matched #2 10 @ +100 with #1 10, 40 left, fee 0.1 or 0.1
                change a rate 2
                  | changed a credit 0 max 1000000 rate 2
                a limit AWAY 100 10
                  | placed #3 AWAY +100 10 rests 0
                  | matched #3 10 @ +100 with #1 10, 30 left, fee 0.2 or 0.2
                liability a 1
                  | liability -20.3
                """);
    }

    @Test
    void refusesWhatIsOutOfRange() {
        Transcript.check(
                """
                account a balance 10
                  | opened a balance 10 outside -10
                change nobody rate 1
                  | refused ACCOUNT_NOT_FOUND
                change a credit 0.000001
                  | refused LIMIT_OUT_OF_RANGE
                change a credit -1000000000.000001 force true
                  | refused LIMIT_OUT_OF_RANGE
                change a max -0.000001
                  | refused LIMIT_OUT_OF_RANGE
                change a max 1000000000.000001
                  | refused LIMIT_OUT_OF_RANGE
                change a rate -0.0001
                  | refused LIMIT_OUT_OF_RANGE
                change a rate 10.0001
                  | refused LIMIT_OUT_OF_RANGE
                change a rate 10 max 1000000000 credit -1000000000
                  | changed a credit -1000000000 max 1000000000 rate 10
                """);
    }
}
