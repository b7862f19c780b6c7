package evens.edge.view;

import evens.model.Ending;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The orders that ended a short while ago, for who asks what became of one before the store knows.
 */
final class ClosedOrders {
    private static final int REMEMBERED = 100_000;

    private final Map<Long, ClosedOrder> orders = new LinkedHashMap<>();

    void add(OrderRow order, Ending ending) {
        orders.put(order.id(), new ClosedOrder(order, ending));
        if (orders.size() > REMEMBERED) {
            orders.remove(orders.keySet().iterator().next());
        }
    }

    @Nullable ClosedOrder find(long id) {
        return orders.get(id);
    }
}
