package evens.core;

import org.junit.jupiter.api.Test;

/** On a live game an order that would match waits before it is tried. */
class LiveDelayTest {
    @Test
    void whatWouldMatchWaitsAndIsMatchedThen() {
        Transcript.check(
                """
                game 2 starts 0 OPEN live true
                  | game 2 OPEN
                m post HOME -110 110 game 2
                  | placed #1 HOME -110 110 rests 110 expires 5
                t limit AWAY 110 150 game 2 ref x
                  | delayed #2 AWAY +110 150 until 5000
                o limit AWAY 120 10 game 2
                  | placed #3 AWAY +120 10 rests 10 expires 5
                o post AWAY 110 10 game 2
                  | rejected POST_WOULD_MATCH
                o postArb AWAY 110 10 game 2
                  | placed #4 AWAY +110 10 rests 10 expires 5
                o fillAndKill AWAY 110.1 10 game 2
                  | rejected NOTHING_TO_TAKE
                book
                  | #4 AWAY +110 10
                  | #3 AWAY +120 10
                  | #1 HOME -110 110
                second 5
                  | placed #2 AWAY +110 150 rests 50 expires 5 ref x
                  | matched #2 100 @ +110 with #1 110, 0 left
                t cancel #2
                  | cancelled #2 USER filled 100 released 50
                """);
    }

    @Test
    void oddsThatImprovedAreTaken() {
        Transcript.check(
                """
                game 2 starts 0 OPEN live true
                  | game 2 OPEN
                m post HOME -110 110 game 2
                  | placed #1 HOME -110 110 rests 110 expires 5
                t fillAndKill AWAY 105 20 game 2
                  | delayed #2 AWAY +105 20 until 5000
                o post HOME -120 12 game 2
                  | placed #3 HOME -120 12 rests 12 expires 5
                second 5
                  | placed #2 AWAY +105 20 rests 0 expires 5
                  | matched #2 10 @ +120 with #3 12, 0 left
                  | matched #2 10 @ +110 with #1 11, 99 left
                """);
    }

    @Test
    void oddsThatGotWorseAreNot() {
        Transcript.check(
                """
                game 2 starts 0 OPEN live true
                  | game 2 OPEN
                m post HOME -110 110 game 2
                  | placed #1 HOME -110 110 rests 110 expires 5
                t limit AWAY 110 20 game 2
                  | delayed #2 AWAY +110 20 until 5000
                u fillAndKill AWAY 110 20 game 2
                  | delayed #3 AWAY +110 20 until 5000
                m edit #1 odds -105
                  | cancelled #1 USER filled 0 released 110
                  | placed #4 HOME -105 110 rests 110 expires 5
                second 5
                  | placed #2 AWAY +110 20 rests 20 expires 5
                  | rejected #3 NOTHING_TO_TAKE
                """);
    }

    @Test
    void anOfferThatVanishesMatchesNobody() {
        Transcript.check(
                """
                game 2 starts 0 OPEN live true
                  | game 2 OPEN
                m post HOME -110 110 game 2
                  | placed #1 HOME -110 110 rests 110 expires 5
                t limit AWAY 110 20 game 2
                  | delayed #2 AWAY +110 20 until 5000
                u fillOrKill AWAY 110 20 game 2
                  | delayed #3 AWAY +110 20 until 5000
                m cancelAll
                  | cancelled #1 USER filled 0 released 110
                  | epoch 1
                second 5
                  | placed #2 AWAY +110 20 rests 20 expires 5
                  | rejected #3 NOTHING_TO_FILL
                """);
    }

    @Test
    void everyCancelEndsAnOrderThatWaits() {
        Transcript.check(
                """
                league L-LIVE hockey delay 60
                  | league L-LIVE delay 60
                game 2 starts 0 OPEN league L-LIVE live true
                  | game 2 OPEN
                m post HOME -110 110 game 2
                  | placed #1 HOME -110 110 rests 110 expires 5
                a limit AWAY 110 10 game 2
                  | delayed #2 AWAY +110 10 until 60000
                a limit AWAY 110 10 game 2 ref x
                  | delayed #3 AWAY +110 10 until 60000
                a limit AWAY 110 10 game 2
                  | delayed #4 AWAY +110 10 until 60000
                a limit AWAY 110 10 game 2
                  | delayed #5 AWAY +110 10 until 60000
                b limit AWAY 110 10 game 2
                  | delayed #6 AWAY +110 10 until 60000
                c limit AWAY 110 10 game 2
                  | delayed #7 AWAY +110 10 until 60000
                d limit AWAY 110 10 game 2 expires 1
                  | delayed #8 AWAY +110 10 until 60000
                e limit AWAY 110 10 game 2
                  | delayed #9 AWAY +110 10 until 60000
                a edit #2 odds 100
                  | #2 NOT_RESTING
                a cancel #2 #2
                  | cancelled #2 USER filled 0 released 10
                  | #2 ALREADY_CANCELLED
                a cancelReferences 2 x
                  | cancelled #3 USER filled 0 released 10
                a cancelGame 2 type MONEYLINE
                  | cancelled #4 USER filled 0 released 10
                  | cancelled #5 USER filled 0 released 10
                b cancelAll
                  | cancelled #6 USER filled 0 released 10
                  | epoch 1
                c pause
                  | cancelled #7 USER filled 0 released 10
                  | epoch 1
                minute 1
                  | cancelled #8 EXPIRED filled 0 released 10
                  | placed #9 AWAY +110 10 rests 0 expires 5
                  | matched #9 10 @ +110 with #1 11, 99 left
                close 2
                  | cancelled #1 OPERATOR filled 11 released 99
                  | game 2 CLOSED
                """);
    }

