package evens.core;

import org.junit.jupiter.api.Test;

/** A postArb order rests, locked or crossed by at most one in a hundred. */
class PostArbTest {
    @Test
    void theBandIsOneInAHundredOfTheOddsThatCouldBeHad() {
        Transcript.check(
                """
                m post HOME 100 10
                  | placed #1 HOME +100 10 rests 10
                a postArb AWAY -101 10
                  | placed #2 AWAY -101 10 rests 10
                a postArb AWAY -101.1 10
                  | rejected POST_ARB_TOO_FAR
                m post OVER 1 -105 10
                  | placed #3 OVER 1 -105 10 rests 10
                a postArb UNDER 1 103.9 10
                  | rejected POST_ARB_TOO_FAR
                a postArb UNDER 1 104 10
                  | placed #4 UNDER 1 +104 10 rests 10
                m post OVER 2 -200 10
                  | placed #5 OVER 2 -200 10 rests 10
                a postArb UNDER 2 197.9 10
                  | rejected POST_ARB_TOO_FAR
                a postArb UNDER 2 198 10
                  | placed #6 UNDER 2 +198 10 rests 10
                m post OVER 3 200 10
                  | placed #7 OVER 3 +200 10 rests 10
                a postArb UNDER 3 -202.1 10
                  | rejected POST_ARB_TOO_FAR
                a postArb UNDER 3 -202 10
                  | placed #8 UNDER 3 -202 10 rests 10
                """);
    }

    @Test
    void withNothingToTakeItRests() {
        Transcript.check(
                """
                a postArb HOME -500 10
                  | placed #1 HOME -500 10 rests 10
                """);
    }

    @Test
    void onlyALaterOrderMatchesIt() {
        Transcript.check(
                """
                m post HOME 100 10
                  | placed #1 HOME +100 10 rests 10
                a postArb AWAY 100 10
                  | placed #2 AWAY +100 10 rests 10
                book
                  | #2 AWAY +100 10
                  | #1 HOME +100 10
                t fillAndKill HOME 100 4
                  | placed #3 HOME +100 4 rests 0
                  | matched #3 4 @ +100 with #2 4, 6 left
                """);
    }

    @Test
    void ownOffersAndOffersThatCanPayNothingDoNotCount() {
        Transcript.check(
                """
                account poor balance 0
                  | opened poor balance 0 outside 0
                account m balance 10
                  | opened m balance 10 outside -10
                m post HOME -300 10
                  | placed #1 HOME -300 10 rests 10
                m post HOME -200 10
                  | placed #2 HOME -200 10 rests 10
                t fillAndKill AWAY 300 3.333333
                  | placed #3 AWAY +300 3.333333 rests 0
                  | matched #3 3.333333 @ +300 with #1 9.999999, 0.000001 left
                  | cancelled #1 REMAINDER_TOO_SMALL filled 9.999999 released 0.000001
                a post HOME -400 10
                  | placed #4 HOME -400 10 rests 10
                a postArb AWAY 100 10
                  | placed #5 AWAY +100 10 rests 10
                  | cancelled #2 INSUFFICIENT_FUNDS filled 0 released 10
                """);
    }

    @Test
    void itMustBeAffordedAsIfItRested() {
        Transcript.check(
                """
                account a balance 10
                  | opened a balance 10 outside -10
                m post HOME 100 50
                  | placed #1 HOME +100 50 rests 50
                a postArb AWAY 100 10.000001
                  | rejected INSUFFICIENT_FUNDS
                a postArb AWAY 100 10
                  | placed #2 AWAY +100 10 rests 10
                """);
    }
}
