package evens.sim;

import evens.model.Event;
import evens.model.GameState;
import evens.model.GameTerms;
import java.util.HashMap;
import java.util.Map;

/** I16: which games are open, and for how long an order has to wait there. */
final class GameInvariants {
    private final Map<Long, GameTerms> games = new HashMap<>();
    private final Map<Long, GameState> states = new HashMap<>();
    private final Map<String, Integer> delays = new HashMap<>();
    private boolean suspended;

    void hear(Event event) {
        switch (event) {
            case Event.LeagueCreated e -> delays.put(e.league(), e.liveDelaySeconds());
            case Event.LeagueChanged e -> delays.put(e.league(), e.liveDelaySeconds());
            case Event.GameCreated e -> put(e.terms(), e.state());
            case Event.GameChanged e -> put(e.terms(), e.state());
            case Event.GameStateChanged e -> states.put(e.game(), e.state());
            case Event.ExchangeSuspended _ -> suspended = true;
            case Event.ExchangeResumed _ -> suspended = false;
            default -> {}
        }
    }

    private void put(GameTerms game, GameState state) {
        games.put(game.game(), game);
        states.put(game.game(), state);
    }

    void isOpen(long id, long nowMillis, String what) {
        GameTerms game = games.get(id);
        Violation.unless(
                game != null
                        && states.get(id) == GameState.OPEN
                        && (game.live() || nowMillis < game.startMillis()),
                "I16: " + what + " on a game that is not open");
        Violation.unless(!suspended, "I16: " + what + " while the exchange is suspended");
    }

    boolean isLive(long id) {
        GameTerms game = games.get(id);
        return game != null && game.live();
    }

    boolean isOf(long id, String league) {
        GameTerms game = games.get(id);
        return game != null && game.league().equals(league);
    }

    /** How long an order waits on a game before it matches. */
    long delayMillis(long id) {
        GameTerms game = games.get(id);
        return game == null || !game.live() ? 0 : delays.getOrDefault(game.league(), 0) * 1_000L;
    }
}
