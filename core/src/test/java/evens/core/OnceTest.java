package evens.core;

import org.junit.jupiter.api.Test;

/** A command under a key is executed once. */
class OnceTest {
    @Test
    void theSecondTimeItIsOnlyToldWhenTheFirstWas() {
        Transcript.check(
                """
                step 41
                a once 1 1 post HOME 110 10
                  | placed #1 HOME +110 10 rests 10
                step 42
                a once 1 1 post HOME 110 10
                  | repeated 41
                a once 1 2 post HOME 110 20
                  | refused KEY_OF_ANOTHER_COMMAND
                b once 1 1 post HOME 110 10
                  | placed #2 HOME +110 10 rests 10
                a once 2 1 post HOME 110 10
                  | placed #3 HOME +110 10 rests 10
                b once 1 1 post HOME 110 10
                  | repeated 42
                book
                  | #1 HOME +110 10
                  | #2 HOME +110 10
                  | #3 HOME +110 10
                """);
    }

    @Test
    void itIsLookedUpBeforeAnythingElse() {
        Transcript.check(
                """
                step 1
                a once 1 1 post HOME 110 10
                  | placed #1 HOME +110 10 rests 10
                step 2
                a once 2 2 cancelAll latch true
                  | cancelled #1 USER filled 0 released 10
                  | epoch 1 latched
                step 3
                a once 1 1 post HOME 110 10 epoch 0
                  | repeated 1
                a once 3 3 post HOME 110 10
                  | rejected TRADING_LATCHED
                step 4
                a once 3 3 post HOME 110 10
                  | repeated 3
                a once 2 2 cancelAll latch true
                  | repeated 2
                """);
    }

    @Test
    void itIsForgottenAfterADay() {
        Transcript.check(
                """
                step 1
                a once 1 1 post HOME 110 10
                  | placed #1 HOME +110 10 rests 10
                step 2
                second 3599
                a once 2 1 post HOME 110 10
                  | placed #2 HOME +110 10 rests 10
                minute 60
                  | cancelled #1 GAME_START filled 0 released 10
                  | cancelled #2 GAME_START filled 0 released 10
                  | game 1 CLOSED
                second 86399
                a once 1 1 post HOME 110 10
                  | repeated 1
                second 86400
                step 5
                a once 1 9 post HOME 110 10
                  | rejected GAME_NOT_OPEN
                a once 2 1 post HOME 110 10
                  | repeated 2
                a once 1 9 post HOME 110 10
                  | repeated 5
                """);
    }

    @Test
    void whoIsUnknownHasNoKeys() {
        Transcript.check(
                """
                nobody once 1 1 post HOME 110 10
                  | refused ACCOUNT_NOT_FOUND
                """);
    }
}
