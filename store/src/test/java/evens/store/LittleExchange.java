package evens.store;

import evens.model.Ending;
import evens.model.Event;
import evens.model.Event.Maker;
import evens.model.Event.OrderCancelled;
import evens.model.Event.OrderMatched;
import evens.model.Event.OrderPlaced;
import evens.model.Event.Taker;
import evens.model.Market;
import evens.model.Odds;
import evens.model.OrderType;
import evens.model.Outcome;
import evens.model.PastOrder;
import evens.model.Reject;
import evens.model.Step;
import evens.model.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Steps as an exchange makes them, drawn from a seed, and what they lead to, kept on the way: each
 * order as the history should have it, and the balance and liability of each account.
 */
final class LittleExchange {
    static final long GAME = 77;
    private static final long BEGIN = 1_767_225_600_000L;
    private static final int ACCOUNTS = 20;
    private static final List<Market> MARKETS =
            List.of(
                    Market.MONEYLINE,
                    Market.spread(-14),
                    Market.total(181),
                    Market.threeWay(Subject.DRAW));

    final List<Step> steps = new ArrayList<>();
    final Map<Long, PastOrder> orders = new TreeMap<>();
    final Map<Long, List<Long>> balanceAndLiability = new TreeMap<>();

    private final Random random;
    private final List<Long> open = new ArrayList<>();
    private final List<Long> delayed = new ArrayList<>();
    private final List<Long> paused = new ArrayList<>();
    private List<Event> events = new ArrayList<>();
    private long ids = 1000;

    private LittleExchange(long seed) {
        random = new Random(seed);
    }

    /** So many steps of this seed; more of them begin with fewer. */
    static LittleExchange of(long seed, int count) {
        LittleExchange exchange = new LittleExchange(seed);
        for (int i = 0; i < count; i++) {
            exchange.step();
        }
        return exchange;
    }

    private long now() {
        return BEGIN + steps.size() * 37_000L;
    }

    private void step() {
        events = new ArrayList<>();
        int account = steps.size() + 1;
        if (account <= ACCOUNTS) {
            events.add(new Event.AccountOpened(account, -5, 1_000_000, 10_000, 500, -500));
            balanceAndLiability.put((long) account, List.of(500L, 0L));
        } else {
            switch (random.nextInt(24)) {
                case 0 -> deposit();
                case 1 ->
                        events.add(
                                new Event.AccountChanged(
                                        someone(),
                                        -random.nextLong(100),
                                        1_000,
                                        random.nextInt(1_000),
                                        random.nextBoolean(),
                                        random.nextInt(60),
                                        false));
                case 2 -> events.add(new Event.OrderRejected(0, someone(), Reject.GAME_NOT_OPEN));
                case 3, 4, 5, 6 -> cancel(random.nextInt(1, 4));
                case 7, 8 -> delay();
                case 9, 10 -> endDelay();
                case 11, 12 -> pause();
                case 13 -> endPause();
                default -> {
                    for (int i = random.nextInt(1, 4); i > 0; i--) {
                        place(someone());
                    }
                }
            }
        }
        steps.add(new Step(steps.size() + 1, now(), List.copyOf(events)));
    }

    private static <T> T known(@Nullable T thing) {
        return Objects.requireNonNull(thing);
    }

    private long someone() {
        return random.nextLong(1, ACCOUNTS + 1);
    }

    private void deposit() {
        long account = someone();
        List<Long> before = known(balanceAndLiability.get(account));
        long balance = before.get(0) + 10;
        long liability = before.get(1);
        balanceAndLiability.put(account, List.of(balance, liability));
        events.add(
                switch (random.nextInt(3)) {
                    case 0 -> new Event.Deposited(account, 10, balance, 0);
                    case 1 -> new Event.Withdrawn(account, -10, balance, 0);
                    default -> new Event.Adjusted(account, 10, true, balance, 0);
                });
    }

