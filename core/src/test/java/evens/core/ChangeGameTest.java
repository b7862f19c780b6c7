package evens.core;

import org.junit.jupiter.api.Test;

/** Changing a game's start and names. */
class ChangeGameTest {
    @Test
    void aLaterStartLetsOrdersRestLonger() {
        Transcript.check(
                """
                m post HOME 100 10 , post AWAY+3 100 10 expires 30
                  | placed #1 HOME +100 10 rests 10
                  | placed #2 AWAY+3 +100 10 rests 10 expires 30
                changeGame 1 starts 80
                  | game 1 OPEN starts 80: Away at Home
                minute 60
                  | cancelled #2 EXPIRED filled 0 released 10
                m limit HOME 100 10 expires 15 , limit HOME 100 10 expires 20
                  | placed #3 HOME +100 10 rests 10 expires 75
                  | placed #4 HOME +100 10 rests 10 expires 80
                minute 80
                  | cancelled #3 EXPIRED filled 0 released 10
                  | cancelled #1 GAME_START filled 0 released 10
                  | cancelled #4 GAME_START filled 0 released 10
                  | game 1 CLOSED
                """);
    }

    @Test
    void anEarlierStartEndsThemSooner() {
        Transcript.check(
                """
                m post HOME 100 10 , post AWAY+3 100 10 expires 30
                  | placed #1 HOME +100 10 rests 10
                  | placed #2 AWAY+3 +100 10 rests 10 expires 30
                changeGame 1 starts 20
                  | game 1 OPEN starts 20: Away at Home
                minute 19
                minute 20
                  | cancelled #1 GAME_START filled 0 released 10
                  | cancelled #2 GAME_START filled 0 released 10
                  | game 1 CLOSED
                minute 60
                """);
    }

    @Test
    void aStartThatIsNotInTheFutureClosesAtOnce() {
        Transcript.check(
                """
                m post HOME 100 10 , post AWAY+3 100 10 , post OVER 9 100 10 expires 30
                  | placed #1 HOME +100 10 rests 10
                  | placed #2 AWAY+3 +100 10 rests 10
                  | placed #3 OVER 9 +100 10 rests 10 expires 30
                minute 10
                changeGame 1 starts 10
                  | cancelled #1 GAME_START filled 0 released 10
                  | cancelled #2 GAME_START filled 0 released 10
                  | cancelled #3 GAME_START filled 0 released 10
                  | game 1 CLOSED starts 10: Away at Home
                m limit HOME 100 10
                  | rejected GAME_NOT_OPEN
                open 1
                  | refused GAME_IS_CLOSED
                m cancel #1
                  | #1 ALREADY_EXPIRED
                minute 60
                """);
    }

    @Test
    void aClosedGameWithANewStartMayBeOpenedAgain() {
        Transcript.check(
                """
                m post HOME 100 10
                  | placed #1 HOME +100 10 rests 10
                t limit AWAY 100 4
                  | placed #2 AWAY +100 4 rests 0
                  | matched #2 4 @ +100 with #1 4, 6 left
                minute 60
                  | cancelled #1 GAME_START filled 4 released 6
                  | game 1 CLOSED
                changeGame 1 starts 50
                  | game 1 CLOSED starts 50: Away at Home
                changeGame 1 starts 90
                  | game 1 SCHEDULED starts 90: Away at Home
                m limit HOME 100 10
                  | rejected GAME_NOT_OPEN
                open 1
                  | game 1 OPEN
                m limit HOME 100 10
                  | placed #3 HOME +100 10 rests 10
                minute 90
                  | cancelled #3 GAME_START filled 0 released 10
                  | game 1 CLOSED
                funds m
                  | liability -4 available 9996
                """);
    }

    @Test
    void namesMayChangeInAnyState() {
        Transcript.check(
                """
                changeGame 1 starts 60 name Final featured true
                  | game 1 OPEN starts 60: Final, featured
                suspend 1
                  | game 1 SUSPENDED
                changeGame 1 starts 60 name Semifinal
                  | game 1 SUSPENDED starts 60: Semifinal
                game 2 starts 90 SCHEDULED
                  | game 2 SCHEDULED
                changeGame 2 starts 95 name Third
                  | game 2 SCHEDULED starts 95: Third
                """);
    }

    /** Its names may change, and it stays closed. */
    @Test
    void onlyANewStartLetsAClosedGameBeOpenedAgain() {
        Transcript.check(
                """
                close 1
                  | game 1 CLOSED
                changeGame 1 starts 60 name Final
                  | game 1 CLOSED starts 60: Final
                changeGame 1 starts 0 name Over
                  | game 1 CLOSED starts 0: Over
                changeGame 1 starts 60 name Replay
                  | game 1 SCHEDULED starts 60: Replay
                """);
    }

    @Test
    void itIsStillTheSameGame() {
        Transcript.check(
                """
                league EPL soccer
                  | league EPL
                game 2 starts 90 OPEN parent 1
                  | game 2 OPEN
                changeGame 7 starts 60
                  | refused GAME_NOT_FOUND
                changeGame 1 starts 60 league EPL
                  | refused TERMS_DIFFER
                changeGame 1 starts 60 special true
                  | refused TERMS_DIFFER
                changeGame 1 starts 60 yesNo true
                  | refused TERMS_DIFFER
                changeGame 1 starts 60 parent 2
                  | refused TERMS_DIFFER
                changeGame 2 starts 0 parent 0
                  | refused TERMS_DIFFER
                changeGame 2 starts 91 parent 1
                  | game 2 OPEN starts 91: Away at Home
                """);
    }
}
