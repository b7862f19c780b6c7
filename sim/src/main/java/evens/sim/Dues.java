package evens.sim;

import evens.model.Event;
import evens.model.GameState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is due, looked for among everything whenever it is asked for. */
final class Dues {
    private static final Comparator<Due> BY_TIME =
            Comparator.comparingLong(Due::millis).thenComparingLong(Due::key);

    private final Accounts accounts;
    private final Games games;
    private final Orders orders;

    Dues(Accounts accounts, Games games, Orders orders) {
        this.accounts = accounts;
        this.games = games;
        this.orders = orders;
    }

    /** What comes first of all that is due by then: what ends orders, then what has waited. */
    @Nullable Due next(long byMillis) {
        Due end = ends().stream().min(BY_TIME).orElse(null);
        if (end != null && end.millis() <= byMillis) {
            return end;
        }
        Due delay = delays().stream().min(BY_TIME).orElse(null);
        return delay != null && delay.millis() <= byMillis ? delay : null;
    }

    /** When something is due next, {@link Long#MAX_VALUE} if nothing is. */
    long nextMillis() {
        List<Due> all = ends();
        all.addAll(delays());
        return all.stream().mapToLong(Due::millis).min().orElse(Long.MAX_VALUE);
    }

    /** Games before orders before leases, as the first of equals comes first. */
    private List<Due> ends() {
        List<Due> ends = new ArrayList<>();
        for (Event.GameCreated game : games.all()) {
            if (game.state() != GameState.CLOSED && !game.terms().live()) {
                ends.add(new Due.Start(game));
            }
        }
        for (Orders.Order order : orders.open()) {
            if (order.placed.expiresAtMillis() != 0) {
                ends.add(new Due.Expiry(order));
            }
        }
        for (Accounts.Account account : accounts.all()) {
            if (account.leaseUntilMillis != 0) {
                ends.add(new Due.Lapse(account));
            }
        }
        return ends;
    }

    private List<Due> delays() {
        List<Due> delays = new ArrayList<>();
        for (Orders.Order order : orders.open()) {
            if (order.untilMillis != 0) {
                delays.add(new Due.Delay(order));
            }
        }
        return delays;
    }
}
