package evens.sim;

import evens.model.Ending;
import evens.model.Event;
import evens.model.Event.OrderPlaced;
import evens.model.GameState;
import evens.model.OrderState;
import evens.model.OrderType;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** I4 to I10, I16 and I19: what may happen to an order, and in which turn. */
final class OrderInvariants {
    private static final class Order {
        OrderPlaced terms;
        OrderState state;
        long rank;
        long untilMillis;
        long filled;
        boolean over;

        Order(OrderPlaced terms, OrderState state) {
            this.terms = terms;
            this.state = state;
        }

        boolean isResting() {
            return state == OrderState.RESTING;
        }
    }

    /** An open order that stood before one that was matched. */
    private record Passed(Order order, Event.OrderMatched by) {}

    private final LedgerInvariants ledger;
    private final GameInvariants games;
    private final Map<Long, Order> open = new LinkedHashMap<>();
    private final Set<Long> ids = new HashSet<>();
    private final Set<Long> transactions = new HashSet<>();

    /** The matches of the order that is being placed, until the next begins. */
    private final List<Passed> passed = new ArrayList<>();

    /** Those that came to rest in this step. */
    private final List<Order> rested = new ArrayList<>();

    private long lastRank;
    private long now;

    OrderInvariants(LedgerInvariants ledger, GameInvariants games) {
        this.ledger = ledger;
        this.games = games;
    }

    void hear(Event event, long nowMillis) {
        now = nowMillis;
        switch (event) {
            case OrderPlaced e -> placed(e);
            case Event.OrderDelayed e -> delayed(e);
            case Event.DelayedOrderRejected e -> {
                endPlacing();
                waited(openOrder(e.order()));
                end(openOrder(e.order()));
            }
            case Event.OrderMatched e -> matched(e);
            case Event.OrderCancelled e -> cancelled(e);
            case Event.OrderResumed e -> resumed(e);
            case Event.OrderRejected _, Event.ResumeRejected _ -> endPlacing();
            case Event.GameStateChanged e -> {
                if (e.state() == GameState.CLOSED) {
                    noneLeft(o -> o.game() == e.game());
                }
            }
            default -> {}
        }
    }

    /** Nothing more happens in this step. */
    void endStep() {
        endPlacing();
        rested.stream()
                .filter(o -> o.isResting() && open.get(id(o)) == o)
                .forEach(this::isNotCrossed);
        rested.clear();
    }

    /** Of these there is none any more, whether it rests, waits or is paused. */
    void noneLeft(Predicate<OrderPlaced> ended) {
        for (Order order : open.values()) {
            Violation.unless(
                    order.over || !ended.test(order.terms),
                    "I19: order " + id(order) + " outlived its end");
        }
    }

    /** Of these there are paused ones only. */
    void nonePending(Predicate<OrderPlaced> ended) {
        for (Order order : open.values()) {
            Violation.unless(
                    order.state == OrderState.PAUSED || !ended.test(order.terms),
                    "I19: order " + id(order) + " was not paused");
        }
    }

    /** A command is executed: what had to end, or to be tried, before has been. */
    void noneIsOver(long nowMillis) {
        for (Order order : open.values()) {
            long expires = order.terms.expiresAtMillis();
            boolean placedNow = order.terms.createdAtMillis() == nowMillis;
            Violation.unless(
                    placedNow || expires == 0 || expires > nowMillis,
                    "order " + id(order) + " has not expired");
            Violation.unless(
                    order.state != OrderState.DELAYED || order.untilMillis > nowMillis,
                    "order " + id(order) + " waits for too long");
        }
    }

    private void mayTrade(long account, long game, String what) {
        games.isOpen(game, now, what);
        Violation.unless(!ledger.isBanned(account), "I16: " + what + " of a banned account");
    }

    private void placed(OrderPlaced e) {
        endPlacing();
        mayTrade(e.account(), e.game(), "an order");
        Order order;
        if (e.index() == OrderPlaced.AFTER_DELAY) {
            order = openOrder(e.order());
            waited(order);
            Violation.unless(isSame(order.terms, e), "an order became another while it waited");
            order.terms = e;
            order.state = OrderState.RESTING;
        } else {
            order = begin(e, OrderState.RESTING);
        }
        order.rank = ++lastRank;
        rested.add(order);
    }

