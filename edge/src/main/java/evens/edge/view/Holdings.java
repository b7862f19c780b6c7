package evens.edge.view;

import evens.model.Event.WagerStated;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What belongs to an account. */
final class Holdings {
    AccountRow row;

    /** How many messages the account has had. */
    long messages;

    /** Orders that rest or wait, by id. */
    final Map<Long, OrderRow> open = new LinkedHashMap<>();

    /** Paused orders, by id. */
    final Map<Long, OrderRow> paused = new LinkedHashMap<>();

    /** Wagers in the order of their matches. */
    final List<WagerStated> wagers = new ArrayList<>();

    /** Liability by game. */
    final Map<Long, Long> liabilities = new HashMap<>();

    Holdings(AccountRow row) {
        this.row = row;
    }

    void put(OrderRow order) {
        (order.isPaused() ? open : paused).remove(order.id());
        (order.isPaused() ? paused : open).put(order.id(), order);
    }

    void remove(long id) {
        open.remove(id);
        paused.remove(id);
    }

    @Nullable OrderRow order(long id) {
        OrderRow order = open.get(id);
        return order == null ? paused.get(id) : order;
    }
}