    private void cancel(int count) {
        for (int i = 0; i < count && !open.isEmpty(); i++) {
            PastOrder order = known(orders.get(open.get(random.nextInt(open.size()))));
            Ending[] endings = {Ending.USER, Ending.EXPIRED, Ending.GAME_START, Ending.BAN};
            end(order, endings[random.nextInt(endings.length)]);
        }
    }

    private void end(PastOrder order, Ending ending) {
        events.add(cancelled(order, ending));
        changed(order, order.filled(), ending);
    }

    private static OrderCancelled cancelled(PastOrder order, Ending ending) {
        return new OrderCancelled(
                order.order(),
                order.account(),
                order.wagerRequest(),
                order.game(),
                order.market(),
                order.outcome(),
                order.line(),
                order.filled(),
                order.stake() - order.filled(),
                ending,
                1,
                false,
                order.reference());
    }

    private void delay() {
        PastOrder order = order(someone());
        orders.put(order.order(), order);
        delayed.add(order.order());
        events.add(
                new Event.OrderDelayed(
                        0,
                        order.order(),
                        order.account(),
                        order.wagerRequest(),
                        order.transaction(),
                        GAME,
                        order.market(),
                        order.outcome(),
                        order.line(),
                        order.stake(),
                        known(order.type()),
                        order.createdAtMillis(),
                        order.expiresAtMillis(),
                        now() + 1_000,
                        order.reference()));
    }

    private void endDelay() {
        if (delayed.isEmpty()) {
            return;
        }
        PastOrder order = known(orders.get(delayed.removeFirst()));
        switch (random.nextInt(4)) {
            case 0 -> end(order, Ending.USER);
            case 1 -> {
                events.add(
                        new Event.DelayedOrderRejected(
                                order.order(), order.account(), Reject.NOTHING_TO_TAKE));
                changed(order, 0, Ending.KILLED);
            }
            default -> place(order, OrderPlaced.AFTER_DELAY);
        }
    }

    private void pause() {
        for (int i = random.nextInt(3); i >= 0 && !open.isEmpty(); i--) {
            PastOrder order = known(orders.get(open.removeFirst()));
            events.add(cancelled(order, Ending.PAUSED));
            paused.add(order.order());
        }
    }

    private void endPause() {
        for (Long id : List.copyOf(paused)) {
            PastOrder order = known(orders.get(id));
            switch (random.nextInt(4)) {
                case 0 -> events.add(new Event.ResumeRejected(0, id, Reject.POST_WOULD_MATCH));
                case 1 -> {
                    end(order, Ending.LEASE);
                    paused.remove(id);
                }
                default -> {
                    events.add(resumed(order));
                    paused.remove(id);
                    open.add(id);
                }
            }
        }
    }

    private static Event.OrderResumed resumed(PastOrder order) {
        return new Event.OrderResumed(
                0,
                order.order(),
                order.account(),
                order.wagerRequest(),
                order.transaction(),
                GAME,
                order.market(),
                order.outcome(),
                order.line(),
                order.stake(),
                order.stake() - order.filled(),
                known(order.type()),
                order.createdAtMillis(),
                order.expiresAtMillis(),
                1,
                order.reference());
    }

    private PastOrder changed(PastOrder order, long filled, @Nullable Ending ending) {
        PastOrder changed =
                new PastOrder(
                        order.order(),
                        order.account(),
                        order.wagerRequest(),
                        order.transaction(),
                        order.game(),
                        order.market(),
                        order.outcome(),
                        order.line(),
                        order.stake(),
                        filled,
                        order.type(),
                        ending,
                        order.createdAtMillis(),
                        order.expiresAtMillis(),
                        ending == null ? 0 : now(),
                        order.reference());
        orders.put(order.order(), changed);
        if (ending != null) {
            open.remove(order.order());
        }
        return changed;
    }

