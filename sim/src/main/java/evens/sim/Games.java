package evens.sim;

import evens.model.Command;
import evens.model.Event;
import evens.model.GameState;
import evens.model.GameTerms;
import evens.model.MarketType;
import evens.model.Reject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The twin's leagues and games: every command leads to one event. */
final class Games {
    private final Map<String, Event.LeagueCreated> leagues = new TreeMap<>();
    private final Map<Long, Event.GameCreated> games = new LinkedHashMap<>();
    private boolean suspended;

    Event.@Nullable GameCreated get(long id) {
        return games.get(id);
    }

    Collection<Event.GameCreated> all() {
        return games.values();
    }

    List<Event> stated() {
        List<Event> stated = new ArrayList<>(leagues.values());
        stated.addAll(games.values());
        return stated;
    }

    boolean areSuspended() {
        return suspended;
    }

    Event suspend(boolean wanted) {
        if (suspended == wanted) {
            return new Event.Unchanged();
        }
        suspended = wanted;
        return wanted ? new Event.ExchangeSuspended() : new Event.ExchangeResumed();
    }

    Event create(Command.CreateLeague c) {
        if (isImpossible(c.liveDelaySeconds())) {
            return new Event.Refused(Reject.LIVE_DELAY_OUT_OF_RANGE);
        }
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

    Event change(Command.ChangeLeague c) {
        Event.LeagueCreated league = leagues.get(c.league());
        if (league == null) {
            return new Event.Refused(Reject.LEAGUE_NOT_FOUND);
        } else if (isImpossible(c.liveDelaySeconds())) {
            return new Event.Refused(Reject.LIVE_DELAY_OUT_OF_RANGE);
        } else if (league.liveDelaySeconds() == c.liveDelaySeconds()) {
            return new Event.Unchanged();
        }
        leagues.put(
                c.league(),
                new Event.LeagueCreated(c.league(), league.sport(), c.liveDelaySeconds()));
        return new Event.LeagueChanged(c.league(), c.liveDelaySeconds());
    }

    boolean isLeague(String league) {
        return leagues.containsKey(league);
    }

    /** How long an order that would match waits first. */
    long delayMillis(GameTerms game) {
        Event.LeagueCreated league = leagues.get(game.league());
        return league == null || !game.live() ? 0 : league.liveDelaySeconds() * 1_000L;
    }

    /** Why nothing is traded on a game now, null if it is. */
    @Nullable Reject whyNot(long id) {
        Event.GameCreated game = games.get(id);
        if (game == null) {
            return Reject.GAME_NOT_FOUND;
        } else if (suspended) {
            return Reject.EXCHANGE_SUSPENDED;
        }
        return game.state() == GameState.OPEN ? null : Reject.GAME_NOT_OPEN;
    }

    Event.GameCreated known(long id) {
        Event.GameCreated game = games.get(id);
        if (game == null) {
            throw new IllegalStateException("the twin knows no game " + id);
        }
        return game;
    }

    /** From none to a minute. */
    private static boolean isImpossible(int delaySeconds) {
        return delaySeconds < 0 || delaySeconds > 60;
    }

    Event create(Command.CreateGame c, long now) {
        GameTerms terms = c.terms();
        if (!leagues.containsKey(terms.league())) {
            return new Event.Refused(Reject.LEAGUE_NOT_FOUND);
        } else if (terms.game() == 0) {
            return new Event.Refused(Reject.GAME_NOT_FOUND);
        } else if (games.containsKey(terms.game())) {
            return new Event.Refused(Reject.GAME_EXISTS);
        } else if (terms.parent() != 0 && !games.containsKey(terms.parent())) {
            return new Event.Refused(Reject.PARENT_NOT_FOUND);
        } else if (terms.startMillis() <= now && !terms.live()) {
            return new Event.Refused(Reject.STARTS_IN_THE_PAST);
        } else if (terms.away().id() == 0 || terms.home().id() == 0) {
            return new Event.Refused(Reject.PARTICIPANT_NOT_FOUND);
        } else if (terms.away().id() == terms.home().id()) {
            return new Event.Refused(Reject.SAME_PARTICIPANT_TWICE);
        } else if (c.state() == GameState.CLOSED) {
            return new Event.Refused(Reject.GAME_IS_CLOSED);
        }
        Event.GameCreated game = new Event.GameCreated(terms, c.state());
        games.put(terms.game(), game);
        return game;
    }

    /** Only its start and what it is called may be other than before. */
    Event change(Command.ChangeGame c, long now) {
        GameTerms terms = c.terms();
        Event.GameCreated game = games.get(terms.game());
        if (game == null) {
            return new Event.Refused(Reject.GAME_NOT_FOUND);
        }
        GameTerms old = game.terms();
        if (!terms.league().equals(old.league())
                || terms.parent() != old.parent()
                || terms.away().id() != old.away().id()
                || terms.home().id() != old.home().id()
                || terms.specials() != old.specials()
                || terms.yesNo() != old.yesNo()
                || terms.live() != old.live()) {
            return new Event.Refused(Reject.TERMS_DIFFER);
        }
        GameState state = game.state();
        if (terms.startMillis() <= now) {
            state = old.live() ? state : GameState.CLOSED;
        } else if (state == GameState.CLOSED && terms.startMillis() != old.startMillis()) {
            state = GameState.SCHEDULED;
        }
        games.put(terms.game(), new Event.GameCreated(terms, state));
        return new Event.GameChanged(terms, state);
    }

    /** For now, or for now no longer. */
    Event change(long id, GameState wanted) {
        Event.GameCreated game = games.get(id);
        if (game != null && game.state() == GameState.CLOSED) {
            return new Event.Refused(Reject.GAME_IS_CLOSED);
        }
        return become(id, wanted);
    }

    Event close(long id) {
        return become(id, GameState.CLOSED);
    }

    private Event become(long id, GameState wanted) {
        Event.GameCreated game = games.get(id);
        if (game == null) {
            return new Event.Refused(Reject.GAME_NOT_FOUND);
        } else if (game.state() == wanted) {
            return new Event.Unchanged();
        }
        games.put(id, new Event.GameCreated(game.terms(), wanted));
        return new Event.GameStateChanged(id, wanted);
    }

    boolean asks(GameTerms game, MarketType type) {
        Event.LeagueCreated league = leagues.get(game.league());
        boolean soccer = league != null && league.sport().equals("soccer");
        boolean needsScore = type != MarketType.MONEYLINE;
        boolean needsSoccer = type == MarketType.MONEYLINE_1X2;
        return !(needsScore && game.yesNo()) && !(needsSoccer && !soccer);
    }
}
