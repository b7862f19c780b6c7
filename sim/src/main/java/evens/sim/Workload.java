package evens.sim;

import evens.model.Command;
import evens.model.Command.NewOrder;
import evens.model.Event;
import evens.model.GameTerms;
import evens.model.Step;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is done to the exchange, drawn from one seed.
 *
 * <p>How often each thing is done is drawn first, so that seeds differ: one only places and
 * crashes, another lets games start all the time. There are few accounts, games and prices, and
 * little money, so that everything gets in the way of everything else.
 */
final class Workload {
    private static final long DOLLAR = 1_000_000;

    private final Dice dice;
    private final int length;
    private final int remembered;
    private final int accounts;
    private final int strangePercent;
    private final int undoPercent;
    private final long poorest;
    private final int richest;
    private final long tick;
    private final Map<Kind, Integer> weights = new EnumMap<>(Kind.class);
    private final int allWeights;

    private final Fixtures fixtures;
    private final NewOrders newOrders;
    private final List<Command> first = new ArrayList<>();
    private final List<Long> orders = new ArrayList<>();
    private final Set<Long> banned = new TreeSet<>();
    private boolean suspended;
    private long now = 1_767_225_600_000L; // the first minute of 2026

    private enum Kind {
        PLACE,
        BATCH,
        CANCEL,
        CANCEL_ALL,
        DEPOSIT,
        WITHDRAW,
        ADJUST,
        LIMITS,
        BAN,
        GAME,
        CHANGE_GAME,
        SUSPEND,
        OPEN,
        CLOSE,
        CANCEL_GAME,
        SUSPEND_ALL,
        RESUME_ALL,
        STRANGE,
        HASHES,
        WAIT,
        RING,
        SNAPSHOT,
        CRASH,
        CUT
    }

    Workload(long seed) {
        dice = new Dice(seed);
        length = (int) (50 * Math.exp(dice.fraction() * Math.log(100)));
        remembered = dice.of(List.of(0, 1, 7, 60, 100_000));
        accounts = dice.between(2, 7);
        strangePercent = dice.of(List.of(0, 2, 20));
        undoPercent = dice.of(List.of(3, 20, 60));
        poorest = dice.of(List.of(5, 50, 5_000)) * DOLLAR;
        richest = dice.of(List.of(1, 10, 1_000));
        tick = dice.of(List.of(1L, 1_000L, 60_000L));
        int sum = 0;
        for (Kind kind : Kind.values()) {
            int usual = usual(kind);
            int drawn = dice.oneIn(4) ? 0 : dice.between(1, 2 * usual);
            int weight = kind == Kind.PLACE ? usual : drawn;
            weights.put(kind, weight);
            sum += weight;
        }
        allWeights = sum;
        fixtures = new Fixtures(dice);
        newOrders = new NewOrders(dice, poorest, strangePercent);
        first.addAll(Fixtures.leagues());
        for (int account = 1; account <= accounts; account++) {
            first.add(openAccount(account));
        }
    }

