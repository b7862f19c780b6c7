package evens.core;

import org.junit.jupiter.api.Test;

/** Cancelling a list: one answer for each id, in its place. */
class CancelOrdersTest {
    @Test
    void eachIdHasItsAnswerInItsPlace() {
        Transcript.check(
                """
                a post HOME 100 10 , post HOME 105 10 ref second , post HOME 110 10 expires 1
                  | placed #1 HOME +100 10 rests 10
                  | placed #2 HOME +105 10 rests 10 ref second
                  | placed #3 HOME +110 10 rests 10 expires 1
                b post HOME 120 10
                  | placed #4 HOME +120 10 rests 10
                t limit AWAY 100 10
                  | placed #5 AWAY +100 10 rests 0
                  | matched #5 10 @ +100 with #1 10, 0 left
                minute 1
                  | cancelled #3 EXPIRED filled 0 released 10
                a cancel #4 #2 #? #1 #3 #2
                  | #4 NOT_YOUR_ORDER
                  | cancelled #2 USER filled 0 released 10
                  | #? ORDER_NOT_FOUND
                  | #1 ALREADY_FILLED
                  | #3 ALREADY_EXPIRED
                  | #2 ALREADY_CANCELLED
                a cancel
                book
                  | #4 HOME +120 10
                """);
    }

    /** The worked example E5. */
    @Test
    void tellsWhatWasFilledAndWhatIsReleased() {
        Transcript.check(
                """
                a post HOME 125 100
                  | placed #1 HOME +125 100 rests 100
                t limit AWAY -125 31.25
                  | placed #2 AWAY -125 31.25 rests 0
                  | matched #2 31.25 @ -125 with #1 25, 75 left
                a cancel #1
                  | cancelled #1 USER filled 25 released 75
                """);
    }

    @Test
    void aCancelledOrderIsNeverFilledAgain() {
        Transcript.check(
                """
                a post HOME 100 10 , post HOME 100 10
                  | placed #1 HOME +100 10 rests 10
                  | placed #2 HOME +100 10 rests 10
                a cancel #1
                  | cancelled #1 USER filled 0 released 10
                t limit AWAY 100 20
                  | placed #3 AWAY +100 20 rests 10
                  | matched #3 10 @ +100 with #2 10, 0 left
                """);
    }

    @Test
    void anotherAccountsOrderIsNotYoursWhetherOpenOrClosed() {
        Transcript.check(
                """
                a post HOME 100 10
                  | placed #1 HOME +100 10 rests 10
                b cancel #1
                  | #1 NOT_YOUR_ORDER
                nobody cancel #1
                  | #1 NOT_YOUR_ORDER
                a cancel #1
                  | cancelled #1 USER filled 0 released 10
                b cancel #1
                  | #1 NOT_YOUR_ORDER
                """);
    }

    @Test
    void closedOrdersAreRememberedUpToACount() {
        Transcript.check(
                1,
                """
                a post HOME 100 10 , post HOME 100 10 , post HOME 100 10
                  | placed #1 HOME +100 10 rests 10
                  | placed #2 HOME +100 10 rests 10
                  | placed #3 HOME +100 10 rests 10
                a cancel #1 #2
                  | cancelled #1 USER filled 0 released 10
                  | cancelled #2 USER filled 0 released 10
                a post HOME 100 10
                  | placed #4 HOME +100 10 rests 10
                a cancel #1 #2 #4 #3
                  | #1 ORDER_NOT_FOUND
                  | #2 ALREADY_CANCELLED
                  | cancelled #4 USER filled 0 released 10
                  | cancelled #3 USER filled 0 released 10
                """);
    }
}
