package evens.core.orders;

import evens.core.base.Slab;
import evens.core.book.Order;
import evens.model.Ending;
import evens.model.Event;
import evens.model.Events;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * Every order that is open, and the newest ones that are over.
 *
 * <p>An order's id is its place in the table and how often that place has been used: finding one is
 * an array read, and an id never comes back. A closed order keeps its place until so many newer
 * ones have closed that it is forgotten.
 */
final class OrderTable {
    private static final int FIRST_USE = 1;

    private final int remembered;
    private final Slab<Order> orders = new Slab<>(Order::new);
    private final ArrayDeque<Order> closed = new ArrayDeque<>();

    OrderTable(int remembered) {
        this.remembered = remembered;
    }

    Order take() {
        if (closed.size() > remembered) {
            Order reused = closed.removeFirst();
            reused.begin(id(place(reused.id()), use(reused.id()) + 1));
            return reused;
        }
        int place = orders.size();
        Order order = orders.next();
        order.begin(id(place, FIRST_USE));
        return order;
    }

    void close(Order order, Ending ending) {
        order.end(ending);
        closed.addLast(order);
    }

    @Nullable Order find(long id) {
        int place = place(id);
        if (place < 0 || place >= orders.size()) {
            return null;
        }
        Order order = orders.get(place);
        return order.id() == id ? order : null;
    }

    void tellClosed(Events events) {
        for (Order order : closed) {
            Ending ending = order.ending();
            if (ending == null) {
                throw new IllegalStateException("order " + order.id() + " is closed and open");
            }
            events.closedOrderStated(order.id(), order.owner(), order.filled(), ending);
        }
    }

    /** The order that had this id when the state was told. */
    Order restore(long id) {
        int place = place(id);
        while (orders.size() <= place) {
            orders.next();
        }
        Order order = orders.get(place);
        order.begin(id);
        return order;
    }

    void hear(Event.ClosedOrderStated told) {
        Order order = restore(told.order());
        order.remember(told.account(), told.filled(), told.ending());
        closed.addLast(order);
    }

    /**
     * Checks that every place is taken by an order that was told.
     *
     * @throws IllegalStateException naming the first place that is not
     */
    void check() {
        for (int place = 0; place < orders.size(); place++) {
            if (orders.get(place).id() == 0) {
                throw new IllegalStateException("no order was told for place " + place);
            }
        }
    }

    private static long id(int place, int use) {
        return ((long) use << 32) | place;
    }

    private static int place(long id) {
        return (int) id;
    }

    private static int use(long id) {
        return (int) (id >>> 32);
    }
}
