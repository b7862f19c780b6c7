package evens.sim;

import evens.model.Command;
import evens.model.Command.NewOrder;
import evens.model.Event;
import evens.model.GameState;
import evens.model.Market;
import evens.model.OrderType;
import evens.model.Participant;
import evens.model.Step;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * What is done to the exchange, drawn from one seed.
 *
 * <p>How often each thing is done is drawn first, so that seeds differ: one only places and
 * crashes, another lets games start all the time. There are few accounts, games and prices, and
 * little money, so that everything gets in the way of everything else.
 */
final class Workload {
    private static final long DOLLAR = 1_000_000;
    private static final List<OrderType> TYPES = List.of(OrderType.values());
    private static final List<GameState> STATES = List.of(GameState.values());

    private final Random random;
    private final int length;
    private final int remembered;
    private final int accounts;
    private final int openGames;
    private final int prices;
    private final int priceStep;
    private final int expiringPercent;
    private final int strangePercent;
    private final int wholeDollarsPercent;
    private final long poorest;
    private final long tick;
    private final Map<Kind, Integer> weights = new EnumMap<>(Kind.class);
    private final int allWeights;

    private final List<Command> first = new ArrayList<>();
    private final List<Long> orders = new ArrayList<>();
    private final List<Command.CreateGame> games = new ArrayList<>();
    private long now = 1_767_225_600_000L; // the first minute of 2026

    private long lastGame;
    private Event.@Nullable OrderPlaced expiring;

    private enum Kind {
        PLACE,
        BATCH,
        CANCEL,
        CANCEL_ALL,
        DEPOSIT,
        GAME,
        SUSPEND,
        OPEN,
        STRANGE,
        HASHES,
        WAIT,
        RING,
        SNAPSHOT,
        CRASH,
        CUT
    }

    Workload(long seed) {
        random = new Random(seed);
        length = (int) (50 * Math.exp(random.nextDouble() * Math.log(100)));
        remembered = List.of(0, 1, 7, 60, 100_000).get(random.nextInt(5));
        accounts = random.nextInt(2, 8);
        openGames = random.nextInt(1, 4);
        prices = random.nextInt(1, 9);
        priceStep = List.of(1, 10, 50, 4_000).get(random.nextInt(4));
        expiringPercent = List.of(0, 10, 90).get(random.nextInt(3));
        strangePercent = List.of(0, 2, 20).get(random.nextInt(3));
        wholeDollarsPercent = List.of(0, 50, 100).get(random.nextInt(3));
        poorest = List.of(5, 50, 5_000).get(random.nextInt(3)) * DOLLAR;
        tick = List.of(1L, 1_000L, 60_000L).get(random.nextInt(3));
        int sum = 0;
        for (Kind kind : Kind.values()) {
            int usual = usual(kind);
            int drawn = random.nextInt(4) == 0 ? 0 : random.nextInt(1, 2 * usual + 1);
            int weight = kind == Kind.PLACE ? usual : drawn;
            weights.put(kind, weight);
            sum += weight;
        }
        allWeights = sum;
        first.add(new Command.CreateLeague("NBA", "basketball", 5));
        for (int account = 1; account <= accounts; account++) {
            first.add(openAccount(account));
        }
    }

    private static int usual(Kind kind) {
        return switch (kind) {
            case PLACE -> 200;
            case BATCH, CANCEL -> 50;
            case CANCEL_ALL, DEPOSIT, WAIT -> 10;
            case OPEN -> 12;
            case GAME, SUSPEND, STRANGE, RING -> 6;
            case HASHES, SNAPSHOT, CRASH -> 3;
            case CUT -> 1;
        };
    }

    /** How many actions this seed is good for. */
    int length() {
        return length;
    }

    int remembered() {
        return remembered;
    }

    /** Hears what an action led to: the ids of orders are worth cancelling. */
    void hear(List<Step> steps) {
        for (Step step : steps) {
            for (Event event : step.events()) {
                if (event instanceof Event.OrderPlaced placed) {
                    orders.add(placed.order());
                    expiring = placed.expiresAtMillis() == 0 ? expiring : placed;
                }
            }
        }
    }

