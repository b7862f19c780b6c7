package evens.core;

import org.junit.jupiter.api.Test;

/** A resting offer holds no money: each fill is cut to what its maker can pay at that moment. */
class FundsTest {
    @Test
    void aMakerMayOfferMoreThanItHasInManyGames() {
        Transcript.check(
                """
                account m balance 10
                  | opened m balance 10 outside -10
                game 2 starts 90 OPEN
                  | game 2 OPEN
                m post HOME 100 10 , post HOME 100 10 game 2 , post AWAY 110 10 game 2
                  | placed #1 HOME +100 10 rests 10
                  | placed #2 HOME +100 10 rests 10
                  | placed #3 AWAY +110 10 rests 10
                funds m
                  | liability 0 available 10
                t limit AWAY 100 4
                  | placed #4 AWAY +100 4 rests 0
                  | matched #4 4 @ +100 with #1 4, 6 left
                funds m
                  | liability -4 available 6
                """);
    }

    @Test
    void aMakerIsTrimmedToTheLastMicroDollarAndTheRestCancelled() {
        Transcript.check(
                """
                account m balance 7.000001
                  | opened m balance 7.000001 outside -7.000001
                m post HOME -110 5
                  | placed #1 HOME -110 5 rests 5
                m post HOME -110 7
                  | placed #2 HOME -110 7 rests 7
                n post HOME -110 7
                  | placed #3 HOME -110 7 rests 7
                t limit AWAY 110 10
                  | placed #4 AWAY +110 10 rests 0
                  | matched #4 4.545455 @ +110 with #1 5, 0 left
                  | matched #4 1.818183 @ +110 with #2 2.000001, 4.999999 left
                  | cancelled #2 INSUFFICIENT_FUNDS filled 2.000001 released 4.999999
                  | matched #4 3.636362 @ +110 with #3 3.999998, 3.000002 left
                funds m
                  | liability -7.000001 available 0
                """);
    }

    @Test
    void aMakersSecondOfferIsJudgedWithItsFirstFill() {
        Transcript.check(
                """
                account m balance 10
                  | opened m balance 10 outside -10
                m post HOME 100 8 , post HOME 105 8 , post HOME 110 8
                  | placed #1 HOME +100 8 rests 8
                  | placed #2 HOME +105 8 rests 8
                  | placed #3 HOME +110 8 rests 8
                t limit AWAY -120 50
                  | placed #4 AWAY -120 50 rests 39.9
                  | matched #4 8 @ +100 with #1 8, 0 left
                  | matched #4 2.1 @ -105 with #2 2, 6 left
                  | cancelled #2 INSUFFICIENT_FUNDS filled 2 released 6
                  | cancelled #3 INSUFFICIENT_FUNDS filled 0 released 8
                """);
    }

    /** The maker could still pay for its second offer: the first fill was never made. */
    @Test
    void anOfferThatOnlyTheRefusedPlanExhaustedStays() {
        Transcript.check(
                """
                account m balance 10
                  | opened m balance 10 outside -10
                account t balance 12
                  | opened t balance 12 outside -22
                m post HOME 100 10 , post HOME 105 8
                  | placed #1 HOME +100 10 rests 10
                  | placed #2 HOME +105 8 rests 8
                t limit AWAY -120 50
                  | rejected INSUFFICIENT_FUNDS
                book
                  | #1 HOME +100 10
                  | #2 HOME +105 8
                """);
    }

    @Test
    void aPennilessOfferIsCancelledAlsoWhenTheIncomingOrderIsRefused() {
        Transcript.check(
                """
                account m balance 10
                  | opened m balance 10 outside -10
                account t balance 5
                  | opened t balance 5 outside -15
                m post HOME 100 10 , post HOME 100 10 ref broke
                  | placed #1 HOME +100 10 rests 10
                  | placed #2 HOME +100 10 rests 10 ref broke
                b fillAndKill AWAY 100 10
                  | placed #3 AWAY +100 10 rests 0
                  | matched #3 10 @ +100 with #1 10, 0 left
                t limit AWAY 100 50
                  | cancelled #2 INSUFFICIENT_FUNDS filled 0 released 10
                  | rejected INSUFFICIENT_FUNDS
                m cancel #2
                  | #2 ALREADY_CANCELLED
                """);
    }

    @Test
    void anOfferThatCanPayLessThanACentCanPayNothing() {
        Transcript.check(
                """
                account m balance 10.009999
                  | opened m balance 10.009999 outside -10.009999
                m post HOME 100 10 , post HOME 100 10
                  | placed #1 HOME +100 10 rests 10
                  | placed #2 HOME +100 10 rests 10
                b fillAndKill AWAY 100 50
                  | placed #3 AWAY +100 50 rests 0
                  | matched #3 10 @ +100 with #1 10, 0 left
                  | cancelled #2 INSUFFICIENT_FUNDS filled 0 released 10
                """);
    }

