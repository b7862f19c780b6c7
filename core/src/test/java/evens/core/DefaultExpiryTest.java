package evens.core;

import org.junit.jupiter.api.Test;

/** What expires when an order does not say so. */
class DefaultExpiryTest {
    @Test
    void theAccountsDefaultElseTheStart() {
        Transcript.check(
                """
                a post HOME 110 10 expires default
                  | placed #1 HOME +110 10 rests 10
                change a expiry 7
                  | changed a credit 0 max 1000000000 rate 0
                a post HOME 110 10 expires default
                  | placed #2 HOME +110 10 rests 10 expires 7
                a post HOME 110 10 expires 0
                  | placed #3 HOME +110 10 rests 10
                a post HOME 110 10 expires 3
                  | placed #4 HOME +110 10 rests 10 expires 3
                change a expiry 0
                  | changed a credit 0 max 1000000000 rate 0
                a post HOME 110 10 expires default
                  | placed #5 HOME +110 10 rests 10
                change a expiry 525601
                  | refused LIMIT_OUT_OF_RANGE
                change a expiry -1
                  | refused LIMIT_OUT_OF_RANGE
                """);
    }

    @Test
    void onALiveGameFiveMinutes() {
        Transcript.check(
                """
                game 2 starts 0 OPEN live true
                  | game 2 OPEN
                a post HOME 110 10 game 2 expires default
                  | placed #1 HOME +110 10 rests 10 expires 5
                a post HOME 110 10 game 2 expires 0
                  | placed #2 HOME +110 10 rests 10 expires 5
                a post HOME 110 10 game 2 expires 90
                  | placed #3 HOME +110 10 rests 10 expires 90
                change a expiry 7
                  | changed a credit 0 max 1000000000 rate 0
                a post HOME 110 10 game 2 expires default
                  | placed #4 HOME +110 10 rests 10 expires 7
                a post HOME 110 10 game 2 expires 0
                  | placed #5 HOME +110 10 rests 10 expires 5
                minute 5
                  | cancelled #1 EXPIRED filled 0 released 10
                  | cancelled #2 EXPIRED filled 0 released 10
                  | cancelled #5 EXPIRED filled 0 released 10
                """);
    }

    @Test
    void aLiveGameIsOpenUntilItIsClosed() {
        Transcript.check(
                """
                game 2 starts 0 OPEN live true
                  | game 2 OPEN
                minute 100
                  | game 1 CLOSED
                a post HOME 110 10 game 2
                  | placed #1 HOME +110 10 rests 10 expires 105
                changeGame 2 starts 50 live true
                  | game 2 OPEN starts 50: Away at Home
                changeGame 2 starts 200
                  | refused TERMS_DIFFER
                close 2
                  | cancelled #1 OPERATOR filled 0 released 10
                  | game 2 CLOSED
                """);
    }
}