    /**
     * The next thing to do.
     *
     * @param alarmMillis when the exchange wants to be woken
     */
    Action next(long alarmMillis) {
        if (!first.isEmpty()) {
            return send(first.remove(0));
        }
        games.removeIf(game -> game.startMillis() <= now);
        if (games.size() < openGames) {
            return send(game(true));
        }
        now += random.nextInt(3) * tick;
        return action(kind(), alarmMillis);
    }

    private Kind kind() {
        int dice = random.nextInt(allWeights);
        for (Map.Entry<Kind, Integer> entry : weights.entrySet()) {
            dice -= entry.getValue();
            if (dice < 0) {
                return entry.getKey();
            }
        }
        throw new AssertionError("the weights do not add up");
    }

    private Action action(Kind kind, long alarmMillis) {
        return switch (kind) {
            case PLACE -> send(new Command.PlaceOrders(account(), List.of(order())));
            case BATCH -> send(new Command.PlaceOrders(account(), several(5)));
            case CANCEL -> send(new Command.CancelOrders(account(), ids()));
            case CANCEL_ALL -> send(new Command.CancelAllOrders(account()));
            case DEPOSIT -> send(new Command.Deposit(account(), random.nextLong(2 * poorest)));
            case GAME -> send(game(false));
            case SUSPEND -> send(new Command.SuspendGame(gameId()));
            case OPEN -> send(new Command.OpenGame(gameId()));
            case STRANGE -> send(strange());
            case HASHES -> send(new Command.AskHashes());
            case WAIT -> {
                now += random.nextLong(tick * 60 + 3_600_000) / tick * tick;
                yield new Action.Ring(now);
            }
            case RING -> {
                if (alarmMillis != Long.MAX_VALUE) {
                    now = Math.max(now, alarmMillis);
                }
                yield new Action.Ring(now);
            }
            case SNAPSHOT -> new Action.Snapshot();
            case CRASH -> new Action.Crash();
            case CUT -> new Action.CutSnapshot();
        };
    }

    private Action send(Command command) {
        return new Action.Send(command, now);
    }

    private Command openAccount(long account) {
        return new Command.OpenAccount(
                account,
                random.nextInt(3) == 0 ? -random.nextLong(2 * poorest) : 0,
                random.nextInt(3) == 0 ? random.nextLong(2 * poorest) : 1_000_000 * DOLLAR,
                random.nextBoolean() ? 10_000 : random.nextInt(100_001),
                random.nextLong(3 * poorest));
    }

