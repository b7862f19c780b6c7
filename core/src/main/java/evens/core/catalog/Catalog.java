package evens.core.catalog;

import evens.core.base.Deadlines;
import evens.core.base.LongMap;
import evens.core.book.Book;
import evens.model.Command;
import evens.model.Event;
import evens.model.Events;
import evens.model.GameState;
import evens.model.GameTerms;
import evens.model.Ids;
import evens.model.Reject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Which leagues and games there are. */
public final class Catalog {
    private final Deadlines deadlines;
    private final Map<String, League> leagues = new TreeMap<>();
    private final List<Game> games = new ArrayList<>();
    private final LongMap<Game> gamesById = new LongMap<>();
    private boolean suspended;

    public Catalog(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    /** All games in the order in which they were created. */
    public List<Game> games() {
        return games;
    }

    public boolean hasLeague(String name) {
        return leagues.containsKey(name);
    }

    public @Nullable Game game(long id) {
        return gamesById.get(id);
    }

    public void create(Command.CreateLeague command, Events events) {
        League existing = leagues.get(command.league());
        if (!isPossible(command.liveDelaySeconds())) {
            events.refused(Reject.LIVE_DELAY_OUT_OF_RANGE);
        } else if (existing == null) {
            add(command.league(), command.sport(), command.liveDelaySeconds()).tell(events);
        } else if (existing.is(command.sport(), command.liveDelaySeconds())) {
            events.unchanged();
        } else {
            events.refused(Reject.LEAGUE_DIFFERS);
        }
    }

    public void change(Command.ChangeLeague command, Events events) {
        League league = leagues.get(command.league());
        if (league == null) {
            events.refused(Reject.LEAGUE_NOT_FOUND);
        } else if (!isPossible(command.liveDelaySeconds())) {
            events.refused(Reject.LIVE_DELAY_OUT_OF_RANGE);
        } else if (league.liveDelaySeconds() == command.liveDelaySeconds()) {
            events.unchanged();
        } else {
            league.change(command.liveDelaySeconds(), events);
        }
    }

    private static boolean isPossible(int liveDelaySeconds) {
        return liveDelaySeconds >= 0
                && liveDelaySeconds <= Command.CreateLeague.MAX_LIVE_DELAY_SECONDS;
    }

    private League add(String name, String sport, int liveDelaySeconds) {
        League league = new League(name, sport, liveDelaySeconds);
        leagues.put(name, league);
        return league;
    }

    public void create(Command.CreateGame command, long timeMillis, Events events) {
        Reject reject = check(command, timeMillis);
        if (reject != null) {
            events.refused(reject);
            return;
        }
        add(command.terms(), command.state()).tell(events);
    }

    private @Nullable Reject check(Command.CreateGame command, long timeMillis) {
        GameTerms terms = command.terms();
        if (!leagues.containsKey(terms.league())) {
            return Reject.LEAGUE_NOT_FOUND;
        }
        if (terms.game() == Ids.NONE) {
            return Reject.GAME_NOT_FOUND;
        }
        if (gamesById.get(terms.game()) != null) {
            return Reject.GAME_EXISTS;
        }
        if (terms.parent() != Ids.NONE && gamesById.get(terms.parent()) == null) {
            return Reject.PARENT_NOT_FOUND;
        }
        if (terms.startMillis() <= timeMillis && !terms.live()) {
            return Reject.STARTS_IN_THE_PAST;
        }
        if (terms.away().id() == Ids.NONE || terms.home().id() == Ids.NONE) {
            return Reject.PARTICIPANT_NOT_FOUND; // 0 says draw where a participant is asked for
        }
        if (terms.away().id() == terms.home().id()) {
            return Reject.SAME_PARTICIPANT_TWICE;
        }
        return command.state() == GameState.CLOSED ? Reject.GAME_IS_CLOSED : null;
    }

    private Game add(GameTerms terms, GameState state) {
        League league = leagues.get(terms.league());
        if (league == null) {
            throw new IllegalStateException("league " + terms.league() + " does not exist");
        }
        Game game = new Game(terms, state, league, games.size());
        games.add(game);
        gamesById.put(game);
        waitForStart(game);
        return game;
    }

    /**
     * Changes terms and start. Whoever closes a game by this has to cancel what is open on it
     * before.
     *
     * @param state what the game is from now on
     */
    public void change(Game game, GameTerms terms, GameState state, Events events) {
        deadlines.remove(game);
        game.change(terms, state, events);
        waitForStart(game);
    }

    private void waitForStart(Game game) {
        if (game.state() != GameState.CLOSED && !game.isLive()) {
            deadlines.add(game, game.startMillis());
        }
    }

    /** For good. Whoever does this has to cancel what is open on it before. */
    public void close(Game game, Events events) {
        deadlines.remove(game);
        game.become(GameState.CLOSED, events);
    }

    /** The last order has left this book. */
    public void emptied(Book book) {
        Game game = gamesById.get(book.game());
        if (game == null) {
            throw new IllegalStateException("game " + book.game() + " does not exist");
        }
        game.emptied(book);
    }

    public boolean isSuspended() {
        return suspended;
    }

    /** The whole exchange, for now or for now no longer. */
    public void suspendAll(boolean wanted, Events events) {
        if (suspended == wanted) {
            events.unchanged();
        } else if (wanted) {
            suspended = true;
            events.exchangeSuspended();
        } else {
            suspended = false;
            events.exchangeResumed();
        }
    }

    /** For now, or for now no longer. */
    public void change(long id, GameState wanted, Events events) {
        Game game = gamesById.get(id);
        if (game == null) {
            events.refused(Reject.GAME_NOT_FOUND);
        } else if (game.state() == GameState.CLOSED) {
            events.refused(Reject.GAME_IS_CLOSED);
        } else if (game.state() == wanted) {
            events.unchanged();
        } else {
            game.become(wanted, events);
        }
    }

    public void tell(Events events) {
        for (League league : leagues.values()) {
            league.tell(events);
        }
        for (Game game : games) {
            game.tell(events);
        }
    }

    public void hear(Event.LeagueCreated told) {
        add(told.league(), told.sport(), told.liveDelaySeconds());
    }

    public void hear(Event.GameCreated told) {
        add(told.terms(), told.state());
    }

    public void hear(Event.ExchangeStated told) {
        suspended = told.suspended();
    }
}
