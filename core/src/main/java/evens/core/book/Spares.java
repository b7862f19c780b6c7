package evens.core.book;

import org.jspecify.annotations.Nullable;

/** Orders that are over, linked through themselves: the one given last is taken first. */
public final class Spares {
    private @Nullable Order top;

    /** One that is over, or a new one. */
    public Order take() {
        Order taken = top;
        if (taken == null) {
            return new Order();
        }
        top = taken.behind;
        return taken;
    }

    public void give(Order order) {
        order.behind = top;
        top = order;
    }
}
