package evens.app;

import evens.client.Game;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Games of every sort, so that every type of market is there; some of them end while it runs. */
final class Slate {
    static final String SOCCER = "PREMIER-LEAGUE";
    static final String BASKETBALL = "NBA";
    static final String HALVES = "1H-NBA";
    static final String LIVE = "NBA-LIVE";

    /** How many there are at first. */
    static final int FIRST = 7;

    private static final Duration DAY = Duration.ofDays(1);

    private final WatchedExchange exchange;
    private final List<Game> games = new CopyOnWriteArrayList<>();

    /**
     * @param toStart until the first of its games starts, which closes it
     */
    Slate(WatchedExchange exchange, Duration toStart) {
        this.exchange = exchange;
        exchange.league(SOCCER, "soccer", 0);
        exchange.league(BASKETBALL, "basketball", 0);
        exchange.league(HALVES, "basketball", 0);
        exchange.league(LIVE, "basketball", 1);
        games.add(exchange.game(SOCCER, "soccer", "One", toStart, ""));
        games.add(exchange.game(SOCCER, "soccer", "Two", DAY, ""));
        games.add(exchange.game(SOCCER, "soccer", "Three", DAY, ""));
        Game root = exchange.game(BASKETBALL, "basketball", "Four", DAY, "");
        games.add(root);
        games.add(exchange.game(BASKETBALL, "basketball", "Five", DAY, ""));
        String child = ", \"parentGameID\": \"%s\", \"periodName\": \"1H\"".formatted(root.id());
        games.add(exchange.game(HALVES, "basketball", "Four", DAY, child));
        games.add(exchange.game(LIVE, "basketball", "Live", DAY, ", \"live\": true"));
    }

    /** Those that are traded on now. */
    List<Game> games() {
        return games;
    }

    /** The game that has a child. */
    Game root() {
        return games.stream()
                .filter(game -> game.home().longName().endsWith("Four"))
                .findFirst()
                .orElseThrow();
    }

    /** Another one, while those who trade do. */
    void add(String name) {
        games.add(exchange.game(SOCCER, "soccer", name, DAY, ""));
    }
}
