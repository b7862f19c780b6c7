package evens.core.book;

import org.jspecify.annotations.Nullable;

/** The open orders of an account, oldest first, linked through the orders themselves. */
public final class Chain {
    private @Nullable Order first;
    private @Nullable Order last;

    public @Nullable Order first() {
        return first;
    }

    public void append(Order order) {
        order.chain = this;
        order.older = last;
        order.newer = null;
        if (last == null) {
            first = order;
        } else {
            last.newer = order;
        }
        last = order;
    }

    /** Takes an order out of the chain that it is in. */
    public static void remove(Order order) {
        Chain chain = order.chain;
        if (chain == null) {
            throw new IllegalStateException("order " + order.id() + " is in no chain");
        }
        if (order.older == null) {
            chain.first = order.newer;
        } else {
            order.older.newer = order.newer;
        }
        if (order.newer == null) {
            chain.last = order.older;
        } else {
            order.newer.older = order.older;
        }
        order.chain = null;
        order.older = null;
        order.newer = null;
    }
}