    @Test
    void aTakerThatCanNotPayIsRefusedAndNothingIsMatched() {
        Transcript.check(
                """
                account t rate 1 balance 10
                  | opened t balance 10 outside -10
                m post HOME 100 50
                  | placed #1 HOME +100 50 rests 50
                t limit AWAY 100 10
                  | rejected INSUFFICIENT_FUNDS
                t limit AWAY 100 9.900991
                  | rejected INSUFFICIENT_FUNDS
                t limit AWAY 100 9.90099
                  | placed #2 AWAY +100 9.90099 rests 0
                  | matched #2 9.90099 @ +100 with #1 9.90099, 40.09901 left, fee 0.09901 or 0.09901
                funds t
                  | liability -10 available 0
                """);
    }

    @Test
    void theRemainderIsJudgedTogetherWithTheFills() {
        Transcript.check(
                """
                account t balance 100
                  | opened t balance 100 outside -100
                m post HOME 100 50
                  | placed #1 HOME +100 50 rests 50
                t limit AWAY 100 100.01
                  | rejected INSUFFICIENT_FUNDS
                t limit AWAY 100 100
                  | placed #2 AWAY +100 100 rests 50
                  | matched #2 50 @ +100 with #1 50, 0 left
                """);
    }

    @Test
    void whoHasNothingLeftMayStillHedge() {
        Transcript.check(
                """
                account t balance 10
                  | opened t balance 10 outside -10
                m post HOME 100 10 , post AWAY 100 30
                  | placed #1 HOME +100 10 rests 10
                  | placed #2 AWAY +100 30 rests 30
                t limit AWAY 100 10
                  | placed #3 AWAY +100 10 rests 0
                  | matched #3 10 @ +100 with #1 10, 0 left
                funds t
                  | liability -10 available 0
                t limit AWAY 100 1
                  | rejected INSUFFICIENT_FUNDS
                t limit HOME 100 20.000001
                  | rejected INSUFFICIENT_FUNDS
                t limit HOME 100 20
                  | placed #4 HOME +100 20 rests 0
                  | matched #4 20 @ +100 with #2 20, 10 left
                funds t
                  | liability -10 available 0
                """);
    }

    @Test
    void aHedgeMayBeOfferedToo() {
        Transcript.check(
                """
                account m balance 10
                  | opened m balance 10 outside -10
                m post HOME 100 10
                  | placed #1 HOME +100 10 rests 10
                t limit AWAY 100 10
                  | placed #2 AWAY +100 10 rests 0
                  | matched #2 10 @ +100 with #1 10, 0 left
                m post AWAY 100 20
                  | placed #3 AWAY +100 20 rests 20
                t limit HOME 100 20
                  | placed #4 HOME +100 20 rests 0
                  | matched #4 20 @ +100 with #3 20, 0 left
                """);
    }

    /** The worked example E10, without commission. */
    @Test
    void theLiabilityOfAGameIsTheWorstCase() {
        Transcript.check(
                """
                m post AWAY 110 90.909091 , post HOME -110 66
                  | placed #1 AWAY +110 90.909091 rests 90.909091
                  | placed #2 HOME -110 66 rests 66
                t limit HOME -110 100
                  | placed #3 HOME -110 100 rests 0
                  | matched #3 100 @ -110 with #1 90.909091, 0 left
                funds t
                  | liability -100 available 9900
                t limit AWAY 110 60
                  | placed #4 AWAY +110 60 rests 0
                  | matched #4 60 @ +110 with #2 66, 0 left
                funds t
                  | liability -34 available 9966
                funds m
                  | liability -30.909091 available 9969.090909
                """);
    }

    @Test
    void aFullyHedgedGameHasNoLiability() {
        Transcript.check(
                """
                m post AWAY 100 10 , post HOME -120 12
                  | placed #1 AWAY +100 10 rests 10
                  | placed #2 HOME -120 12 rests 12
                t limit HOME 100 10
                  | placed #3 HOME +100 10 rests 0
                  | matched #3 10 @ +100 with #1 10, 0 left
                t limit AWAY 120 9
                  | placed #4 AWAY +120 9 rests 0
                  | matched #4 9 @ +120 with #2 10.8, 1.2 left
                funds t
                  | liability 0 available 10000
                """);
    }

