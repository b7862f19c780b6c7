package evens.core;

import org.junit.jupiter.api.Test;

/** Cancelling everything, in one step. */
class CancelAllTest {
    @Test
    void endsEveryOpenOrderOfTheAccountOldestFirst() {
        Transcript.check(
                """
                game 2 starts 90 OPEN
                  | game 2 OPEN
                a post HOME 100 10 , post AWAY 120 10 game 2 , post HOME -110 10 , post HOME 130 10
                  | placed #1 HOME +100 10 rests 10
                  | placed #2 AWAY +120 10 rests 10
                  | placed #3 HOME -110 10 rests 10
                  | placed #4 HOME +130 10 rests 10
                b post HOME 110 10
                  | placed #5 HOME +110 10 rests 10
                a cancel #2
                  | cancelled #2 USER filled 0 released 10
                t limit AWAY 105 5
                  | placed #6 AWAY +105 5 rests 0
                  | matched #6 5 @ +110 with #3 5.5, 4.5 left
                a cancelAll
                  | cancelled #1 USER filled 0 released 10
                  | cancelled #3 USER filled 5.5 released 4.5
                  | cancelled #4 USER filled 0 released 10
                  | epoch 1
                a cancelAll
                  | epoch 2
                book
                  | #5 HOME +110 10
                """);
    }

    @Test
    void worksWhileTheGameIsSuspended() {
        Transcript.check(
                """
                a post HOME 100 10
                  | placed #1 HOME +100 10 rests 10
                suspend 1
                  | game 1 SUSPENDED
                a cancelAll
                  | cancelled #1 USER filled 0 released 10
                  | epoch 1
                """);
    }

    @Test
    void whoHasNothingOpenRaisesTheEpochAllTheSame() {
        Transcript.check(
                """
                a cancelAll
                  | epoch 1
                nobody cancelAll
                """);
    }

    @Test
    void newOrdersMayFollow() {
        Transcript.check(
                """
                a post HOME 100 10
                  | placed #1 HOME +100 10 rests 10
                a cancelAll
                  | cancelled #1 USER filled 0 released 10
                  | epoch 1
                a post HOME 100 20
                  | placed #2 HOME +100 20 rests 20
                t limit AWAY 100 20
                  | placed #3 AWAY +100 20 rests 0
                  | matched #3 20 @ +100 with #2 20, 0 left
                """);
    }
}
