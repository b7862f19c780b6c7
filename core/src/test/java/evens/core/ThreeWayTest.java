package evens.core;

import org.junit.jupiter.api.Test;

/** Three-way questions, which are asked in soccer only. */
class ThreeWayTest {
    @Test
    void yesMeetsNo() {
        Transcript.check(
                """
                league EPL soccer
                  | league EPL
                game 2 starts 90 OPEN league EPL
                  | game 2 OPEN
                m post NO HOME -120 500 game 2
                  | placed #1 NO HOME -120 500 rests 500
                t limit YES HOME 120 100 game 2
                  | placed #2 YES HOME +120 100 rests 0
                  | matched #2 100 @ +120 with #1 120, 380 left
                book
                  | #1 NO HOME -120 380
                funds m
                  | liability -120 available 9880
                funds t
                  | liability -100 available 9900
                """);
    }

    @Test
    void everySubjectIsAMarketOfItsOwn() {
        Transcript.check(
                """
                league EPL soccer
                  | league EPL
                game 2 starts 90 OPEN league EPL
                  | game 2 OPEN
                m post YES HOME 100 10 game 2 , post YES AWAY 100 10 game 2 , post YES DRAW 100 10 game 2
                  | placed #1 YES HOME +100 10 rests 10
                  | placed #2 YES AWAY +100 10 rests 10
                  | placed #3 YES DRAW +100 10 rests 10
                t limit NO DRAW -200 40 game 2
                  | placed #4 NO DRAW -200 40 rests 30
                  | matched #4 10 @ +100 with #3 10, 0 left
                t limit HOME -200 10 game 2
                  | placed #5 HOME -200 10 rests 10
                u limit NO AWAY 100 4 game 2
                  | placed #6 NO AWAY +100 4 rests 0
                  | matched #6 4 @ +100 with #2 4, 6 left
                book
                  | #5 HOME -200 10
                  | #2 YES AWAY +100 6
                  | #1 YES HOME +100 10
                  | #4 NO DRAW -200 30
                """);
    }

    @Test
    void isAskedInSoccerOnly() {
        Transcript.check(
                """
                a limit YES HOME 100 10 , limit NO DRAW 100 10
                  | rejected MARKET_NOT_OFFERED
                  | rejected MARKET_NOT_OFFERED
                a limit MONEYLINE_1X2:PARTICIPANT:1:0 100 10
                  | rejected MARKET_NOT_OFFERED
                """);
    }

    @Test
    void onlyYesAndNoOfSomebodyMayBeBacked() {
        Transcript.check(
                """
                league EPL soccer
                  | league EPL
                game 2 starts 90 OPEN league EPL
                  | game 2 OPEN
                a limit YES 77 100 10 game 2 , limit NO 77 100 10 game 2
                  | rejected WRONG_SIDE
                  | rejected WRONG_SIDE
                a limit MONEYLINE_1X2:PARTICIPANT:1:0 100 10 game 2 , limit MONEYLINE_1X2:OVER:1:0 100 10 game 2
                  | rejected WRONG_SIDE
                  | rejected WRONG_SIDE
                a limit MONEYLINE_1X2:UNDER:0:0 100 10 game 2
                  | rejected WRONG_SIDE
                a limit MONEYLINE_1X2:YES:0:99 100 10 game 2 , limit NO DRAW 100 10 game 2
                  | placed #1 YES DRAW +100 10 rests 10
                  | placed #2 NO DRAW +100 10 rests 10
                book
                  | #1 YES DRAW +100 10
                  | #2 NO DRAW +100 10
                """);
    }

    @Test
    void oneOfThreeAnswersIsRight() {
        Transcript.check(
                """
                league EPL soccer
                  | league EPL
                game 2 starts 90 OPEN league EPL
                  | game 2 OPEN
                m post NO HOME 100 10 game 2 , post NO AWAY 100 10 game 2 , post NO DRAW 100 10 game 2
                  | placed #1 NO HOME +100 10 rests 10
                  | placed #2 NO AWAY +100 10 rests 10
                  | placed #3 NO DRAW +100 10 rests 10
                t limit YES HOME 100 10 game 2
                  | placed #4 YES HOME +100 10 rests 0
                  | matched #4 10 @ +100 with #1 10, 0 left
                liability t 2
                  | liability -10
                t limit YES AWAY 100 10 game 2
                  | placed #5 YES AWAY +100 10 rests 0
                  | matched #5 10 @ +100 with #2 10, 0 left
                liability t 2
                  | liability -20
                t limit YES DRAW 100 10 game 2
                  | placed #6 YES DRAW +100 10 rests 0
                  | matched #6 10 @ +100 with #3 10, 0 left
                liability t 2
                  | liability -10
                liability m 2
                  | liability 0
                """);
    }

    /** Away with -1,000 is the lowest number that there is. */
    @Test
    void noSpreadIsEverAThreeWayQuestion() {
        Transcript.check(
                """
                league EPL soccer
                  | league EPL
                game 2 starts 90 OPEN league EPL
                  | game 2 OPEN
                m post YES AWAY 100 10 game 2 , post YES HOME 100 10 game 2 , post YES DRAW 100 10 game 2
                  | placed #1 YES AWAY +100 10 rests 10
                  | placed #2 YES HOME +100 10 rests 10
                  | placed #3 YES DRAW +100 10 rests 10
                t limit HOME+1000 -200 10 game 2 , limit HOME+999.75 -200 10 game 2
                  | placed #4 HOME+1000 -200 10 rests 10
                  | placed #5 HOME+999.75 -200 10 rests 10
                t limit HOME+999.5 -200 10 game 2 , limit HOME+999.25 -200 10 game 2
                  | placed #6 HOME+999.5 -200 10 rests 10
                  | placed #7 HOME+999.25 -200 10 rests 10
                """);
    }
}