    private Order begin(OrderPlaced e, OrderState state) {
        Violation.unless(ids.add(e.order()), "the id of an order came back");
        Violation.unless(transactions.add(e.transaction()), "I5: a transaction came back");
        Violation.unless(e.createdAtMillis() == now, "an order was made at another time");
        Order order = new Order(e, state);
        open.put(e.order(), order);
        return order;
    }

    /** An order that waits, or has. */
    private static OrderPlaced asPlaced(Event.OrderDelayed e) {
        return new OrderPlaced(
                e.index(),
                e.order(),
                e.account(),
                e.wagerRequest(),
                e.transaction(),
                e.game(),
                e.market(),
                e.outcome(),
                e.line(),
                e.stake(),
                0,
                e.type(),
                e.createdAtMillis(),
                e.expiresAtMillis(),
                0,
                e.reference());
    }

    private static boolean isSame(OrderPlaced asked, OrderPlaced placed) {
        OrderPlaced again =
                new OrderPlaced(
                        placed.index(),
                        asked.order(),
                        asked.account(),
                        asked.wagerRequest(),
                        asked.transaction(),
                        asked.game(),
                        asked.market(),
                        asked.outcome(),
                        asked.line(),
                        asked.stake(),
                        placed.resting(),
                        asked.type(),
                        asked.createdAtMillis(),
                        asked.expiresAtMillis(),
                        placed.message(),
                        asked.reference());
        return again.equals(placed);
    }

    private void delayed(Event.OrderDelayed e) {
        endPlacing();
        mayTrade(e.account(), e.game(), "a delayed order");
        Violation.unless(!e.type().onlyRests(), "an order waits that never takes");
        long delay = games.delayMillis(e.game());
        Violation.unless(
                delay > 0 && e.untilMillis() == now + delay, "an order waits for another time");
        begin(asPlaced(e), OrderState.DELAYED).untilMillis = e.untilMillis();
    }

    private void waited(Order order) {
        Violation.unless(
                order.state == OrderState.DELAYED && order.untilMillis <= now,
                "I16: an order did not wait");
    }

    private void resumed(Event.OrderResumed e) {
        endPlacing();
        mayTrade(e.account(), e.game(), "a resumed order");
        Order order = openOrder(e.order());
        Violation.unless(order.state == OrderState.PAUSED, "an order came back from nowhere");
        Violation.unless(
                e.resting() == order.terms.stake() - order.filled
                        && e.stake() == order.terms.stake()
                        && e.expiresAtMillis() == order.terms.expiresAtMillis(),
                "I4: an order came back as another");
        order.state = OrderState.RESTING;
        order.rank = ++lastRank;
        rested.add(order);
    }

    private void matched(Event.OrderMatched e) {
        Event.Maker m = e.maker();
        Event.Taker t = e.taker();
        Order maker = openOrder(m.order());
        Order taker = openOrder(t.order());
        mayTrade(m.account(), e.game(), "a match");
        mayTrade(t.account(), e.game(), "a match");
        Violation.unless(
                maker.isResting() && taker.isResting(), "I10: a match of what does not rest");
        Violation.unless(
                games.delayMillis(e.game()) == 0 || taker.terms.index() == OrderPlaced.AFTER_DELAY,
                "I16: a match on a live game without a delay");
        Violation.unless(transactions.add(e.transaction()), "I5: a transaction came back");
        Violation.unless(m.account() != t.account(), "I9: an order met its own account");
        Violation.unless(!maker.terms.type().onlyTakes(), "a killed order rested");
        Violation.unless(!taker.terms.type().onlyRests(), "an order took that only rests");
        Violation.unless(taker.rank == lastRank, "an order took that did not come in");
        price(e, maker, taker);
        priority(e, maker, taker);
        maker.filled += m.stake();
        taker.filled += t.stake();
        long left = maker.terms.stake() - maker.filled;
        Violation.unless(left == m.remaining() && left >= 0, "I4: the maker's stake");
        Violation.unless(taker.filled <= taker.terms.stake(), "I4: the taker's stake");
        Violation.unless(
                m.stake() >= 10_000 && t.stake() >= 10_000, "a side of a fill is below a cent");
        ledger.matched(e);
        if (left == 0) {
            end(maker);
        }
    }

