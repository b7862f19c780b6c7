package evens.core.orders;

import evens.core.book.Order;
import evens.core.book.Spares;
import evens.model.Ending;
import evens.model.Event;
import evens.model.Events;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every order that is open, and the names of the newest ones that are over.
 *
 * <p>An order's id is its place in the table and how often that place has been used: finding one is
 * an array read, and an id never comes back. A closed order keeps its place until so many newer
 * ones have closed that it is forgotten; the object that it was becomes another order at once, so
 * that there are few of them, which the processor has at hand.
 */
final class OrderTable {
    private static final int FIRST_USE = 1;
    private static final int NOWHERE = -1;

    private final int remembered;
    private final Spares spares = new Spares();
    private Places[] blocks = {new Places()};
    private int size;

    // The closed ones, the oldest first, each place leading to the next.
    private int oldestClosed = NOWHERE;
    private int newestClosed = NOWHERE;
    private int closed;

    OrderTable(int remembered) {
        this.remembered = remembered;
    }

    Order take() {
        if (closed > remembered) {
            int reused = oldestClosed;
            oldestClosed = places(reused).next(reused);
            closed--;
            return open(reused, places(reused).use(reused) + 1);
        }
        int next = size;
        makeRoomFor(next);
        return open(next, FIRST_USE);
    }

    private Order open(int place, int use) {
        Order order = spares.take();
        order.begin(id(place, use));
        places(place).open(place, use, order);
        return order;
    }

    /** Forgets the order but for its name; the object must not be used afterwards. */
    void close(Order order, long owner, Ending ending) {
        int place = place(order.id());
        places(place).close(place, owner, order.filled(), ending);
        appendClosed(place);
        order.end();
        spares.give(order);
    }

    private void appendClosed(int place) {
        if (closed == 0) {
            oldestClosed = place;
        } else {
            places(newestClosed).next(newestClosed, place);
        }
        newestClosed = place;
        closed++;
    }

    /** The open order of this id. */
    @Nullable Order find(long id) {
        int place = place(id);
        if (place < 0 || place >= size) {
            return null;
        }
        Order order = places(place).order(place);
        return order != null && order.id() == id ? order : null;
    }

    /** Why the order of this id is over; null if none is known by it. */
    @Nullable Ending ending(long id) {
        int place = place(id);
        if (place < 0 || place >= size || places(place).use(place) != use(id)) {
            return null;
        }
        return places(place).order(place) == null ? places(place).ending(place) : null;
    }

    /** Account id of the owner of an order that has an {@link #ending}. */
    long owner(long id) {
        int place = place(id);
        return places(place).owner(place);
    }

    /** Every open order, by the transaction that made it. */
    List<Order> openOldestFirst() {
        List<Order> open = new ArrayList<>();
        for (int place = 0; place < size; place++) {
            Order order = places(place).order(place);
            if (order != null) {
                open.add(order);
            }
        }
        open.sort(Comparator.comparingLong(Order::transaction));
        return open;
    }

    void tellClosed(Events events) {
        int place = oldestClosed;
        for (int i = 0; i < closed; i++) {
            Places places = places(place);
            events.closedOrderStated(
                    id(place, places.use(place)),
                    places.owner(place),
                    places.filled(place),
                    places.ending(place));
            place = places.next(place);
        }
    }

    /** The order that had this id when the state was told. */
    Order restore(long id) {
        makeRoomFor(place(id));
        return open(place(id), use(id));
    }

    void hear(Event.ClosedOrderStated told) {
        int place = place(told.order());
        makeRoomFor(place);
        places(place).hear(place, use(told.order()), told);
        appendClosed(place);
    }

    private void makeRoomFor(int place) {
        while (place >= blocks.length * Places.SIZE) {
            blocks = Arrays.copyOf(blocks, blocks.length + 1);
            blocks[blocks.length - 1] = new Places();
        }
        size = Math.max(size, place + 1);
    }

    /**
     * Checks that every place is taken by an order that was told.
     *
     * @throws IllegalStateException naming the first place that is not
     */
    void check() {
        for (int place = 0; place < size; place++) {
            if (places(place).use(place) == 0) {
                throw new IllegalStateException("no order was told for place " + place);
            }
        }
    }

    private Places places(int place) {
        return blocks[place / Places.SIZE];
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