    private PastOrder order(long account) {
        return new PastOrder(
                ids++,
                account,
                ids++,
                ids++,
                GAME,
                MARKETS.get(random.nextInt(MARKETS.size())),
                random.nextBoolean() ? Outcome.FIRST : Outcome.SECOND,
                random.nextInt(-200, 200),
                random.nextLong(100, 1_000),
                0,
                random.nextInt(4) == 0 ? OrderType.FILL_AND_KILL : OrderType.LIMIT,
                null,
                now(),
                random.nextInt(3) == 0 ? now() + 60_000 : 0,
                0,
                random.nextInt(3) == 0 ? "ref ü" + ids : null);
    }

    private void place(long account) {
        place(order(account), 0);
    }

    private void place(PastOrder placed, int index) {
        PastOrder order = placed;
        int place = events.size();
        orders.put(order.order(), order);
        for (int i = random.nextInt(4); i > 0 && order.filled() < order.stake(); i--) {
            order = match(order);
        }
        long left = order.stake() - order.filled();
        boolean isKilled = order.type() == OrderType.FILL_AND_KILL;
        boolean isTooSmall = left < 50;
        long resting = isKilled || isTooSmall ? 0 : left;
        events.add(
                place,
                new OrderPlaced(
                        index,
                        order.order(),
                        order.account(),
                        order.wagerRequest(),
                        order.transaction(),
                        GAME,
                        order.market(),
                        order.outcome(),
                        order.line(),
                        order.stake(),
                        resting,
                        known(order.type()),
                        order.createdAtMillis(),
                        order.expiresAtMillis(),
                        1,
                        order.reference()));
        if (resting > 0) {
            open.add(order.order());
        } else if (left == 0) {
            changed(order, order.filled(), Ending.FILLED);
        } else if (isKilled) {
            changed(order, order.filled(), Ending.KILLED);
        } else {
            end(order, Ending.REMAINDER_TOO_SMALL);
        }
    }

    /** A bit of the order against an order of somebody else, whatever its odds. */
    private PastOrder match(PastOrder taker) {
        List<Long> makers =
                open.stream()
                        .filter(id -> known(orders.get(id)).account() != taker.account())
                        .limit(20)
                        .toList();
        if (makers.isEmpty()) {
            return taker;
        }
        PastOrder maker = known(orders.get(makers.get(random.nextInt(makers.size()))));
        long makerStake = some(maker.stake() - maker.filled());
        long takerStake = some(taker.stake() - taker.filled());
        long remaining = maker.stake() - maker.filled() - makerStake;
        events.add(
                new OrderMatched(
                        ids++,
                        GAME,
                        maker.market(),
                        maker.outcome(),
                        maker.line(),
                        new Maker(
                                maker.order(),
                                maker.account(),
                                maker.wagerRequest(),
                                maker.stake(),
                                makerStake,
                                remaining,
                                -1,
                                liability(maker.account(), makerStake),
                                1,
                                maker.createdAtMillis(),
                                false,
                                maker.reference()),
                        new Taker(
                                taker.order(),
                                taker.account(),
                                taker.wagerRequest(),
                                takerStake,
                                Odds.win(makerStake, 0) / 100,
                                takerStake / 100,
                                -1,
                                liability(taker.account(), takerStake),
                                1,
                                taker.reference())));
        long filled = maker.filled() + makerStake;
        PastOrder changed = changed(maker, filled, remaining == 0 ? Ending.FILLED : null);
        if (remaining > 0 && random.nextInt(5) == 0) {
            end(changed, Ending.INSUFFICIENT_FUNDS);
        }
        return changed(taker, taker.filled() + takerStake, null);
    }

    private long some(long most) {
        return random.nextBoolean() ? most : random.nextLong(1, most + 1);
    }

    private long liability(long account, long stake) {
        List<Long> before = known(balanceAndLiability.get(account));
        balanceAndLiability.put(account, List.of(before.get(0), before.get(1) - stake));
        return before.get(1) - stake;
    }
}
