package evens.sim;

import evens.model.Command;
import evens.model.Event;
import evens.model.GameState;
import evens.model.GameTerms;
import evens.model.Participant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The games of a seed: what operators do to them, and which are worth an order. */
final class Fixtures {
    private static final String SOCCER = "EPL";
    private static final String BASKETBALL = "NBA";
    private static final long MINUTE = 60_000;
    private static final List<GameState> STATES = List.of(GameState.values());

    private final Dice dice;
    private final int most;
    private final int soccerPercent;
    private final int specialPercent;
    private final int livePercent;
    private final List<Integer> delays;
    private final List<GameTerms> running = new ArrayList<>();
    private final List<GameTerms> over = new ArrayList<>();
    private final Map<Long, GameState> states = new HashMap<>();
    private long last;
    private @Nullable Moment expiring;
    private @Nullable GameTerms wanted;

    /** When something ends that has this number. */
    private record Moment(long id, long millis) {}

    Fixtures(Dice dice) {
        this.dice = dice;
        most = dice.between(1, 3);
        soccerPercent = dice.of(List.of(0, 50, 100));
        specialPercent = dice.of(List.of(0, 5, 30));
        livePercent = dice.of(List.of(0, 0, 0, 30, 100));
        delays = dice.of(List.of(List.of(1), List.of(0, 3), List.of(5, 10), List.of(1, 60)));
    }

    List<Command> leagues() {
        return List.of(
                new Command.CreateLeague(BASKETBALL, "basketball", dice.of(delays)),
                new Command.CreateLeague(SOCCER, "soccer", dice.of(delays)));
    }

    /** One of them, one that there is not, or null for all games that are live. */
    @Nullable String league() {
        return switch (dice.below(7)) {
            case 0, 1 -> null;
            case 2 -> dice.coin() ? "XYZ" : "L1";
            case 3, 4 -> SOCCER;
            default -> BASKETBALL;
        };
    }

    /** Mostly one who plays. */
    long participant() {
        if (running.isEmpty() || dice.oneIn(8)) {
            return dice.below(50L);
        }
        GameTerms game = any();
        return dice.coin() ? game.away().id() : game.home().id();
    }

    static boolean isSoccer(GameTerms game) {
        return game.league().equals(SOCCER);
    }

    /** Those that have not begun; not all of them are open. */
    List<GameTerms> running() {
        return running;
    }

    /** One of them that is not open, null if all are. */
    @Nullable GameTerms asleep() {
        return running.stream()
                .filter(game -> states.get(game.game()) != GameState.OPEN)
                .findFirst()
                .orElse(null);
    }

    /** Whether another game is needed. */
    boolean areTooFew(long now) {
        running.removeIf(game -> game.startMillis() <= now && !game.live());
        return running.size() < most;
    }

    void hear(Event event) {
        switch (event) {
            case Event.GameCreated e -> {
                states.put(e.terms().game(), e.state());
                if (e.terms().equals(wanted)) {
                    running.add(e.terms());
                }
            }
            case Event.OrderPlaced e -> {
                if (e.expiresAtMillis() != 0) {
                    expiring = new Moment(e.order(), e.expiresAtMillis());
                }
            }
            case Event.LeaseRenewed e -> {
                if (!states.containsKey(e.account())) {
                    expiring = new Moment(e.account(), e.untilMillis());
                }
            }
            case Event.GameStateChanged e -> {
                states.put(e.game(), e.state());
                GameTerms game = find(running, e.game());
                if (game != null && e.state() == GameState.CLOSED) {
                    put(game, over);
                }
            }
            case Event.GameChanged e -> {
                GameTerms game = e.terms();
                states.put(game.game(), e.state());
                boolean known = find(running, game.game()) != null;
                if (known || find(over, game.game()) != null) {
                    put(game, e.state() == GameState.CLOSED ? over : running);
                }
            }
            default -> {}
        }
    }

    private void put(GameTerms game, List<GameTerms> where) {
        running.removeIf(other -> other.game() == game.game());
        over.removeIf(other -> other.game() == game.game());
        where.add(game);
        if (over.size() > 3) {
            over.remove(0);
        }
    }

    private static @Nullable GameTerms find(List<GameTerms> games, long id) {
        return games.stream().filter(game -> game.game() == id).findAny().orElse(null);
    }

    long id() {
        if (dice.oneIn(20)) {
            return dice.below(5L);
        }
        return any().game();
    }

    private GameTerms any() {
        return dice.of(over.isEmpty() || !dice.oneIn(8) ? running : over);
    }

