package evens.core.book;

import org.jspecify.annotations.Nullable;

/** Open orders, oldest first, linked through the orders themselves. */
public final class Chain {
    /** The two chains that an order is in. */
    public enum Kind {
        ACCOUNT,
        EXCHANGE
    }

    private final Kind kind;
    private @Nullable Order first;
    private @Nullable Order last;

    public Chain(Kind kind) {
        this.kind = kind;
    }

    public @Nullable Order first() {
        return first;
    }

    public @Nullable Order after(Order order) {
        return order.link(kind).next;
    }

    public void append(Order order) {
        Order.Link link = order.link(kind);
        link.previous = last;
        link.next = null;
        if (last == null) {
            first = order;
        } else {
            last.link(kind).next = order;
        }
        last = order;
    }

    public void remove(Order order) {
        Order.Link link = order.link(kind);
        if (link.previous == null) {
            first = link.next;
        } else {
            link.previous.link(kind).next = link.next;
        }
        if (link.next == null) {
            last = link.previous;
        } else {
            link.next.link(kind).previous = link.previous;
        }
        link.previous = null;
        link.next = null;
    }
}
