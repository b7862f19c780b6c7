package evens.edge.view;

import evens.model.Event.WagerStated;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What belongs to an account. */
final class Holdings {
    AccountRow row;

    /** Open orders, oldest first. */
    final Map<Long, OrderRow> open = new LinkedHashMap<>();

    /** Wagers in the order of their matches. */
    final List<WagerStated> wagers = new ArrayList<>();

    /** Liability by game. */
    final Map<Long, Long> liabilities = new HashMap<>();

    Holdings(AccountRow row) {
        this.row = row;
    }
}
