package evens.core;

import org.junit.jupiter.api.Test;

/** Limit orders: what rests, what matches, at which odds, in which order, and what is refused. */
class PlaceOrderTest {
    @Test
    void anOfferRestsWithItsWholeStake() {
        Transcript.check(
                """
                maker limit HOME -110 100 ref tip-off
                  | placed #1 HOME -110 100 rests 100 ref tip-off
                book
                  | #1 HOME -110 100
                funds maker
                  | liability 0 available 10000
                """);
    }

    /** The worked examples E1 to E3: a take at better odds, a second that exhausts the offer. */
    @Test
    void takesAtTheMakersOddsAndRestsWithTheRemainder() {
        Transcript.check(
                """
                account t rate 1 balance 1000
                  | opened t balance 1000 outside -1000
                m post HOME -110 100
                  | placed #1 HOME -110 100 rests 100
                t limit AWAY 105 60
                  | placed #2 AWAY +105 60 rests 0
                  | matched #2 60 @ +110 with #1 66, 34 left, fee 0.66 or 0.6
                t limit AWAY 110 50
                  | placed #3 AWAY +110 50 rests 19.090909
                  | matched #3 30.909091 @ +110 with #1 34, 0 left, fee 0.34 or 0.309091
                book
                  | #3 AWAY +110 19.090909
                m cancel #1 #3
                  | #1 ALREADY_FILLED
                  | #3 NOT_YOUR_ORDER
                """);
    }

    /** The worked example E4: 185 of 300 find 100 of maker's stake, the rest waits. */
    @Test
    void restsWithWhatFoundNoOffer() {
        Transcript.check(
                """
                account t rate 1 balance 1000
                  | opened t balance 1000 outside -1000
                m post HOME 185 100
                  | placed #1 HOME +185 100 rests 100
                t limit AWAY -185 300
                  | placed #2 AWAY -185 300 rests 115
                  | matched #2 185 @ -185 with #1 100, 0 left, fee 1 or 1
                """);
    }

    @Test
    void meetsTheBestOddsFirstThenTheOldest() {
        Transcript.check(
                """
                a post HOME 100 10
                  | placed #1 HOME +100 10 rests 10
                b post HOME -105 10
                  | placed #2 HOME -105 10 rests 10
                c post HOME -105 10
                  | placed #3 HOME -105 10 rests 10
                d post HOME -110 10
                  | placed #4 HOME -110 10 rests 10
                e post HOME -100 10
                  | placed #5 HOME +100 10 rests 10
                t limit AWAY -150 41
                  | placed #6 AWAY -150 41 rests 0
                  | matched #6 9.090909 @ +110 with #4 10, 0 left
                  | matched #6 9.52381 @ +105 with #2 10, 0 left
                  | matched #6 9.52381 @ +105 with #3 10, 0 left
                  | matched #6 10 @ +100 with #1 10, 0 left
                  | matched #6 2.861471 @ +100 with #5 2.861471, 7.138529 left
                """);
    }

    @Test
    void doesNotMatchBeyondItsOdds() {
        Transcript.check(
                """
                m post HOME -110 100
                  | placed #1 HOME -110 100 rests 100
                t limit AWAY 110.1 100
                  | placed #2 AWAY +110.1 100 rests 100
                t limit AWAY 110 10
                  | placed #3 AWAY +110 10 rests 0
                  | matched #3 10 @ +110 with #1 11, 89 left
                """);
    }

    @Test
    void bothSignsOfEvenMoneyAreOnePrice() {
        Transcript.check(
                """
                m post HOME -100 10
                  | placed #1 HOME +100 10 rests 10
                t limit AWAY -100 10
                  | placed #2 AWAY +100 10 rests 0
                  | matched #2 10 @ +100 with #1 10, 0 left
                """);
    }

    @Test
    void anOrderNeverMatchesItsOwnAccount() {
        Transcript.check(
                """
                a post HOME -120 10
                  | placed #1 HOME -120 10 rests 10
                b post HOME -110 10
                  | placed #2 HOME -110 10 rests 10
                a limit AWAY 100 50
                  | placed #3 AWAY +100 50 rests 40.909091
                  | matched #3 9.090909 @ +110 with #2 10, 0 left
                book
                  | #3 AWAY +100 40.909091
                  | #1 HOME -120 10
                """);
    }

    @Test
    void gamesHaveBooksOfTheirOwn() {
        Transcript.check(
                """
                game 2 starts 90 OPEN
                  | game 2 OPEN
                m post HOME 100 10 game 2
                  | placed #1 HOME +100 10 rests 10
                t limit AWAY 100 10
                  | placed #2 AWAY +100 10 rests 10
                t limit AWAY 100 10 game 2
                  | placed #3 AWAY +100 10 rests 0
                  | matched #3 10 @ +100 with #1 10, 0 left
                """);
    }

    @Test
    void aTakersRemainderBelowACentIsCancelled() {
        Transcript.check(
                """
                m post HOME 100 10
                  | placed #1 HOME +100 10 rests 10
                t limit AWAY 100 10.009999
                  | placed #2 AWAY +100 10.009999 rests 0
                  | matched #2 10 @ +100 with #1 10, 0 left
                  | cancelled #2 REMAINDER_TOO_SMALL filled 10 released 0.009999
                m post HOME 100 10
                  | placed #3 HOME +100 10 rests 10
                t limit AWAY 100 10.01
                  | placed #4 AWAY +100 10.01 rests 0.01
                  | matched #4 10 @ +100 with #3 10, 0 left
                """);
    }

