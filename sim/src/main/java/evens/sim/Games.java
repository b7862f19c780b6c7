package evens.sim;

import evens.model.Command;
import evens.model.Event;
import evens.model.GameState;
import evens.model.Reject;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The twin's leagues and games: every command leads to one event. */
final class Games {
    private final Map<String, Event.LeagueCreated> leagues = new TreeMap<>();
    private final Map<Long, Event.GameCreated> games = new LinkedHashMap<>();

    Event.@Nullable GameCreated get(long id) {
        return games.get(id);
    }

    Collection<Event.GameCreated> all() {
        return games.values();
    }

    Collection<Event.LeagueCreated> leagues() {
        return leagues.values();
    }

    Event create(Command.CreateLeague c) {
        Event.LeagueCreated wanted =
                new Event.LeagueCreated(c.league(), c.sport(), c.liveDelaySeconds());
        Event.LeagueCreated existing = leagues.putIfAbsent(c.league(), wanted);
        if (existing == null) {
            return wanted;
        }
        return existing.equals(wanted)
                ? new Event.Unchanged()
                : new Event.Refused(Reject.LEAGUE_DIFFERS);
    }

    Event create(Command.CreateGame c, long now) {
        if (!leagues.containsKey(c.league())) {
            return new Event.Refused(Reject.LEAGUE_NOT_FOUND);
        } else if (c.game() == 0) {
            return new Event.Refused(Reject.GAME_NOT_FOUND);
        } else if (games.containsKey(c.game())) {
            return new Event.Refused(Reject.GAME_EXISTS);
        } else if (c.startMillis() <= now) {
            return new Event.Refused(Reject.STARTS_IN_THE_PAST);
        } else if (c.away().id() == c.home().id()) {
            return new Event.Refused(Reject.SAME_PARTICIPANT_TWICE);
        } else if (c.state() == GameState.CLOSED) {
            return new Event.Refused(Reject.GAME_IS_CLOSED);
        }
        Event.GameCreated game =
                new Event.GameCreated(
                        c.game(),
                        c.league(),
                        c.startMillis(),
                        c.away(),
                        c.home(),
                        c.eventName(),
                        c.periodName(),
                        c.featured(),
                        c.state());
        games.put(c.game(), game);
        return game;
    }

    Event change(long id, GameState wanted) {
        Event.GameCreated game = games.get(id);
        if (game == null) {
            return new Event.Refused(Reject.GAME_NOT_FOUND);
        } else if (game.state() == GameState.CLOSED) {
            return new Event.Refused(Reject.GAME_IS_CLOSED);
        } else if (game.state() == wanted) {
            return new Event.Unchanged();
        }
        Event.GameCreated changed =
                new Event.GameCreated(
                        id,
                        game.league(),
                        game.startMillis(),
                        game.away(),
                        game.home(),
                        game.eventName(),
                        game.periodName(),
                        game.featured(),
                        wanted);
        games.put(id, changed);
        return new Event.GameStateChanged(id, wanted);
    }
}