    /** One that orders are placed on. */
    Command another(long now) {
        Moment rival = expiring;
        boolean special = dice.percent(specialPercent);
        GameTerms game =
                terms(
                        (1L << 40) + ++last,
                        dice.percent(soccerPercent) ? SOCCER : BASKETBALL,
                        running.isEmpty() || dice.coin() ? 0 : dice.of(running).game(),
                        now + dice.between(1, 240) * MINUTE,
                        1L + dice.below(40),
                        special);
        if (game.live() && dice.coin()) {
            game = game.startingAt(now - dice.below(90) * MINUTE);
        }
        if (rival != null && rival.millis() > now && !dice.oneIn(4)) {
            expiring = null;
            game = rivalOf(rival, game);
        }
        wanted = game;
        return new Command.CreateGame(
                game, dice.oneIn(9) ? dice.of(STATES.subList(0, 3)) : GameState.OPEN);
    }

    /** It has the number of something else, and both are due in the same moment. */
    private static GameTerms rivalOf(Moment other, GameTerms game) {
        return new GameTerms(
                other.id(),
                game.league(),
                game.parent(),
                other.millis(),
                game.away(),
                game.home(),
                game.eventName(),
                game.tournamentName(),
                game.periodName(),
                game.featured(),
                game.specials(),
                game.yesNo(),
                false);
    }

    /** One that is often refused; nobody bets on it. */
    Command strange(long now) {
        long away = dice.oneIn(5) ? dice.between(-1L, 0) : 1L + dice.below(40);
        GameTerms game =
                terms(
                        dice.oneIn(5) ? dice.below(3L) : (1L << 41) + ++last,
                        dice.oneIn(4) ? "XYZ" : SOCCER,
                        dice.oneIn(4) ? dice.below(9L) : 0,
                        now + dice.between(-2, 5) * MINUTE,
                        away,
                        dice.coin());
        return new Command.CreateGame(
                dice.oneIn(4) ? with(game, game.home(), game.home()) : game, dice.of(STATES));
    }

    /** At another time, under other names, or something that it can not become. */
    Command change(long now) {
        GameTerms game = any();
        if (!dice.oneIn(3)) {
            long start = now + dice.between(-20, 240) * MINUTE;
            return new Command.ChangeGame(game.startingAt(dice.oneIn(8) ? now : start));
        }
        return new Command.ChangeGame(
                switch (dice.below(4)) {
                    case 0 -> with(game, /* away= */ game.home(), /* home= */ game.away());
                    case 1 -> other(game);
                    case 2 -> terms(id(), game.league(), 0, now + MINUTE, 3, false);
                    default -> with(game, renamed(game.away()), renamed(game.home()));
                });
    }

    /** One term is another, and it is one that has to stay. */
    private GameTerms other(GameTerms game) {
        int which = dice.below(7);
        Participant somebody = new Participant(99, "Other Team", "OTH", "");
        return new GameTerms(
                game.game(),
                which == 0 ? (isSoccer(game) ? BASKETBALL : SOCCER) : game.league(),
                which == 1 ? game.parent() + 1 : game.parent(),
                game.startMillis(),
                which == 2 ? somebody : game.away(),
                which == 3 ? somebody : game.home(),
                game.eventName(),
                game.tournamentName(),
                game.periodName(),
                game.featured(),
                (which == 4) != game.specials(),
                (which == 5) != game.yesNo(),
                (which == 6) != game.live());
    }

    private static Participant renamed(Participant one) {
        return new Participant(one.id(), one.longName() + " II", one.shortName(), "77");
    }

    private static GameTerms with(GameTerms game, Participant away, Participant home) {
        return new GameTerms(
                game.game(),
                game.league(),
                game.parent(),
                game.startMillis(),
                away,
                home,
                home.longName(),
                game.tournamentName(),
                game.periodName(),
                !game.featured(),
                game.specials(),
                game.yesNo(),
                game.live());
    }

    private GameTerms terms(
            long id, String league, long parent, long start, long away, boolean special) {
        return new GameTerms(
                id,
                league,
                parent,
                start,
                new Participant(away, "Away Team", "AWY", ""),
                new Participant(away + 1, "Home Team", "HOM", "902"),
                "Away Team at Home Team",
                special ? "Cup" : "",
                parent == 0 ? "Full Time" : "1st Half",
                dice.coin(),
                special,
                special && dice.coin(),
                dice.percent(livePercent));
    }
}
