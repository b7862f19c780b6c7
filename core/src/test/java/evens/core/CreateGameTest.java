package evens.core;

import static org.assertj.core.api.Assertions.assertThat;

import evens.model.Command;
import evens.model.Event;
import evens.model.GameState;
import evens.model.GameTerms;
import evens.model.Participant;
import evens.model.Reject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Leagues and their games. */
class CreateGameTest {
    private static final Participant AWAY = new Participant(11, "Away", "A", "");
    private static final Participant HOME = new Participant(12, "Home", "H", "");

    private static final Participant NOBODY = new Participant(0, "Nobody", "N", "");

    private final Exchange exchange = new Exchange(10);
    private final RecordedEvents events = new RecordedEvents();

    @Test
    void theSameLeagueAgainChangesNothingAnotherOfThatNameIsRefused() {
        assertThat(apply(new Command.CreateLeague("NBA", "basketball", 5)))
                .containsExactly(new Event.LeagueCreated("NBA", "basketball", 5));
        assertThat(apply(new Command.CreateLeague("NBA", "basketball", 5)))
                .containsExactly(new Event.Unchanged());
        assertThat(apply(new Command.CreateLeague("NBA", "basketball", 6)))
                .containsExactly(new Event.Refused(Reject.LEAGUE_DIFFERS));
    }

    @Test
    void tellsAllThatWasAskedFor() {
        apply(new Command.CreateLeague("NBA", "basketball", 5));
        GameTerms terms =
                new GameTerms(
                        7,
                        "NBA",
                        0,
                        2_000,
                        AWAY,
                        HOME,
                        "Away at Home",
                        "Cup",
                        "1H",
                        true,
                        true,
                        true);
        assertThat(apply(new Command.CreateGame(terms, GameState.SUSPENDED)))
                .containsExactly(new Event.GameCreated(terms, GameState.SUSPENDED));
    }

    @Test
    void refusesTheFirstThingThatIsWrong() {
        assertThat(apply(game(7, 500, AWAY, AWAY, GameState.CLOSED)))
                .containsExactly(new Event.Refused(Reject.LEAGUE_NOT_FOUND));
        apply(new Command.CreateLeague("NBA", "basketball", 5));
        assertThat(apply(game(0, 2_000, AWAY, HOME, GameState.OPEN)))
                .containsExactly(new Event.Refused(Reject.GAME_NOT_FOUND));
        apply(game(6, 2_000, AWAY, HOME, GameState.OPEN));
        assertThat(apply(game(6, 1_000, AWAY, AWAY, GameState.CLOSED)))
                .containsExactly(new Event.Refused(Reject.GAME_EXISTS));
        assertThat(apply(game(7, 1_000, NOBODY, NOBODY, GameState.CLOSED)))
                .containsExactly(new Event.Refused(Reject.STARTS_IN_THE_PAST));
        assertThat(apply(game(7, 1_001, NOBODY, NOBODY, GameState.CLOSED)))
                .containsExactly(new Event.Refused(Reject.PARTICIPANT_NOT_FOUND));
        assertThat(apply(game(7, 1_001, AWAY, NOBODY, GameState.OPEN)))
                .containsExactly(new Event.Refused(Reject.PARTICIPANT_NOT_FOUND));
        assertThat(apply(game(7, 1_001, NOBODY, HOME, GameState.OPEN)))
                .containsExactly(new Event.Refused(Reject.PARTICIPANT_NOT_FOUND));
        assertThat(apply(game(7, 1_001, AWAY, AWAY, GameState.CLOSED)))
                .containsExactly(new Event.Refused(Reject.SAME_PARTICIPANT_TWICE));
        assertThat(apply(game(7, 1_001, AWAY, HOME, GameState.CLOSED)))
                .containsExactly(new Event.Refused(Reject.GAME_IS_CLOSED));
        assertThat(apply(game(7, 1_001, AWAY, HOME, GameState.SCHEDULED)))
                .singleElement()
                .isInstanceOf(Event.GameCreated.class);
    }

    @Test
    void asScheduledItIsNotOpenUntilItIsOpened() {
        Transcript.check(
                """
                game 2 starts 30 SCHEDULED
                  | game 2 SCHEDULED
                a post HOME 100 10 game 2
                  | rejected GAME_NOT_OPEN
                open 2
                  | game 2 OPEN
                a post HOME 100 10 game 2
                  | placed #1 HOME +100 10 rests 10
                """);
    }

    private static Command game(
            long id, long startMillis, Participant away, Participant home, GameState state) {
        GameTerms terms =
                new GameTerms(
                        id,
                        "NBA",
                        0,
                        startMillis,
                        away,
                        home,
                        "name",
                        "",
                        "period",
                        false,
                        false,
                        false);
        return new Command.CreateGame(terms, state);
    }

    private List<Event> apply(Command command) {
        exchange.apply(command, 1_000, events);
        return events.take();
    }
}
