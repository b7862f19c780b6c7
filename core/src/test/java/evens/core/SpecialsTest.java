package evens.core;

import org.junit.jupiter.api.Test;

/** Games that are props, or questions of yes and no. */
class SpecialsTest {
    @Test
    void aQuestionOfYesAndNoHasAMoneylineOnly() {
        Transcript.check(
                """
                game 2 starts 90 OPEN parent 1 special true yesNo true
                  | game 2 OPEN
                m post HOME 100 10 game 2
                  | placed #1 HOME +100 10 rests 10
                t limit AWAY 100 10 game 2
                  | placed #2 AWAY +100 10 rests 0
                  | matched #2 10 @ +100 with #1 10, 0 left
                t limit AWAY+3.5 100 10 game 2 , limit OVER 3.5 100 10 game 2 , limit YES HOME 100 10 game 2
                  | rejected MARKET_NOT_OFFERED
                  | rejected MARKET_NOT_OFFERED
                  | rejected MARKET_NOT_OFFERED
                """);
    }

    @Test
    void aMarketThatIsNotOfferedIsRefusedFirst() {
        Transcript.check(
                """
                game 2 starts 90 OPEN special true yesNo true
                  | game 2 OPEN
                t limit SPREAD:OVER:77:99999 line:1000000 0 game 2
                  | rejected MARKET_NOT_OFFERED
                t limit TOTAL:OVER:0:99999 line:1000000 0
                  | rejected NUMBER_OUT_OF_RANGE
                t limit TOTAL:YES:0:99999 line:1000000 0
                  | rejected WRONG_SIDE
                """);
    }

    @Test
    void alsoInSoccer() {
        Transcript.check(
                """
                league EPL soccer
                  | league EPL
                game 2 starts 90 OPEN league EPL special true yesNo true
                  | game 2 OPEN
                t limit YES HOME 100 10 game 2
                  | rejected MARKET_NOT_OFFERED
                """);
    }

    @Test
    void aPropHasATotal() {
        Transcript.check(
                """
                game 2 starts 90 OPEN parent 1 special true name POINTS
                  | game 2 OPEN
                m post UNDER 24.5 100 10 game 2
                  | placed #1 UNDER 24.5 +100 10 rests 10
                t limit OVER 24.5 100 10 game 2
                  | placed #2 OVER 24.5 +100 10 rests 0
                  | matched #2 10 @ +100 with #1 10, 0 left
                t limit AWAY+3.5 100 10 game 2
                  | placed #3 AWAY+3.5 +100 10 rests 10
                """);
    }
}