    @Test
    void aGameThatIsSuspendedOrClosedMeanwhileRefusesIt() {
        Transcript.check(
                """
                game 2 starts 0 OPEN live true
                  | game 2 OPEN
                m post HOME -110 110 game 2
                  | placed #1 HOME -110 110 rests 110 expires 5
                t limit AWAY 110 10 game 2
                  | delayed #2 AWAY +110 10 until 5000
                suspend 2
                  | game 2 SUSPENDED
                second 5
                  | rejected #2 GAME_NOT_OPEN
                open 2
                  | game 2 OPEN
                t limit AWAY 110 10 game 2
                  | delayed #3 AWAY +110 10 until 10000
                suspendExchange
                  | exchange suspended
                second 10
                  | rejected #3 EXCHANGE_SUSPENDED
                t cancel #3
                  | #3 ALREADY_CANCELLED
                resumeExchange
                  | exchange resumed
                t limit AWAY 110 10 game 2
                  | delayed #4 AWAY +110 10 until 15000
                close 2
                  | cancelled #1 OPERATOR filled 0 released 110
                  | cancelled #4 OPERATOR filled 0 released 10
                  | game 2 CLOSED
                second 15
                """);
    }

    @Test
    void fundsAreLookedAtTwice() {
        Transcript.check(
                """
                game 2 starts 0 OPEN live true
                  | game 2 OPEN
                account t balance 10
                  | opened t balance 10 outside -10
                m post HOME -110 110 game 2
                  | placed #1 HOME -110 110 rests 110 expires 5
                m post HOME -110 110
                  | placed #2 HOME -110 110 rests 110
                t limit AWAY 110 10.000001 game 2
                  | rejected INSUFFICIENT_FUNDS
                t limit AWAY 110 10 game 2
                  | delayed #3 AWAY +110 10 until 5000
                t limit AWAY 110 4
                  | placed #4 AWAY +110 4 rests 0
                  | matched #4 4 @ +110 with #2 4.4, 105.6 left
                second 5
                  | rejected #3 INSUFFICIENT_FUNDS
                """);
    }

    @Test
    void whatIsMoreThanASecondLateIsCancelled() {
        Transcript.check(
                """
                game 2 starts 0 OPEN live true
                  | game 2 OPEN
                m post HOME -110 110 game 2
                  | placed #1 HOME -110 110 rests 110 expires 5
                t limit AWAY 110 10 game 2
                  | delayed #2 AWAY +110 10 until 5000
                second 1
                t limit AWAY 110 10 game 2
                  | delayed #3 AWAY +110 10 until 6000
                second 7
                  | cancelled #2 EXPIRED filled 0 released 10
                  | placed #3 AWAY +110 10 rests 0 expires 5
                  | matched #3 10 @ +110 with #1 11, 99 left
                """);
    }

    @Test
    void whatEndsOrdersGoesBeforeDelaysThatAreOverEarlier() {
        Transcript.check(
                """
                game 2 starts 0 OPEN live true
                  | game 2 OPEN
                m post HOME -110 110 game 2
                  | placed #1 HOME -110 110 rests 110 expires 5
                m lease 5500
                  | lease until 5500
                t limit AWAY 110 10 game 2
                  | delayed #2 AWAY +110 10 until 5000
                second 6
                  | lease of m expired
                  | cancelled #1 LEASE filled 0 released 110
                  | epoch 1
                  | placed #2 AWAY +110 10 rests 10 expires 5
                """);
    }

    @Test
    void aLeagueWithoutDelayHasNone() {
        Transcript.check(
                """
                league L-LIVE hockey delay 0
                  | league L-LIVE delay 0
                game 2 starts 0 OPEN league L-LIVE live true
                  | game 2 OPEN
                m post HOME -110 110 game 2
                  | placed #1 HOME -110 110 rests 110 expires 5
                t limit AWAY 110 10 game 2
                  | placed #2 AWAY +110 10 rests 0 expires 5
                  | matched #2 10 @ +110 with #1 11, 99 left
                """);
    }

    @Test
    void anEditWaitsLikeAnOrder() {
        Transcript.check(
                """
                game 2 starts 0 OPEN live true
                  | game 2 OPEN
                m post HOME -110 110 game 2
                  | placed #1 HOME -110 110 rests 110 expires 5
                t post AWAY 120 10 game 2
                  | placed #2 AWAY +120 10 rests 10 expires 5
                t edit #2 odds 110
                  | cancelled #2 USER filled 0 released 10
                  | delayed #3 AWAY +110 10 until 5000
                second 5
                  | placed #3 AWAY +110 10 rests 0 expires 5
                  | matched #3 10 @ +110 with #1 11, 99 left
                """);
    }

    @Test
    void offersFoundPennilessEndAtOnce() {
        Transcript.check(
                """
                game 2 starts 0 OPEN live true
                  | game 2 OPEN
                account m balance 10
                  | opened m balance 10 outside -10
                m post HOME -120 10 game 2
                  | placed #1 HOME -120 10 rests 10 expires 5
                o post HOME -110 10 game 2
                  | placed #2 HOME -110 10 rests 10 expires 5
                m post HOME -110 10
                  | placed #3 HOME -110 10 rests 10
                t fillAndKill AWAY 110 9.090909
                  | placed #4 AWAY +110 9.090909 rests 0
                  | matched #4 9.090909 @ +110 with #3 10, 0 left
                t limit AWAY 110 5 game 2
                  | delayed #5 AWAY +110 5 until 5000
                  | cancelled #1 INSUFFICIENT_FUNDS filled 0 released 10
                """);
    }
}