    @Test
    void aRemainderThatWouldWinLessThanACentIsCancelled() {
        Transcript.check(
                """
                m post HOME 1000 10
                  | placed #1 HOME +1000 10 rests 10
                t limit AWAY -1000 100.09
                  | placed #2 AWAY -1000 100.09 rests 0
                  | matched #2 100 @ -1000 with #1 10, 0 left
                  | cancelled #2 REMAINDER_TOO_SMALL filled 100 released 0.09
                """);
    }

    @Test
    void aRemainderBelowACentIsCancelledHoweverMuchItWouldWin() {
        Transcript.check(
                """
                m post HOME -5000 1000
                  | placed #1 HOME -5000 1000 rests 1000
                t limit AWAY 5000 20.009
                  | placed #2 AWAY +5000 20.009 rests 0
                  | matched #2 20 @ +5000 with #1 1000, 0 left
                  | cancelled #2 REMAINDER_TOO_SMALL filled 20 released 0.009
                """);
    }

    @Test
    void aMakersRemainderBelowACentIsCancelled() {
        Transcript.check(
                """
                m post HOME 100 10
                  | placed #1 HOME +100 10 rests 10
                t limit AWAY 100 9.995
                  | placed #2 AWAY +100 9.995 rests 0
                  | matched #2 9.995 @ +100 with #1 9.995, 0.005 left
                  | cancelled #1 REMAINDER_TOO_SMALL filled 9.995 released 0.005
                book
                """);
    }

    @Test
    void stopsWhenWhatIsLeftIsTooSmallForAnotherFill() {
        Transcript.check(
                """
                a post HOME 100 10
                  | placed #1 HOME +100 10 rests 10
                b post HOME 100 10
                  | placed #2 HOME +100 10 rests 10
                t limit AWAY 100 10.005
                  | placed #3 AWAY +100 10.005 rests 0
                  | matched #3 10 @ +100 with #1 10, 0 left
                  | cancelled #3 REMAINDER_TOO_SMALL filled 10 released 0.005
                """);
    }

    @Test
    void everyOrderOfABatchHasItsOwnAnswer() {
        Transcript.check(
                """
                a limit HOME 100 10 , limit HOME 100 0.5 , post AWAY -110 5 ref third
                  | placed #1 HOME +100 10 rests 10
                  | rejected STAKE_OUT_OF_RANGE
                  | placed #2 AWAY -110 5 rests 5 ref third
                """);
    }

    @Test
    void refusesWhatIsWrongTheFirstThingFirst() {
        Transcript.check(
                """
                nobody limit HOME 100 10
                  | rejected ACCOUNT_NOT_FOUND
                a limit HOME 100 10 game 7
                  | rejected GAME_NOT_FOUND
                game 2 starts 90 SCHEDULED
                  | game 2 SCHEDULED
                a limit 77 100 10 game 2
                  | rejected GAME_NOT_OPEN
                a limit 77 100 0
                  | rejected WRONG_SIDE
                a limit HOME line:999001 0
                  | rejected ODDS_OUT_OF_RANGE
                a limit HOME line:-999001 10
                  | rejected ODDS_OUT_OF_RANGE
                a limit HOME line:-2147483648 10
                  | rejected ODDS_OUT_OF_RANGE
                a limit HOME line:2147483647 10
                  | rejected ODDS_OUT_OF_RANGE
                a limit HOME 100 0.999999
                  | rejected STAKE_OUT_OF_RANGE
                a limit HOME 100 10000000.000001
                  | rejected STAKE_OUT_OF_RANGE
                a limit HOME -10000 -1
                  | rejected STAKE_OUT_OF_RANGE
                a limit HOME -100000 9
                  | rejected WIN_TOO_SMALL
                a limit HOME -100000 9.9994
                  | rejected WIN_TOO_SMALL
                a limit HOME 100 10 expires -2
                  | rejected EXPIRY_OUT_OF_RANGE
                a limit HOME 100 10 expires 525601
                  | rejected EXPIRY_OUT_OF_RANGE
                book
                """);
    }

    @Test
    void acceptsTheSmallestAndTheLargest() {
        Transcript.check(
                """
                account rich balance 100000000 max 1000000000
                  | opened rich balance 100000000 outside -100000000
                rich limit HOME 100 1
                  | placed #1 HOME +100 1 rests 1
                rich limit HOME -10000 1
                  | placed #2 HOME -10000 1 rests 1
                rich limit HOME -100000 10
                  | placed #3 HOME -100000 10 rests 10
                rich limit HOME 100000 10000000 expires 525600
                  | placed #4 HOME +100000 10000000 rests 10000000 expires 525600
                """);
    }

    @Test
    void aReferenceMayHaveFiveHundredAndTwelveBytes() {
        String longest = "x".repeat(512);
        Transcript.check(
                """
                a limit HOME 100 10 ref %1$s
                  | placed #1 HOME +100 10 rests 10 ref %1$s
                a limit HOME 100 10 ref %1$sx
                  | rejected REFERENCE_TOO_LONG
                """
                        .formatted(longest));
    }
}
