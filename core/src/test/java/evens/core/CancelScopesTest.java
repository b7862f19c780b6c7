package evens.core;

import org.junit.jupiter.api.Test;

/** Cancelling a game, a league, or what has a reference. */
class CancelScopesTest {
    @Test
    void aGame() {
        Transcript.check(
                """
                league EPL soccer
                  | league EPL
                game 2 starts 90 OPEN league EPL
                  | game 2 OPEN
                a post HOME 110 10 game 2
                  | placed #1 HOME +110 10 rests 10
                a post HOME+1 110 10 game 2
                  | placed #2 HOME+1 +110 10 rests 10
                a post OVER 2 110 10 game 2
                  | placed #3 OVER 2 +110 10 rests 10
                a post YES HOME 110 10 game 2
                  | placed #4 YES HOME +110 10 rests 10
                a post NO DRAW 110 10 game 2
                  | placed #5 NO DRAW +110 10 rests 10
                a post HOME 110 10
                  | placed #6 HOME +110 10 rests 10
                b post AWAY 110 10 game 2
                  | placed #7 AWAY +110 10 rests 10
                a cancelGame 2 type TOTAL
                  | cancelled #3 USER filled 0 released 10
                a cancelGame 2
                  | cancelled #1 USER filled 0 released 10
                  | cancelled #2 USER filled 0 released 10
                  | cancelled #4 USER filled 0 released 10
                  | cancelled #5 USER filled 0 released 10
                a cancelGame 2
                a cancelGame 3
                  | refused GAME_NOT_FOUND
                nobody cancelGame 2
                """);
    }

    @Test
    void partOfAGame() {
        Transcript.check(
                """
                league EPL soccer
                  | league EPL
                game 2 starts 90 OPEN league EPL
                  | game 2 OPEN
                a post HOME 110 10 game 2
                  | placed #1 HOME +110 10 rests 10
                a post HOME+1 110 10 game 2
                  | placed #2 HOME+1 +110 10 rests 10
                a post AWAY 110 10 game 2
                  | placed #3 AWAY +110 10 rests 10
                a post OVER 2 110 10 game 2
                  | placed #4 OVER 2 +110 10 rests 10
                a post UNDER 2 110 10 game 2
                  | placed #5 UNDER 2 +110 10 rests 10
                a post YES HOME 110 10 game 2
                  | placed #6 YES HOME +110 10 rests 10
                a post NO HOME 110 10 game 2
                  | placed #7 NO HOME +110 10 rests 10
                a post YES DRAW 110 10 game 2
                  | placed #8 YES DRAW +110 10 rests 10
                a cancelGame 2 about HOME side YES
                  | cancelled #6 USER filled 0 released 10
                a cancelGame 2 side OVER
                  | cancelled #4 USER filled 0 released 10
                a cancelGame 2 type TOTAL side HOME
                a cancelGame 2 side HOME type SPREAD
                  | cancelled #2 USER filled 0 released 10
                a cancelGame 2 side HOME
                  | cancelled #1 USER filled 0 released 10
                a cancelGame 2 about 0
                  | cancelled #8 USER filled 0 released 10
                a cancelGame 2 about 9
                a cancelGame 2 twoWay true
                  | cancelled #3 USER filled 0 released 10
                  | cancelled #5 USER filled 0 released 10
                a cancelGame 2
                  | cancelled #7 USER filled 0 released 10
                """);
    }

    @Test
    void aLeague() {
        Transcript.check(
                """
                league NHL hockey
                  | league NHL
                league NHL-LIVE hockey
                  | league NHL-LIVE
                game 2 starts 90 OPEN league NHL
                  | game 2 OPEN
                game 3 starts 0 OPEN league NHL-LIVE live true
                  | game 3 OPEN
                a post HOME 110 10
                  | placed #1 HOME +110 10 rests 10
                a post HOME 110 10 game 2
                  | placed #2 HOME +110 10 rests 10
                a post HOME 110 10 game 3
                  | placed #3 HOME +110 10 rests 10 expires 5
                b post HOME 110 10 game 2
                  | placed #4 HOME +110 10 rests 10
                a cancelLeague NHL
                  | cancelled #2 USER filled 0 released 10
                a cancelLeague LIVE
                  | cancelled #3 USER filled 0 released 10
                a cancelLeague NFL
                  | refused LEAGUE_NOT_FOUND
                nobody cancelLeague NBA
                """);
    }

    @Test
    void references() {
        Transcript.check(
                """
                game 2 starts 90 OPEN
                  | game 2 OPEN
                a post HOME 110 10 ref x
                  | placed #1 HOME +110 10 rests 10 ref x
                a post HOME 110 10 ref y
                  | placed #2 HOME +110 10 rests 10 ref y
                a post HOME 110 10 ref x
                  | placed #3 HOME +110 10 rests 10 ref x
                a post HOME 110 10 game 2 ref x
                  | placed #4 HOME +110 10 rests 10 ref x
                a post HOME 110 10
                  | placed #5 HOME +110 10 rests 10
                b post HOME 110 10 ref x
                  | placed #6 HOME +110 10 rests 10 ref x
                a cancelReferences 1 x x z
                  | cancelled #1 USER filled 0 released 10
                  | cancelled #3 USER filled 0 released 10
                a cancelReferences 1 x
                a cancelReferences 3 x
                  | refused GAME_NOT_FOUND
                """);
    }
}
