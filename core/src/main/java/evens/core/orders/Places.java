package evens.core.orders;

import evens.core.book.Order;
import evens.model.Ending;
import evens.model.Event;
import org.jspecify.annotations.Nullable;

/**
 * So many places of the {@link OrderTable}, which are asked for by their number in it. An order
 * that is over leaves no more behind than its owner, what of it was filled, and how it ended.
 */
final class Places {
    static final int SIZE = 4096;

    private static final int WORDS = 3;

    /** In its upper half how often the place was used, in its lower the place that closed next. */
    private static final int USE = 0;

    private static final int OWNER = 1;

    /** What was filled, and in the lowest byte the ending: a stake has 44 bits. */
    private static final int END = 2;

    private static final Ending[] ENDINGS = Ending.values();

    private final @Nullable Order[] orders = new Order[SIZE];

    /** Three longs a place, which lie together as they are used together. */
    private final long[] words = new long[SIZE * WORDS];

    void open(int place, int use, Order order) {
        words[at(place) + USE] = (long) use << Integer.SIZE;
        orders[place % SIZE] = order;
    }

    @SuppressWarnings("EnumOrdinal") // never leaves the process
    void close(int place, long owner, long filled, Ending ending) {
        orders[place % SIZE] = null;
        words[at(place) + OWNER] = owner;
        words[at(place) + END] = (filled << Byte.SIZE) | ending.ordinal();
    }

    void hear(int place, int use, Event.ClosedOrderStated told) {
        words[at(place) + USE] = (long) use << Integer.SIZE;
        close(place, told.account(), told.filled(), told.ending());
    }

    /** How often the place has been used, 0 if never. */
    int use(int place) {
        return (int) (words[at(place) + USE] >>> Integer.SIZE);
    }

    /** Null if it is over. */
    @Nullable Order order(int place) {
        return orders[place % SIZE];
    }

    /** Account id, of an order that is over. */
    long owner(int place) {
        return words[at(place) + OWNER];
    }

    /** Of an order that is over. */
    long filled(int place) {
        return words[at(place) + END] >>> Byte.SIZE;
    }

    /** Of an order that is over. */
    Ending ending(int place) {
        return ENDINGS[(int) words[at(place) + END] & 0xFF];
    }

    /** The place of the order that closed after this one. */
    int next(int place) {
        return (int) words[at(place) + USE];
    }

    void next(int place, int following) {
        words[at(place) + USE] = ((long) use(place) << Integer.SIZE) | following;
    }

    private static int at(int place) {
        return place % SIZE * WORDS;
    }
}
