package evens.sim;

import evens.model.Command;
import evens.model.Event;
import evens.model.GameTerms;
import evens.model.Step;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

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
    private final int punctualPercent;
    private final long tick;
    private final Map<Kind, Integer> weights = new EnumMap<>(Kind.class);
    private final int allWeights;

    private final Fixtures fixtures;
    private final NewOrders newOrders;
    private final Stamps stamps;
    private final Trading trading;
    private final Bookkeeping bookkeeping;
    private final Repeats repeats;
    private final List<Command> first = new ArrayList<>();
    private boolean suspended;
    private long now = 1_767_225_600_000L; // the first minute of 2026

    private enum Kind {
        PLACE,
        BATCH,
        CANCEL,
        CANCEL_ALL,
        LATCH,
        RELEASE,
        EDIT,
        CANCEL_REFERENCE,
        CANCEL_OF_GAME,
        CANCEL_OF_LEAGUE,
        PAUSE,
        RESUME,
        LEASE,
        DROP_LEASE,
        AGAIN,
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
        WAIT_FOR_KEY,
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
        punctualPercent = dice.of(List.of(0, 50, 95));
        long poorest = dice.of(List.of(5, 50, 5_000)) * DOLLAR;
        int richest = dice.of(List.of(1, 10, 1_000));
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
        stamps = new Stamps(dice);
        trading = new Trading(dice, fixtures, newOrders, stamps);
        bookkeeping = new Bookkeeping(dice, poorest, richest);
        repeats = new Repeats(dice);
        first.addAll(fixtures.leagues());
        for (int account = 1; account <= accounts; account++) {
            first.add(bookkeeping.openAccount(account));
        }
    }

    private static int usual(Kind kind) {
        return switch (kind) {
            case PLACE -> 200;
            case BATCH, CANCEL, EDIT -> 40;
            case DEPOSIT -> 20;
            case WAIT, RESUME, AGAIN -> 10;
            case OPEN,
                    GAME,
                    SUSPEND,
                    STRANGE,
                    RING,
                    WITHDRAW,
                    ADJUST,
                    LIMITS,
                    CHANGE_GAME,
                    CANCEL_ALL,
                    PAUSE ->
                    6;
            case HASHES,
                    SNAPSHOT,
                    CRASH,
                    LEASE,
                    DROP_LEASE,
                    CANCEL_REFERENCE,
                    CANCEL_OF_GAME,
                    CANCEL_OF_LEAGUE ->
                    3;
            case BAN, CANCEL_GAME, SUSPEND_ALL, RESUME_ALL, RELEASE -> 2;
            case CUT, CLOSE, LATCH, WAIT_FOR_KEY -> 1;
        };
    }

    /** How many actions this seed is good for. */
    int length() {
        return length;
    }

    int remembered() {
        return remembered;
    }

    /** Hears what an action led to. */
    void hear(List<Step> steps) {
        for (Step step : steps) {
            for (Event event : step.events()) {
                fixtures.hear(event);
                stamps.hear(event);
                trading.hear(event);
                bookkeeping.hear(event);
                switch (event) {
                    case Event.ExchangeSuspended _ -> suspended = true;
                    case Event.ExchangeResumed _ -> suspended = false;
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
            return new Action.Send(first.remove(0), now);
        }
        if (fixtures.areTooFew(now)) {
            return send(fixtures.another(now));
        }
        long later = now + dice.below(3) * tick;
        boolean punctual = alarmMillis <= later && dice.percent(punctualPercent);
        now = punctual ? Math.max(now, alarmMillis) : later;
        if (suspended && dice.percent(undoPercent)) {
            return send(new Command.ResumeExchange());
        }
        List<Long> banned = List.copyOf(bookkeeping.banned());
        if (!banned.isEmpty() && dice.percent(undoPercent)) {
            return send(Bookkeeping.ban(dice.of(banned), false));
        }
        List<Long> latched = List.copyOf(bookkeeping.latched());
        if (!latched.isEmpty() && dice.percent(undoPercent)) {
            return send(new Command.ReleaseLatch(dice.of(latched)));
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
            case PLACE ->
                    send(trading.place(account(), List.of(newOrders.one(fixtures.running()))));
            case BATCH -> send(trading.place(account(), newOrders.several(5, fixtures.running())));
            case CANCEL -> send(trading.cancel(account()));
            case CANCEL_ALL -> send(trading.cancelAll(account(), dice.oneIn(6)));
            case LATCH -> send(trading.cancelAll(account(), true));
            case RELEASE -> send(new Command.ReleaseLatch(account()));
            case EDIT -> send(trading.edit(account(), isStrange()));
            case CANCEL_REFERENCE -> send(trading.cancelByReference(account()));
            case CANCEL_OF_GAME -> send(trading.cancelOfGame(account()));
            case CANCEL_OF_LEAGUE -> send(trading.cancelOfLeague(account()));
            case PAUSE -> send(trading.pause(account()));
            case RESUME -> send(trading.resume(account()));
            case LEASE -> send(trading.renewLease(account(), isStrange()));
            case DROP_LEASE -> send(new Command.DropLease(account()));
            case AGAIN -> {
                Command again = repeats.again(account(), now);
                yield again == null ? new Action.Ring(now) : new Action.Send(again, now);
            }
            case DEPOSIT -> send(bookkeeping.deposit(account()));
            case WITHDRAW -> send(bookkeeping.withdraw(account()));
            case ADJUST -> send(bookkeeping.adjust(account()));
            case LIMITS -> send(bookkeeping.changeLimits(account()));
            case BAN -> send(Bookkeeping.ban(account(), !dice.oneIn(5)));
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
            case WAIT_FOR_KEY -> {
                now = Math.max(now, repeats.forgottenMillis(now) + dice.between(-1, 1));
                yield new Action.Ring(now);
            }
            case RING -> ring(alarmMillis);
            case SNAPSHOT -> new Action.Snapshot();
            case CRASH -> new Action.Crash();
            case CUT -> new Action.CutSnapshot();
        };
    }

    private Action ring(long alarmMillis) {
        if (alarmMillis != Long.MAX_VALUE) {
            now = Math.max(now, alarmMillis);
        }
        return new Action.Ring(now);
    }

    private Action send(Command command) {
        return new Action.Send(repeats.maybeOnce(command, account(), now), now);
    }

    private boolean isStrange() {
        return dice.percent(strangePercent);
    }

    private long account() {
        return isStrange() && dice.oneIn(8) ? dice.below(20L) : dice.between(1L, accounts);
    }

    private Command strange() {
        return switch (dice.below(10)) {
            case 0 -> new Command.CreateLeague("NBA", "basketball", 5 + dice.below(2));
            case 1 -> new Command.CreateLeague("L" + dice.below(5), "soccer", 10);
            case 2 -> bookkeeping.openAccount(dice.below(accounts + 3));
            case 3 -> bookkeeping.openStrange();
            case 4 -> new Command.Deposit(account(), dice.any());
            case 5 -> new Command.Withdraw(account(), dice.any());
            case 6 -> new Command.Adjust(account(), dice.any(), dice.coin());
            case 7 -> bookkeeping.changeStrangely(account());
            case 8 ->
                    new Command.ChangeLeague(
                            dice.of(List.of("NBA", "EPL", "L1", "L2")),
                            dice.of(List.of(-1, 0, 5, 6, 7, 60, 61)));
            default -> trading.cancelAll(dice.below(30L), dice.coin());
        };
    }
}