    private List<NewOrder> several(int most) {
        List<NewOrder> several = new ArrayList<>();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            several.add(order());
        }
        return several;
    }

    private NewOrder order() {
        boolean strange = percent(strangePercent);
        Command.CreateGame game = games.get(random.nextInt(games.size()));
        long participant = random.nextBoolean() ? game.away().id() : game.home().id();
        return new NewOrder(
                strange && percent(20) ? random.nextLong() : game.game(),
                Market.MONEYLINE,
                strange && percent(20) ? random.nextLong(50) : participant,
                strange && percent(30) ? strangeLine() : line(),
                strange && percent(30) ? strangeStake() : stake(),
                TYPES.get(random.nextInt(TYPES.size())),
                expiryMinutes(strange),
                reference(strange));
    }

    private int line() {
        return random.nextInt(-prices, prices + 1) * priceStep;
    }

    private int strangeLine() {
        return switch (random.nextInt(5)) {
            case 0 -> Integer.MIN_VALUE;
            case 1 -> random.nextInt();
            case 2 -> random.nextBoolean() ? 999_001 : -999_001;
            default -> random.nextInt(-999_000, 999_001);
        };
    }

    private long stake() {
        if (percent(wholeDollarsPercent)) {
            return random.nextLong(1, 1 + poorest / DOLLAR) * DOLLAR;
        }
        return DOLLAR + random.nextLong(random.nextBoolean() ? 200_000 : poorest);
    }

    private long strangeStake() {
        return switch (random.nextInt(5)) {
            case 0 -> random.nextLong();
            case 1 -> random.nextLong(-2, 2);
            case 2 -> 10_000_000 * DOLLAR + random.nextLong(-1, 2);
            case 3 -> DOLLAR + random.nextLong(-1, 2);
            default -> random.nextLong(10_000_000 * DOLLAR);
        };
    }

    private int expiryMinutes(boolean strange) {
        if (strange && percent(10)) {
            return random.nextInt(4) == 0 ? 525_601 - random.nextInt(2) : random.nextInt();
        }
        return percent(expiringPercent) ? random.nextInt(1, 120) : 0;
    }

    private @Nullable String reference(boolean strange) {
        int length = strange && percent(20) ? random.nextInt(505, 520) : random.nextInt(40);
        return random.nextInt(3) == 0 ? "r".repeat(length) : null;
    }

    private List<Long> ids() {
        List<Long> ids = new ArrayList<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            ids.add(id());
            if (random.nextInt(5) == 0) {
                ids.add(ids.get(random.nextInt(ids.size())));
            }
        }
        return ids;
    }

    private long id() {
        if (orders.isEmpty() || random.nextInt(20) == 0) {
            return random.nextBoolean() ? random.nextLong() : random.nextLong(5) << 32;
        }
        int newest = Math.min(orders.size(), random.nextBoolean() ? 10 : 300);
        return orders.get(orders.size() - 1 - random.nextInt(newest));
    }

    private long account() {
        return percent(strangePercent) && random.nextInt(8) == 0
                ? random.nextLong(20)
                : random.nextInt(1, accounts + 1);
    }

    private long gameId() {
        return random.nextInt(20) == 0
                ? random.nextLong(5)
                : games.get(random.nextInt(games.size())).game();
    }

    /** A game, sometimes of the number of an order and due in the same moment. */
    private Command.CreateGame game(boolean startable) {
        Event.OrderPlaced rival = expiring;
        if (rival != null && (rival.expiresAtMillis() <= now || random.nextInt(4) == 0)) {
            rival = null;
        }
        boolean strange = !startable && random.nextBoolean();
        long minutes = strange ? random.nextLong(-2, 3) : random.nextLong(1, 241);
        long awayId = 1L + random.nextInt(40);
        long homeId = strange && random.nextInt(3) == 0 ? awayId : awayId + 1;
        long usualId = (1L << 40) + ++lastGame;
        long id = strange && random.nextInt(5) == 0 ? random.nextLong(3) : usualId;
        long start = now + minutes * 60_000;
        Command.CreateGame game =
                new Command.CreateGame(
                        rival == null ? id : rival.order(),
                        strange && random.nextInt(3) == 0 ? "XYZ" : "NBA",
                        rival == null ? start : rival.expiresAtMillis(),
                        new Participant(awayId, "Away Team", "AWY", ""),
                        new Participant(homeId, "Home Team", "HOM", "902"),
                        "Away Team at Home Team",
                        "Full Time",
                        random.nextBoolean(),
                        strange || random.nextInt(9) == 0
                                ? STATES.get(random.nextInt(STATES.size()))
                                : GameState.OPEN);
        if (startable) {
            games.add(game);
        }
        return game;
    }

    private Command strange() {
        return switch (random.nextInt(6)) {
            case 0 -> new Command.CreateLeague("NBA", "basketball", 5 + random.nextInt(2));
            case 1 -> new Command.CreateLeague("L" + random.nextInt(5), "soccer", 10);
            case 2 -> openAccount(random.nextInt(accounts + 3));
            case 3 ->
                    new Command.OpenAccount(
                            random.nextInt(-5, 20),
                            random.nextLong(-DOLLAR, 2),
                            random.nextLong(-1, DOLLAR),
                            random.nextInt(-1, 100_003),
                            random.nextLong(-1, DOLLAR));
            case 4 -> new Command.Deposit(account(), random.nextLong());
            default -> new Command.CancelAllOrders(random.nextLong(30));
        };
    }

    private boolean percent(int chance) {
        return random.nextInt(100) < chance;
    }
}
