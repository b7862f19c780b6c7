package evens.core;

import org.junit.jupiter.api.Test;

/** Changing a league. */
class ChangeLeagueTest {
    @Test
    void theDelayIsAnotherFromThenOn() {
        Transcript.check(
                """
                league EPL soccer delay 10
                  | league EPL delay 10
                changeLeague EPL delay 8
                  | league EPL delay 8
                changeLeague EPL delay 8
                  | Unchanged[]
                league EPL soccer delay 8
                  | Unchanged[]
                league EPL soccer delay 10
                  | refused LEAGUE_DIFFERS
                changeLeague EPL delay 0
                  | league EPL delay 0
                changeLeague EPL delay 60
                  | league EPL delay 60
                changeLeague NBA delay 6
                  | league NBA delay 6
                """);
    }

    @Test
    void itsGamesGoOn() {
        Transcript.check(
                """
                league EPL soccer
                  | league EPL
                game 2 starts 90 OPEN league EPL
                  | game 2 OPEN
                m post YES DRAW 300 10 game 2
                  | placed #1 YES DRAW +300 10 rests 10
                changeLeague EPL delay 20
                  | league EPL delay 20
                t limit NO DRAW -300 3 game 2
                  | placed #2 NO DRAW -300 3 rests 0
                  | matched #2 3 @ -300 with #1 1, 9 left
                changeGame 2 starts 95 league EPL
                  | game 2 OPEN starts 95: Away at Home
                """);
    }

    @Test
    void refusesTheFirstThingThatIsWrong() {
        Transcript.check(
                """
                changeLeague EPL delay 61
                  | refused LEAGUE_NOT_FOUND
                changeLeague NBA delay 61
                  | refused LIVE_DELAY_OUT_OF_RANGE
                changeLeague NBA delay -1
                  | refused LIVE_DELAY_OUT_OF_RANGE
                league EPL soccer delay 61
                  | refused LIVE_DELAY_OUT_OF_RANGE
                league EPL soccer delay -1
                  | refused LIVE_DELAY_OUT_OF_RANGE
                league NBA soccer delay 5
                  | refused LEAGUE_DIFFERS
                """);
    }
}
