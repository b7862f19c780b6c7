package evens.sim;

import evens.model.Ending;
import evens.model.Event;
import evens.model.Event.OrderPlaced;
import evens.model.Market;
import evens.model.OrderState;
import evens.model.OrderType;
import evens.model.Outcome;
import evens.model.Reject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The twin's orders: which are open and how, which were, and how one ends. */
final class Orders {
    static final class Order {
        /** As it was asked for, until it is placed. */
        OrderPlaced placed;

        OrderState state = OrderState.RESTING;

        /** When it came to be where it is: those of a level are served in this order. */
        long rank;

        /** When it has waited long enough, 0 if it does not wait. */
        long untilMillis;

        long filled;

        /** Why it is not open, or not now; null if it is. */
        @Nullable Ending ending;

        long endedAtMillis;

        Order(OrderPlaced placed) {
            this.placed = placed;
        }

        long remaining() {
            return placed.stake() - filled;
        }

        boolean isResting() {
            return state == OrderState.RESTING;
        }
    }

    /** Question by question, first what rests, as a taker would meet it, then what does not. */
    private static final Comparator<Order> BOOKS =
            Comparator.comparing((Order o) -> o.placed.market().type())
                    .thenComparing(o -> o.placed.market().subject())
                    .thenComparingInt(o -> o.placed.market().number())
                    .thenComparing(o -> !o.isResting())
                    .thenComparing(o -> o.isResting() && o.placed.outcome() == Outcome.SECOND)
                    .thenComparingInt(o -> o.isResting() ? o.placed.line() : 0)
                    .thenComparingLong(o -> o.rank);

    private final int remembered;
    private final Accounts accounts;
    private final Consumer<Event> events;
    private final LongSupplier clock;
    private final List<Order> open = new ArrayList<>();
    private final Deque<Event.ClosedOrderStated> closed = new ArrayDeque<>();
    private final List<Order> ended = new ArrayList<>();
    private long places;
    private long lastRank;

    Orders(int remembered, Accounts accounts, Consumer<Event> events, LongSupplier clock) {
        this.remembered = remembered;
        this.accounts = accounts;
        this.events = events;
        this.clock = clock;
    }

    List<Order> open() {
        return open;
    }

    /** Every order that there ever was. */
    List<Order> every() {
        List<Order> every = new ArrayList<>(ended);
        every.addAll(open);
        return every;
    }

    @Nullable Order get(long id) {
        return open.stream().filter(o -> o.placed.order() == id).findAny().orElse(null);
    }

    /** The open orders of an account, oldest first. */
    List<Order> of(long account) {
        return open.stream()
                .filter(o -> o.placed.account() == account)
                .sorted(Comparator.comparingLong(o -> o.placed.transaction()))
                .toList();
    }

    List<Order> ofGame(long game) {
        return open.stream().filter(o -> o.placed.game() == game).sorted(BOOKS).toList();
    }

    /** Offers of this outcome: the best for a taker first, then who came first. */
    List<Order> offers(long game, Market market, Outcome outcome) {
        return ofGame(game).stream()
                .filter(o -> o.isResting() && o.placed.market().equals(market))
                .filter(o -> o.placed.outcome() == outcome)
                .toList();
    }

    /** Half a number is a place; the place of a forgotten order is used once more. */
    long newId() {
        return closed.size() > remembered
                ? closed.removeFirst().order() + (1L << 32)
                : (1L << 32) + places++;
    }

    void rest(Order order) {
        put(order, OrderState.RESTING);
    }

    void delay(Order order, long untilMillis) {
        order.untilMillis = untilMillis;
        put(order, OrderState.DELAYED);
    }

    /** What it had waited for, it has waited for. */
    void awake(Order order) {
        order.untilMillis = 0;
        order.state = OrderState.RESTING;
    }

    void pause(Order order) {
        tellCancelled(order, Ending.PAUSED);
        put(order, OrderState.PAUSED);
    }

    private void put(Order order, OrderState state) {
        if (!open.contains(order)) {
            open.add(order);
        }
        order.state = state;
        order.rank = ++lastRank;
    }

    /** Why an order can not be cancelled, null if it can. */
    @Nullable Reject whyNot(long account, long id) {
        Order order = get(id);
        if (order != null) {
            return order.placed.account() == account ? null : Reject.NOT_YOUR_ORDER;
        }
        Reject reject = Reject.ORDER_NOT_FOUND;
        for (Event.ClosedOrderStated c : closed) {
            if (c.order() == id) {
                reject = c.account() == account ? over(c.ending()) : Reject.NOT_YOUR_ORDER;
            }
        }
        return reject;
    }

    private static Reject over(Ending ending) {
        return switch (ending) {
            case FILLED -> Reject.ALREADY_FILLED;
            case EXPIRED, GAME_START -> Reject.ALREADY_EXPIRED;
            case USER,
                    OPERATOR,
                    INSUFFICIENT_FUNDS,
                    REMAINDER_TOO_SMALL,
                    KILLED,
                    BAN,
                    LEASE,
                    PAUSED ->
                    Reject.ALREADY_CANCELLED;
        };
    }

    void cancel(Order order, Ending ending) {
        tellCancelled(order, ending);
        close(order, ending);
    }

    /** The feed hears of it only if it had been told that the order rests. */
    private void tellCancelled(Order order, Ending ending) {
        OrderPlaced p = order.placed;
        events.accept(
                new Event.OrderCancelled(
                        p.order(),
                        p.account(),
                        p.wagerRequest(),
                        p.game(),
                        p.market(),
                        p.outcome(),
                        p.line(),
                        order.filled,
                        order.remaining(),
                        ending,
                        order.isResting() ? ++accounts.known(p.account()).messages : 0,
                        p.type() == OrderType.POST_ARB,
                        p.reference()));
    }

    void close(Order order, Ending ending) {
        open.remove(order);
        ended.add(order);
        order.ending = ending;
        order.endedAtMillis = clock.getAsLong();
        OrderPlaced p = order.placed;
        closed.addLast(new Event.ClosedOrderStated(p.order(), p.account(), order.filled, ending));
    }

    /** Those of these games, one after the other, and then what is closed. */
    List<Event> stated(List<Long> games) {
        List<Event> stated = new ArrayList<>();
        for (long game : games) {
            ofGame(game).forEach(order -> stated.add(stated(order)));
        }
        stated.addAll(closed);
        return stated;
    }

    private static Event stated(Order order) {
        OrderPlaced p = order.placed;
        return new Event.OrderStated(
                p.order(),
                p.account(),
                p.wagerRequest(),
                p.transaction(),
                p.game(),
                p.market(),
                p.outcome(),
                p.line(),
                p.stake(),
                order.filled,
                p.type(),
                p.createdAtMillis(),
                p.expiresAtMillis(),
                order.state,
                order.untilMillis,
                p.reference());
    }
}
