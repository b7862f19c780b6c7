package evens.core.book;

import evens.core.base.Due;

/** The end of an order's live delay. */
public final class Delay extends Due {
    private final Order order;

    Delay(Order order) {
        super(0);
        this.order = order;
    }

    public Order order() {
        return order;
    }

    /** Its order waits from now on, under the id that it has now. */
    public void begin() {
        key(order.id());
    }

    @Override
    protected int dueKind() {
        return 0;
    }
}
