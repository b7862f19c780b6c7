package evens.core;

import org.junit.jupiter.api.Test;

/** Opening an account, with a first deposit. */
class OpenAccountTest {
    @Test
    void theSameIdAgainChangesNothing() {
        Transcript.check(
                """
                account a balance 12.5 credit -100 max 50 rate 0.75
                  | opened a balance 12.5 outside -12.5
                account a balance 99
                  | Unchanged[]
                funds a
                  | liability 0 available 112.5
                """);
    }

    @Test
    void mayBeOpenedWithNothing() {
        Transcript.check(
                """
                account a max 0
                  | opened a balance 0 outside 0
                a post HOME 100 1
                  | rejected INSUFFICIENT_FUNDS
                """);
    }

    @Test
    void refusesTermsOutOfRange() {
        Transcript.check(
                """
                account a credit 0.000001
                  | refused LIMIT_OUT_OF_RANGE
                account a credit -1000000000.000001
                  | refused LIMIT_OUT_OF_RANGE
                account a max -0.000001
                  | refused LIMIT_OUT_OF_RANGE
                account a max 1000000000.000001
                  | refused LIMIT_OUT_OF_RANGE
                account a rate -0.0001
                  | refused LIMIT_OUT_OF_RANGE
                account a rate 10.0001
                  | refused LIMIT_OUT_OF_RANGE
                account a balance -1
                  | refused LIMIT_OUT_OF_RANGE
                account a balance 1000000000.000001
                  | refused LIMIT_OUT_OF_RANGE
                account a id 0
                  | refused LIMIT_OUT_OF_RANGE
                account a id -5
                  | refused LIMIT_OUT_OF_RANGE
                account a balance 1000000000 credit -1000000000 max 1000000000 rate 10
                  | opened a balance 1000000000 outside -1000000000
                """);
    }
}