    @Test
    void liabilitiesOfGamesAreAddedUp() {
        Transcript.check(
                """
                account t balance 25
                  | opened t balance 25 outside -25
                game 2 starts 90 OPEN
                  | game 2 OPEN
                m post HOME 100 10 , post AWAY 100 10 game 2
                  | placed #1 HOME +100 10 rests 10
                  | placed #2 AWAY +100 10 rests 10
                t limit AWAY 100 10 , limit HOME 100 10 game 2
                  | placed #3 AWAY +100 10 rests 0
                  | matched #3 10 @ +100 with #1 10, 0 left
                  | placed #4 HOME +100 10 rests 0
                  | matched #4 10 @ +100 with #2 10, 0 left
                funds t
                  | liability -20 available 5
                """);
    }

    @Test
    void whatIsAtStakeOnOneGamePaysForNoOther() {
        Transcript.check(
                """
                account t balance 15
                  | opened t balance 15 outside -15
                account m balance 15
                  | opened m balance 15 outside -30
                game 2 starts 90 OPEN
                  | game 2 OPEN
                m post HOME 100 10 , post AWAY 100 10 game 2
                  | placed #1 HOME +100 10 rests 10
                  | placed #2 AWAY +100 10 rests 10
                t limit AWAY 100 10 , limit HOME 100 10 game 2
                  | placed #3 AWAY +100 10 rests 0
                  | matched #3 10 @ +100 with #1 10, 0 left
                  | rejected INSUFFICIENT_FUNDS
                u limit HOME 100 10 game 2
                  | placed #4 HOME +100 10 rests 5
                  | matched #4 5 @ +100 with #2 5, 5 left
                  | cancelled #2 INSUFFICIENT_FUNDS filled 5 released 5
                """);
    }

    @Test
    void creditCanBeBetUpToTheLiabilityLimit() {
        Transcript.check(
                """
                account t balance 10 credit -100 max 60
                  | opened t balance 10 outside -10
                account u balance 10 credit -40 max 1000
                  | opened u balance 10 outside -20
                m post HOME 100 500
                  | placed #1 HOME +100 500 rests 500
                t limit AWAY 100 60.01
                  | rejected INSUFFICIENT_FUNDS
                t limit AWAY 100 60
                  | placed #2 AWAY +100 60 rests 0
                  | matched #2 60 @ +100 with #1 60, 440 left
                funds t
                  | liability -60 available 50
                u limit AWAY 100 50.01
                  | rejected INSUFFICIENT_FUNDS
                u limit AWAY 100 50
                  | placed #3 AWAY +100 50 rests 0
                  | matched #3 50 @ +100 with #1 50, 390 left
                """);
    }

    /** The worked example E9. */
    @Test
    void availableIsBalanceAndCreditLessLiability() {
        Transcript.check(
                """
                account t balance 59.50 credit -100000 max 1000000
                  | opened t balance 59.5 outside -59.5
                m post HOME 100 7419.59
                  | placed #1 HOME +100 7419.59 rests 7419.59
                t limit AWAY 100 7419.59
                  | placed #2 AWAY +100 7419.59 rests 0
                  | matched #2 7419.59 @ +100 with #1 7419.59, 0 left
                funds t
                  | liability -7419.59 available 92639.91
                """);
    }

    @Test
    void aMakerIsTrimmedByItsLiabilityLimitToo() {
        Transcript.check(
                """
                account m balance 1000 max 25
                  | opened m balance 1000 outside -1000
                m post HOME 100 20 , post HOME 100 20
                  | placed #1 HOME +100 20 rests 20
                  | placed #2 HOME +100 20 rests 20
                t limit AWAY 100 40
                  | placed #3 AWAY +100 40 rests 15
                  | matched #3 20 @ +100 with #1 20, 0 left
                  | matched #3 5 @ +100 with #2 5, 15 left
                  | cancelled #2 INSUFFICIENT_FUNDS filled 5 released 15
                """);
    }

    /** Nothing is reserved: money that comes later pays for an offer that was made before. */
    @Test
    void aDepositPaysForOffersThatRest() {
        Transcript.check(
                """
                account m balance 10
                  | opened m balance 10 outside -10
                m post HOME 100 10 , post HOME 100 10
                  | placed #1 HOME +100 10 rests 10
                  | placed #2 HOME +100 10 rests 10
                t limit AWAY 100 10
                  | placed #3 AWAY +100 10 rests 0
                  | matched #3 10 @ +100 with #1 10, 0 left
                deposit m 10
                  | deposited 10 balance 20 outside -10020
                t limit AWAY 100 10
                  | placed #4 AWAY +100 10 rests 0
                  | matched #4 10 @ +100 with #2 10, 0 left
                """);
    }
}
