package evens.core;

import org.junit.jupiter.api.Test;

/** Spreads: the number belongs to the participant that is backed, and is a market of its own. */
class SpreadTest {
    /** Away with 3.5 is met by home with -3.5 and by nobody else. */
    @Test
    void isTheSameMarketFromBothSides() {
        Transcript.check(
                """
                m post AWAY+3.5 -110 100
                  | placed #1 AWAY+3.5 -110 100 rests 100
                t limit HOME-3.5 110 50
                  | placed #2 HOME-3.5 +110 50 rests 0
                  | matched #2 50 @ +110 with #1 55, 45 left
                t limit AWAY-3.5 100 10 , limit HOME+3.5 -105 10
                  | placed #3 AWAY-3.5 +100 10 rests 10
                  | placed #4 HOME+3.5 -105 10 rests 10
                book
                  | #3 AWAY-3.5 +100 10
                  | #4 HOME+3.5 -105 10
                  | #1 AWAY+3.5 -110 45
                """);
    }

    @Test
    void numbersNeverCross() {
        Transcript.check(
                """
                m post AWAY+3 100 10 , post AWAY+3.25 100 10 , post AWAY+3.5 100 10 , post AWAY+3.75 100 10
                  | placed #1 AWAY+3 +100 10 rests 10
                  | placed #2 AWAY+3.25 +100 10 rests 10
                  | placed #3 AWAY+3.5 +100 10 rests 10
                  | placed #4 AWAY+3.75 +100 10 rests 10
                t limit HOME-3.25 -200 40
                  | placed #5 HOME-3.25 -200 40 rests 30
                  | matched #5 10 @ +100 with #2 10, 0 left
                u limit HOME+3.25 -200 10
                  | placed #6 HOME+3.25 -200 10 rests 10
                book
                  | #6 HOME+3.25 -200 10
                  | #1 AWAY+3 +100 10
                  | #5 HOME-3.25 -200 30
                  | #3 AWAY+3.5 +100 10
                  | #4 AWAY+3.75 +100 10
                """);
    }

    /** Home with -0 is home with 0. */
    @Test
    void theMoneylineAndTheSpreadOfNothingAreDifferentMarkets() {
        Transcript.check(
                """
                m post HOME 100 10 , post HOME-0 100 10
                  | placed #1 HOME +100 10 rests 10
                  | placed #2 HOME+0 +100 10 rests 10
                t limit AWAY+0 -200 20
                  | placed #3 AWAY+0 -200 20 rests 10
                  | matched #3 10 @ +100 with #2 10, 0 left
                t fillAndKill AWAY -200 15
                  | placed #4 AWAY -200 15 rests 0
                  | matched #4 10 @ +100 with #1 10, 0 left
                book
                  | #3 AWAY+0 -200 10
                """);
    }

    @Test
    void numbersReachToAThousandOnBothSides() {
        Transcript.check(
                """
                a limit AWAY+1000 100 10 , limit AWAY-1000 100 10 , limit HOME+1000 100 10 , limit HOME-1000 100 10
                  | placed #1 AWAY+1000 +100 10 rests 10
                  | placed #2 AWAY-1000 +100 10 rests 10
                  | placed #3 HOME+1000 +100 10 rests 10
                  | placed #4 HOME-1000 +100 10 rests 10
                a limit AWAY+1000.25 100 10 , limit AWAY-1000.25 100 10 , limit HOME+1000.25 100 10
                  | rejected NUMBER_OUT_OF_RANGE
                  | rejected NUMBER_OUT_OF_RANGE
                  | rejected NUMBER_OUT_OF_RANGE
                a limit SPREAD:PARTICIPANT:1:2147483647 100 10 , limit SPREAD:PARTICIPANT:2:-2147483648 100 10
                  | rejected NUMBER_OUT_OF_RANGE
                  | rejected NUMBER_OUT_OF_RANGE
                book
                  | #2 AWAY-1000 +100 10
                  | #3 HOME+1000 +100 10
                  | #1 AWAY+1000 +100 10
                  | #4 HOME-1000 +100 10
                """);
    }

    @Test
    void onlyAParticipantMayBeBacked() {
        Transcript.check(
                """
                a limit 77+3.5 100 10 , limit 0+3.5 100 10
                  | rejected WRONG_SIDE
                  | rejected WRONG_SIDE
                a limit SPREAD:OVER:1:14 100 10 , limit SPREAD:UNDER:1:14 100 10
                  | rejected WRONG_SIDE
                  | rejected WRONG_SIDE
                a limit SPREAD:YES:1:14 100 10 , limit SPREAD:NO:1:14 100 10
                  | rejected WRONG_SIDE
                  | rejected WRONG_SIDE
                book
                """);
    }
}
