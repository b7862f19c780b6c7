package evens.core;

import org.junit.jupiter.api.Test;

/** The dead-man's switch. */
class LeaseTest {
    @Test
    void firesOnceWhenItIsNotRenewed() {
        Transcript.check(
                """
                a post HOME 110 10
                  | placed #1 HOME +110 10 rests 10
                a post OVER 9 100 20
                  | placed #2 OVER 9 +100 20 rests 20
                b post HOME 110 10
                  | placed #3 HOME +110 10 rests 10
                a lease 10000
                  | lease until 10000
                second 9
                a lease 10000
                  | lease until 19000
                second 18
                a lease 2000
                  | lease until 20000
                second 30
                  | lease of a expired
                  | cancelled #1 LEASE filled 0 released 10
                  | cancelled #2 LEASE filled 0 released 20
                  | epoch 1
                a post HOME 110 10
                  | placed #4 HOME +110 10 rests 10
                second 60
                book
                  | #3 HOME +110 10
                  | #4 HOME +110 10
                """);
    }

    @Test
    void isDisarmed() {
        Transcript.check(
                """
                a dropLease
                  | Unchanged[]
                a lease 1
                  | lease until 1
                a dropLease
                  | lease dropped
                second 1
                a cancel #?
                  | #? ORDER_NOT_FOUND
                """);
    }

    @Test
    void hasLimits() {
        Transcript.check(
                """
                a lease 0
                  | refused LEASE_OUT_OF_RANGE
                a lease 86400000
                  | lease until 86400000
                a lease 86400001
                  | refused LEASE_OUT_OF_RANGE
                nobody lease 1000
                  | refused ACCOUNT_NOT_FOUND
                nobody dropLease
                  | refused ACCOUNT_NOT_FOUND
                """);
    }

    @Test
    void whatIsDueTogetherGoesByTimeThenById() {
        Transcript.check(
                """
                game 2 starts 1 OPEN
                  | game 2 OPEN
                a post HOME 110 10 game 2
                  | placed #1 HOME +110 10 rests 10
                a post HOME 110 10 expires 1
                  | placed #2 HOME +110 10 rests 10 expires 1
                a post HOME 110 10
                  | placed #3 HOME +110 10 rests 10
                a lease 60000
                  | lease until 60000
                b lease 59999
                  | lease until 59999
                minute 2
                  | lease of b expired
                  | epoch 1
                  | cancelled #1 GAME_START filled 0 released 10
                  | game 2 CLOSED
                  | lease of a expired
                  | cancelled #2 LEASE filled 0 released 10
                  | cancelled #3 LEASE filled 0 released 10
                  | epoch 1
                """);
    }
}