    private static void price(Event.OrderMatched e, Order maker, Order taker) {
        Violation.unless(
                e.makerLine() == maker.terms.line()
                        && e.makerLine() + taker.terms.line() <= 0
                        && maker.terms.outcome() != taker.terms.outcome()
                        && maker.terms.game() == e.game()
                        && taker.terms.game() == e.game()
                        && maker.terms.market().equals(e.market())
                        && taker.terms.market().equals(e.market()),
                "I6: the price is worse than a limit");
        long p = Fractions.profit(-e.makerLine())[0];
        long q = Fractions.profit(-e.makerLine())[1];
        BigInteger wins = Fractions.times(e.taker().stake(), p);
        BigInteger pays = Fractions.times(e.maker().stake(), q);
        BigInteger half = BigInteger.valueOf(Math.max(p, q));
        boolean isNear = wins.subtract(pays).abs().shiftLeft(1).compareTo(half) <= 0;
        Violation.unless(isNear, "I6: more than half a micro-dollar from the exact price");
    }

    private void priority(Event.OrderMatched e, Order maker, Order taker) {
        for (Order other : open.values()) {
            boolean rival =
                    other.isResting()
                            && other.terms.game() == e.game()
                            && other.terms.market().equals(e.market())
                            && other.terms.outcome() == e.makerOutcome()
                            && other.terms.account() != taker.terms.account()
                            && other != maker;
            boolean ahead =
                    other.terms.line() < e.makerLine()
                            || (other.terms.line() == e.makerLine() && other.rank < maker.rank);
            if (rival && ahead && !other.over) {
                passed.add(new Passed(other, e));
            }
        }
    }

    /** An order is placed to its end: who was passed over must have ended meanwhile. */
    private void endPlacing() {
        for (Passed pair : passed) {
            Violation.unless(
                    pair.order().over,
                    "I7: order %d was passed over by %s".formatted(id(pair.order()), pair.by()));
        }
        passed.clear();
        ledger.endPlacing();
        open.values().removeIf(order -> order.over || isDone(order));
    }

    /** A taker's order is open until it is placed to its end; some never rest. */
    private static boolean isDone(Order order) {
        if (!order.isResting()) {
            return false;
        }
        Violation.unless(
                order.terms.resting() == 0 || !order.terms.type().onlyTakes(),
                "an order rests that never does");
        return order.terms.resting() == 0 || order.terms.stake() == order.filled;
    }

    private void cancelled(Event.OrderCancelled e) {
        Order order = openOrder(e.order());
        Violation.unless(
                e.filled() == order.filled
                        && e.released() == order.terms.stake() - order.filled
                        && e.released() > 0,
                "I4: filled and released are not the stake");
        boolean expiring = order.terms.expiresAtMillis() != 0;
        boolean expired = expiring && order.terms.expiresAtMillis() <= now;
        boolean late = order.state == OrderState.DELAYED && order.untilMillis <= now;
        Violation.unless(
                e.ending() != Ending.EXPIRED || expired || late, "an order expired too early");
        Violation.unless(
                order.isResting() == (e.message() > 0), "the feed hears of what it never heard of");
        if (e.ending() == Ending.PAUSED) {
            Violation.unless(order.isResting(), "an order was paused that does not rest");
            order.state = OrderState.PAUSED;
        } else {
            end(order);
        }
    }

    private void end(Order order) {
        order.over = true;
    }

    private Order openOrder(long id) {
        Order order = open.get(id);
        if (order == null || order.over) {
            throw new Violation(
                    "I10: order " + id + " is not open and yet something happens to it");
        }
        return order;
    }

    /**
     * Orders of different accounts that would match do not rest opposite each other, unless the one
     * that came to rest now may, within one in a hundred of the best.
     */
    private void isNotCrossed(Order order) {
        for (Order other : open.values()) {
            OrderPlaced own = order.terms;
            boolean crossed =
                    other.isResting()
                            && own.game() == other.terms.game()
                            && own.market().equals(other.terms.market())
                            && own.outcome() != other.terms.outcome()
                            && own.line() + other.terms.line() <= 0
                            && own.account() != other.terms.account();
            long best = -other.terms.line();
            boolean near =
                    own.type() == OrderType.POST_ARB
                            && 100 * (best - own.line()) <= 1_000 + Math.abs(best);
            Violation.unless(!crossed || near, "I8: the book is crossed");
        }
    }

    private static long id(Order order) {
        return order.terms.order();
    }
}
