package evens.sim;

import evens.model.Ending;
import evens.model.Event;
import evens.model.Market;
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

/** The twin's orders: which are open, which were, and how one ends. */
final class Orders {
    static final class Order {
        final Event.OrderPlaced placed;
        long filled;
        @Nullable Ending ending;
        long endedAtMillis;

        Order(Event.OrderPlaced placed) {
            this.placed = placed;
        }

        long remaining() {
            return placed.stake() - filled;
        }
    }

    private final int remembered;
    private final Accounts accounts;
    private final Consumer<Event> events;
    private final LongSupplier clock;
    private final List<Order> open = new ArrayList<>(); // oldest first
    private final Deque<Event.ClosedOrderStated> closed = new ArrayDeque<>();
    private final List<Order> ended = new ArrayList<>();
    private long places;

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

    /** Open orders on this outcome: the best for a taker first, then the oldest. */
    List<Order> offers(long game, Market market, Outcome outcome) {
        return open.stream()
                .filter(o -> o.placed.game() == game && o.placed.market().equals(market))
                .filter(o -> o.placed.outcome() == outcome)
                .sorted(Comparator.comparingInt(o -> o.placed.line()))
                .toList();
    }

    /** Half a number is a place; the place of a forgotten order is used once more. */
    long newId() {
        return closed.size() > remembered
                ? closed.removeFirst().order() + (1L << 32)
                : (1L << 32) + places++;
    }

    void rest(Order order) {
        open.add(order);
    }

    void cancel(long account, long id) {
        for (Order order : open) {
            if (order.placed.order() == id) {
                if (order.placed.account() == account) {
                    cancel(order, Ending.USER);
                } else {
                    events.accept(new Event.CancelRefused(id, Reject.NOT_YOUR_ORDER));
                }
                return;
            }
        }
        Reject reject = Reject.ORDER_NOT_FOUND;
        for (Event.ClosedOrderStated order : closed) {
            if (order.order() == id) {
                reject = order.account() == account ? over(order) : Reject.NOT_YOUR_ORDER;
            }
        }
        events.accept(new Event.CancelRefused(id, reject));
    }

    private static Reject over(Event.ClosedOrderStated order) {
        return switch (order.ending()) {
            case FILLED -> Reject.ALREADY_FILLED;
            case EXPIRED, GAME_START -> Reject.ALREADY_EXPIRED;
            case USER, OPERATOR, INSUFFICIENT_FUNDS, REMAINDER_TOO_SMALL, KILLED, BAN ->
                    Reject.ALREADY_CANCELLED;
        };
    }

    /** Oldest first. */
    void cancelAll(long account, Ending ending) {
        for (Order order : List.copyOf(open)) {
            if (order.placed.account() == account) {
                cancel(order, ending);
            }
        }
    }

    /** Question by question, the first outcome first, and each as a taker would meet them. */
    void cancelGame(long game, Ending ending) {
        Comparator<Event.OrderPlaced> question =
                Comparator.comparing((Event.OrderPlaced o) -> o.market().type())
                        .thenComparing(o -> o.market().subject())
                        .thenComparingInt(o -> o.market().number())
                        .thenComparing(Event.OrderPlaced::outcome)
                        .thenComparingInt(Event.OrderPlaced::line);
        open.stream()
                .filter(o -> o.placed.game() == game)
                .sorted((a, b) -> question.compare(a.placed, b.placed))
                .toList()
                .forEach(order -> cancel(order, ending));
    }

    void cancel(Order order, Ending ending) {
        Event.OrderPlaced p = order.placed;
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
                        ++accounts.known(p.account()).messages,
                        p.reference()));
        close(order, ending);
    }

    void close(Order order, Ending ending) {
        open.remove(order);
        ended.add(order);
        order.ending = ending;
        order.endedAtMillis = clock.getAsLong();
        Event.OrderPlaced p = order.placed;
        closed.addLast(new Event.ClosedOrderStated(p.order(), p.account(), order.filled, ending));
    }

    List<Event> stated() {
        List<Event> stated = new ArrayList<>();
        for (Order order : open) {
            Event.OrderPlaced p = order.placed;
            stated.add(
                    new Event.OrderStated(
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
                            p.reference()));
        }
        stated.addAll(closed);
        return stated;
    }
}
