package evens.core;

import org.junit.jupiter.api.Test;

/** What was sent before a kill is refused behind it. */
class FenceTest {
    @Test
    void aKillFromElsewhereRefusesWhatWasSentBefore() {
        Transcript.check(
                """
                a cancelAll
                  | epoch 1
                a post HOME 110 10 epoch 0
                  | rejected EPOCH_STALE
                a post HOME 110 10 epoch 0 via 7
                  | rejected EPOCH_STALE
                a post HOME 110 10 epoch 1
                  | placed #1 HOME +110 10 rests 10
                b post HOME 110 10 epoch 0
                  | placed #2 HOME +110 10 rests 10
                """);
    }

    @Test
    void onOneConnectionWhatStandsBehindTheKillPasses() {
        Transcript.check(
                """
                a cancelAll via 7
                  | epoch 1 via 7, 0 by others
                a post HOME 110 10 epoch 0 via 7
                  | placed #1 HOME +110 10 rests 10
                a post HOME 110 10 epoch 0 via 8
                  | rejected EPOCH_STALE
                a post HOME 110 10 epoch 0
                  | rejected EPOCH_STALE
                a cancelAll via 7
                  | cancelled #1 USER filled 0 released 10
                  | epoch 2 via 7, 0 by others
                a post HOME 110 10 epoch 0 via 7
                  | placed #2 HOME +110 10 rests 10
                """);
    }

    @Test
    void anotherKillBetweenTwoOfOnesOwnCounts() {
        Transcript.check(
                """
                a cancelAll via 7
                  | epoch 1 via 7, 0 by others
                a cancelAll via 8
                  | epoch 2 via 8, 1 by others
                a cancelAll via 7
                  | epoch 3 via 7, 2 by others
                a post HOME 110 10 epoch 1 via 7
                  | rejected EPOCH_STALE
                a post HOME 110 10 epoch 2 via 7
                  | placed #1 HOME +110 10 rests 10
                a post HOME 110 10 epoch 2 via 8
                  | rejected EPOCH_STALE
                """);
    }

    @Test
    void pauseLeaseAndBanRaiseItNarrowerCancelsDoNot() {
        Transcript.check(
                """
                a post HOME 110 10 ref x
                  | placed #1 HOME +110 10 rests 10 ref x
                a cancelGame 1
                  | cancelled #1 USER filled 0 released 10
                a cancelLeague NBA
                a cancelReferences 1 x
                a pause via 3
                  | epoch 1 via 3, 0 by others
                a lease 1000
                  | lease until 1000
                second 1
                  | lease of a expired
                  | epoch 2
                change a banned true
                  | changed a credit 0 max 1000000000 rate 0 banned
                  | epoch 3
                change a banned false
                  | changed a credit 0 max 1000000000 rate 0
                a edit #1 epoch 2
                  | rejected EPOCH_STALE
                a resume epoch 2
                  | refused EPOCH_STALE
                """);
    }

    @Test
    void aLatchRefusesEverythingNewUntilItIsReleased() {
        Transcript.check(
                """
                a post HOME 110 10
                  | placed #1 HOME +110 10 rests 10
                a cancelAll latch true
                  | cancelled #1 USER filled 0 released 10
                  | epoch 1 latched
                a post HOME 110 10
                  | rejected TRADING_LATCHED
                a edit #1 odds 120
                  | rejected TRADING_LATCHED
                a resume
                  | refused TRADING_LATCHED
                b post HOME 110 10
                  | placed #2 HOME +110 10 rests 10
                a cancelAll
                  | epoch 2 latched
                a pause
                  | epoch 3 latched
                a lease 5000
                  | lease until 5000
                withdraw a 1
                  | withdrawn 1 balance 9999 outside -19999
                a release
                  | released
                a release
                  | Unchanged[]
                a post HOME 110 10 epoch 2
                  | rejected EPOCH_STALE
                a post HOME 110 10
                  | placed #3 HOME +110 10 rests 10
                nobody release
                  | refused ACCOUNT_NOT_FOUND
                second 5
                  | lease of a expired
                  | cancelled #3 LEASE filled 0 released 10
                  | epoch 4
                """);
    }
}
