package evens.core.book;

import org.jspecify.annotations.Nullable;

/** Orders in the order in which they came: all of a ladder at one line, or those set aside. */
public final class Level {
    private int line;
    private @Nullable Order first;
    private @Nullable Order last;

    /** An empty level becomes one of this line. */
    void at(int line) {
        this.line = line;
    }

    public int line() {
        return line;
    }

    /** Who is served first. */
    public @Nullable Order first() {
        return first;
    }

    boolean isEmpty() {
        return first == null;
    }

    void append(Order order) {
        order.level = this;
        order.before = last;
        order.behind = null;
        if (last == null) {
            first = order;
        } else {
            last.behind = order;
        }
        last = order;
    }

    void remove(Order order) {
        if (order.before == null) {
            first = order.behind;
        } else {
            order.before.behind = order.behind;
        }
        if (order.behind == null) {
            last = order.before;
        } else {
            order.behind.before = order.before;
        }
        order.level = null;
    }
}
