package evens.core;

import org.junit.jupiter.api.Test;

/** Editing an order: everything that may be refused is looked at before it ends. */
class EditOrderTest {
    @Test
    void theOldOneEndsAndANewOneTakesItsPlace() {
        Transcript.check(
                """
                a post HOME -110 100 ref first
                  | placed #1 HOME -110 100 rests 100 ref first
                a edit #1 odds 105 stake 40
                  | cancelled #1 USER filled 0 released 100
                  | placed #2 HOME +105 40 rests 40 ref first
                a edit #2 ref second expires 5
                  | cancelled #2 USER filled 0 released 40
                  | placed #3 HOME +105 40 rests 40 expires 5 ref second
                a edit #3 stake 41
                  | cancelled #3 USER filled 0 released 40
                  | placed #4 HOME +105 41 rests 41 ref second
                book
                  | #4 HOME +105 41
                """);
    }

    @Test
    void e6AfterAPartialFillTheStakeIsWhatItSays() {
        Transcript.check(
                """
                a post HOME 200 10
                  | placed #1 HOME +200 10 rests 10
                t fillAndKill AWAY -200 10
                  | placed #2 AWAY -200 10 rests 0
                  | matched #2 10 @ -200 with #1 5, 5 left
                a edit #1 odds 185 stake 10
                  | cancelled #1 USER filled 5 released 5
                  | placed #3 HOME +185 10 rests 10
                t fillAndKill AWAY -185 10
                  | placed #4 AWAY -185 10 rests 0
                  | matched #4 10 @ -185 with #3 5.405405, 4.594595 left
                a edit #3 odds 190
                  | cancelled #3 USER filled 5.405405 released 4.594595
                  | placed #5 HOME +190 4.594595 rests 4.594595
                """);
    }

    @Test
    void theNewOneIsMatchedLikeAnyOther() {
        Transcript.check(
                """
                m post AWAY 100 30
                  | placed #1 AWAY +100 30 rests 30
                a post HOME 110 100
                  | placed #2 HOME +110 100 rests 100
                a edit #2 odds -105
                  | cancelled #2 USER filled 0 released 100
                  | placed #3 HOME -105 100 rests 70
                  | matched #3 30 @ +100 with #1 30, 0 left
                """);
    }

    @Test
    void whatRefusesTheNewOneLeavesTheOldOne() {
        Transcript.check(
                """
                account a balance 100
                  | opened a balance 100 outside -100
                m post AWAY 100 30
                  | placed #1 AWAY +100 30 rests 30
                a post HOME 110 100
                  | placed #2 HOME +110 100 rests 100
                a edit #2 odds line:999001
                  | rejected ODDS_OUT_OF_RANGE
                a edit #2 stake 0.5
                  | rejected STAKE_OUT_OF_RANGE
                a edit #2 odds -100000 stake 1
                  | rejected WIN_TOO_SMALL
                a edit #2 expires 525601
                  | rejected EXPIRY_OUT_OF_RANGE
                a edit #2 odds 100 type post
                  | rejected POST_WOULD_MATCH
                a edit #2 odds 105 type fillAndKill
                  | rejected NOTHING_TO_TAKE
                a edit #2 odds 100 type fillOrKill
                  | rejected NOT_FILLED_WHOLLY
                a edit #2 stake 100.000001
                  | rejected INSUFFICIENT_FUNDS
                suspend 1
                  | game 1 SUSPENDED
                a edit #2 odds 105
                  | rejected GAME_NOT_OPEN
                open 1
                  | game 1 OPEN
                suspendExchange
                  | exchange suspended
                a edit #2 odds 105
                  | rejected EXCHANGE_SUSPENDED
                resumeExchange
                  | exchange resumed
                book
                  | #1 AWAY +100 30
                  | #2 HOME +110 100
                """);
    }

    @Test
    void whatCanNotBeCancelledCanNotBeEdited() {
        Transcript.check(
                """
                a post HOME 110 10 expires 1
                  | placed #1 HOME +110 10 rests 10 expires 1
                b edit #1 odds 120
                  | #1 NOT_YOUR_ORDER
                a edit #? odds 120
                  | #? ORDER_NOT_FOUND
                minute 1
                  | cancelled #1 EXPIRED filled 0 released 10
                a edit #1 odds 120
                  | #1 ALREADY_EXPIRED
                a post HOME 110 10
                  | placed #2 HOME +110 10 rests 10
                a pause
                  | cancelled #2 PAUSED filled 0 released 10
                  | epoch 1
                a edit #2 odds 120
                  | #2 NOT_RESTING
                nobody edit #2 odds 120
                  | rejected ACCOUNT_NOT_FOUND
                """);
    }

    @Test
    void whoIsMistakenAboutWhatIsLeftGetsItCancelled() {
        Transcript.check(
                """
                a post HOME 110 10
                  | placed #1 HOME +110 10 rests 10
                a edit #1 odds 120 intended 11
                  | cancelled #1 USER filled 0 released 10
                  | placed #2 HOME +120 10 rests 10
                a edit #2 odds 130 intended 9
                  | cancelled #2 USER filled 0 released 10
                  | placed #3 HOME +130 10 rests 10
                a edit #3 odds 140 intended 11.000001
                  | cancelled #3 USER filled 0 released 10
                book
                """);
    }

    @Test
    void itMayAskForSomebodyOnTheOtherSide() {
        Transcript.check(
                """
                a post HOME 110 10
                  | placed #1 HOME +110 10 rests 10
                a post AWAY 110 10
                  | placed #2 AWAY +110 10 rests 10
                a edit #1 odds 120 needs otherSide
                  | rejected NO_OTHER_SIDE
                b post AWAY 400 10
                  | placed #3 AWAY +400 10 rests 10
                a edit #1 odds 120 needs otherSide
                  | cancelled #1 USER filled 0 released 10
                  | placed #4 HOME +120 10 rests 10
                """);
    }

    @Test
    void offersThatTurnOutPennilessEndEvenIfItIsRefused() {
        Transcript.check(
                """
                account m balance 10
                  | opened m balance 10 outside -10
                m post AWAY -110 10
                  | placed #1 AWAY -110 10 rests 10
                m post AWAY 100 10
                  | placed #2 AWAY +100 10 rests 10
                b fillAndKill HOME 110 9.090909
                  | placed #3 HOME +110 9.090909 rests 0
                  | matched #3 9.090909 @ +110 with #1 10, 0 left
                a post HOME 120 10
                  | placed #4 HOME +120 10 rests 10
                a edit #4 odds 100 type fillAndKill
                  | cancelled #2 INSUFFICIENT_FUNDS filled 0 released 10
                  | rejected NOTHING_TO_TAKE
                book
                  | #4 HOME +120 10
                """);
    }
}
