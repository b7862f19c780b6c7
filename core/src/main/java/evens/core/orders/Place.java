package evens.core.orders;

import evens.core.book.Order;
import evens.model.Ending;
import org.jspecify.annotations.Nullable;

/**
 * What an id stands for. An order that is over leaves no more behind than this, so that the orders
 * themselves are few, and used again while the processor still has them at hand.
 */
final class Place {
    private long id;
    private @Nullable Order order;
    private long owner;
    private long filled;
    private @Nullable Ending ending;

    void open(long newId, Order newOrder) {
        id = newId;
        order = newOrder;
        ending = null;
    }

    void close(long newId, long newOwner, long newFilled, Ending newEnding) {
        id = newId;
        order = null;
        owner = newOwner;
        filled = newFilled;
        ending = newEnding;
    }

    /** 0 if it was never used. */
    long id() {
        return id;
    }

    /** Null if it is over. */
    @Nullable Order order() {
        return order;
    }

    /** Account id of the owner. */
    long owner() {
        return order == null ? owner : order.owner();
    }

    /** Of an order that is over. */
    long filled() {
        return filled;
    }

    /** Why it is over, null while it is open. */
    @Nullable Ending ending() {
        return ending;
    }
}