    private static int usual(Kind kind) {
        return switch (kind) {
            case PLACE -> 200;
            case BATCH, CANCEL -> 50;
            case DEPOSIT -> 20;
            case CANCEL_ALL, WAIT -> 10;
            case OPEN, GAME, SUSPEND, STRANGE, RING, WITHDRAW, ADJUST, LIMITS, CHANGE_GAME -> 6;
            case HASHES, SNAPSHOT, CRASH -> 3;
            case BAN, CANCEL_GAME, SUSPEND_ALL, RESUME_ALL -> 2;
            case CUT, CLOSE -> 1;
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
                fixtures.hear(event);
                switch (event) {
                    case Event.OrderPlaced placed -> orders.add(placed.order());
                    case Event.ExchangeSuspended _ -> suspended = true;
                    case Event.ExchangeResumed _ -> suspended = false;
                    case Event.AccountChanged changed -> {
                        if (changed.banned()) {
                            banned.add(changed.account());
                        } else {
                            banned.remove(changed.account());
                        }
                    }
                    default -> {}
                }
            }
        }
    }

    /**
     * The next thing to do. What stops the betting is soon undone.
     *
     * @param alarmMillis when the exchange wants to be woken
     */
    Action next(long alarmMillis) {
        if (!first.isEmpty()) {
            return send(first.remove(0));
        }
        if (fixtures.areTooFew(now)) {
            return send(fixtures.another(now));
        }
        now += dice.below(3) * tick;
        if (suspended && dice.percent(undoPercent)) {
            return send(new Command.ResumeExchange());
        }
        if (!banned.isEmpty() && dice.percent(undoPercent)) {
            return send(ban(dice.of(List.copyOf(banned)), false));
        }
        GameTerms asleep = fixtures.asleep();
        if (asleep != null && dice.percent(undoPercent)) {
            return send(new Command.OpenGame(asleep.game()));
        }
        return action(kind(), alarmMillis);
    }

    private Kind kind() {
        int drawn = dice.below(allWeights);
        for (Map.Entry<Kind, Integer> entry : weights.entrySet()) {
            drawn -= entry.getValue();
            if (drawn < 0) {
                return entry.getKey();
            }
        }
        throw new AssertionError("the weights do not add up");
    }

    private Action action(Kind kind, long alarmMillis) {
        return switch (kind) {
            case PLACE -> send(place(List.of(newOrders.one(fixtures.running()))));
            case BATCH -> send(place(newOrders.several(5, fixtures.running())));
            case CANCEL -> send(new Command.CancelOrders(account(), ids()));
            case CANCEL_ALL -> send(new Command.CancelAllOrders(account()));
            case DEPOSIT -> send(new Command.Deposit(account(), dice.below(4 * poorest)));
            case WITHDRAW -> send(new Command.Withdraw(account(), dice.below(poorest)));
            case ADJUST -> send(adjust());
            case LIMITS -> send(changeLimits());
            case BAN -> send(ban(account(), !dice.oneIn(5)));
            case GAME -> send(dice.coin() ? fixtures.strange(now) : fixtures.another(now));
            case CHANGE_GAME -> send(fixtures.change(now));
            case SUSPEND -> send(new Command.SuspendGame(fixtures.id()));
            case OPEN -> send(new Command.OpenGame(fixtures.id()));
            case CLOSE -> send(new Command.CloseGame(fixtures.id()));
            case CANCEL_GAME -> send(new Command.CancelGameOrders(fixtures.id()));
            case SUSPEND_ALL -> send(new Command.SuspendExchange());
            case RESUME_ALL -> send(new Command.ResumeExchange());
            case STRANGE -> send(strange());
            case HASHES -> send(new Command.AskHashes());
            case WAIT -> {
                now += dice.below(tick * 60 + 3_600_000) / tick * tick;
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

    private Command place(List<NewOrder> some) {
        return new Command.PlaceOrders(account(), some);
    }

    private Command openAccount(long account) {
        return new Command.OpenAccount(
                account,
                dice.oneIn(3) ? -dice.below(2 * poorest) : 0,
                dice.oneIn(3) ? dice.below(2 * poorest) : 1_000_000 * DOLLAR,
                dice.coin() ? 10_000 : dice.below(100_001),
                dice.below(3 * poorest) * richest);
    }

    private Command adjust() {
        long amount = dice.between(-poorest, 2 * poorest);
        return new Command.Adjust(account(), dice.oneIn(20) ? 0 : amount, dice.oneIn(3));
    }

    private Command changeLimits() {
        return new Command.ChangeAccount(
                account(),
                dice.coin() ? null : Long.valueOf(dice.oneIn(3) ? 0 : -dice.below(2 * poorest)),
                dice.coin() ? null : Long.valueOf(dice.below(dice.oneIn(3) ? poorest : 1L << 40)),
                dice.coin() ? null : Integer.valueOf(dice.below(100_001)),
                dice.oneIn(9) ? Boolean.valueOf(dice.coin()) : null,
                dice.oneIn(3));
    }

    private static Command ban(long account, boolean wanted) {
        return new Command.ChangeAccount(account, null, null, null, wanted, false);
    }

    private List<Long> ids() {
        List<Long> ids = new ArrayList<>();
        for (int i = dice.below(6); i > 0; i--) {
            ids.add(id());
            if (dice.oneIn(5)) {
                ids.add(dice.of(ids));
            }
        }
        return ids;
    }

    private long id() {
        if (orders.isEmpty() || dice.oneIn(20)) {
            return dice.coin() ? dice.any() : dice.below(5L) << 32;
        }
        int newest = Math.min(orders.size(), dice.coin() ? 10 : 300);
        return orders.get(orders.size() - 1 - dice.below(newest));
    }

    private long account() {
        return dice.percent(strangePercent) && dice.oneIn(8)
                ? dice.below(20L)
                : dice.between(1L, accounts);
    }

    private Command strange() {
        return switch (dice.below(10)) {
            case 0 -> new Command.CreateLeague("NBA", "basketball", 5 + dice.below(2));
            case 1 -> new Command.CreateLeague("L" + dice.below(5), "soccer", 10);
            case 2 -> openAccount(dice.below(accounts + 3));
            case 3 ->
                    new Command.OpenAccount(
                            dice.between(-5L, 19),
                            dice.between(-DOLLAR, 1),
                            dice.between(-1, DOLLAR),
                            dice.between(-1, 100_002),
                            dice.between(-1, DOLLAR));
            case 4 -> new Command.Deposit(account(), dice.any());
            case 5 -> new Command.Withdraw(account(), dice.any());
            case 6 -> new Command.Adjust(account(), dice.any(), dice.coin());
            case 7 ->
                    new Command.ChangeAccount(
                            account(),
                            dice.between(-DOLLAR, 1),
                            dice.oneIn(3) ? -1L : null,
                            dice.oneIn(3) ? Integer.valueOf(100_001) : null,
                            null,
                            dice.coin());
            case 8 ->
                    new Command.ChangeLeague(
                            dice.of(List.of("NBA", "EPL", "L1", "L2")),
                            dice.of(List.of(-1, 0, 5, 6, 7, 60, 61)));
            default -> new Command.CancelAllOrders(dice.below(30L));
        };
    }
}
