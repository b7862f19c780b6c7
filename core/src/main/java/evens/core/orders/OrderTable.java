package evens.core.orders;

import evens.core.base.Slab;
import evens.core.book.Order;
import evens.model.Ending;
import evens.model.Event;
import evens.model.Events;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every order that is open, and the names of the newest ones that are over.
 *
 * <p>An order's id is its place in the table and how often that place has been used: finding one is
 * an array read, and an id never comes back. A closed order keeps its place until so many newer
 * ones have closed that it is forgotten; the object that it was becomes another order at once.
 */
final class OrderTable {
    private static final int FIRST_USE = 1;

    private final int remembered;
    private final Slab<Place> places = new Slab<>(Place::new);
    private final ArrayDeque<Place> closed = new ArrayDeque<>();
    private final ArrayDeque<Order> spare = new ArrayDeque<>();

    OrderTable(int remembered) {
        this.remembered = remembered;
    }

    Order take() {
        if (closed.size() > remembered) {
            Place reused = closed.removeFirst();
            return open(reused, id(place(reused.id()), use(reused.id()) + 1));
        }
        int next = places.size();
        return open(places.next(), id(next, FIRST_USE));
    }

    private Order open(Place place, long id) {
        Order unused = spare.pollLast();
        Order order = unused == null ? new Order() : unused;
        order.begin(id);
        place.open(id, order);
        return order;
    }

    /** Forgets the order but for its name; the object must not be used afterwards. */
    void close(Order order, Ending ending) {
        Place place = places.get(place(order.id()));
        place.close(order.id(), order.owner(), order.filled(), ending);
        closed.addLast(place);
        order.end();
        spare.addLast(order);
    }

    @Nullable Place find(long id) {
        int index = place(id);
        if (index < 0 || index >= places.size()) {
            return null;
        }
        Place place = places.get(index);
        return place.id() == id ? place : null;
    }

    /** Between two steps every order that is open rests, since the transaction that placed it. */
    List<Order> openOldestFirst() {
        List<Order> open = new ArrayList<>();
        for (int index = 0; index < places.size(); index++) {
            Order order = places.get(index).order();
            if (order != null) {
                open.add(order);
            }
        }
        open.sort(Comparator.comparingLong(Order::transaction));
        return open;
    }

    void tellClosed(Events events) {
        for (Place place : closed) {
            Ending ending = place.ending();
            if (ending == null) {
                throw new IllegalStateException("order " + place.id() + " is closed and open");
            }
            events.closedOrderStated(place.id(), place.owner(), place.filled(), ending);
        }
    }

    /** The order that had this id when the state was told. */
    Order restore(long id) {
        return open(placeOf(id), id);
    }

    void hear(Event.ClosedOrderStated told) {
        Place place = placeOf(told.order());
        place.close(told.order(), told.account(), told.filled(), told.ending());
        closed.addLast(place);
    }

    private Place placeOf(long id) {
        int index = place(id);
        while (places.size() <= index) {
            places.next();
        }
        return places.get(index);
    }

    /**
     * Checks that every place is taken by an order that was told.
     *
     * @throws IllegalStateException naming the first place that is not
     */
    void check() {
        for (int index = 0; index < places.size(); index++) {
            if (places.get(index).id() == 0) {
                throw new IllegalStateException("no order was told for place " + index);
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
