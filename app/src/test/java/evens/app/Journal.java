package evens.app;

import static evens.app.Recount.micros;
import static org.assertj.core.api.Assertions.assertThat;

import evens.app.Recount.Statement;
import evens.client.Cancelled;
import evens.client.Fill;
import evens.client.NewOrder;
import evens.client.Offer;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What one trader was told, and what it asked without hearing an answer. Orders are known from
 * their acknowledgement on; requests in flight when the process dies may have been done or not.
 */
final class Journal {
    private static final BigInteger CENT = BigInteger.valueOf(10_000);

    private final Map<String, Entry> orders = new LinkedHashMap<>();
    private final Map<String, BigDecimal> taken = new HashMap<>();
    private final Set<String> referencesInFlight = new HashSet<>();
    private final Set<String> cancelsInFlight = new HashSet<>();

    private enum State {
        OPEN,
        CANCELLED,
        FILLED
    }

    /**
     * @param stake what was offered
     * @param filled what had been matched when it was cancelled
     */
    private record Entry(State state, BigInteger stake, BigInteger filled) {}

    void placing(List<NewOrder> batch) {
        batch.forEach(order ->
                referencesInFlight.add(Objects.requireNonNull(order.userReference(), "reference")));
    }

    void placed() {
        referencesInFlight.clear();
    }

    void rests(Offer offer, BigDecimal bet) {
        assertThat(offer.offered()).isEqualByComparingTo(bet);
        orders.put(offer.orderID(), new Entry(State.OPEN, micros(bet), BigInteger.ZERO));
    }

    void took(Fill fill) {
        taken.put(fill.txID(), fill.amount());
    }

    void cancelling(List<String> ids) {
        cancelsInFlight.addAll(ids);
    }

    void cancelled(List<String> ids, List<Cancelled> answers) {
        for (int i = 0; i < ids.size(); i++) {
            close(ids.get(i), answers.get(i));
        }
        cancelsInFlight.clear();
    }

    void cancelledAll(List<Cancelled> answers) {
        Set<String> answered = new HashSet<>();
        for (Cancelled answer : answers) {
            String id = Objects.requireNonNull(answer.sessionID());
            answered.add(id);
            close(id, answer);
        }
        for (String id : open()) {
            if (!answered.contains(id)) {
                gone(id);
            }
        }
        cancelsInFlight.clear();
    }

    private void close(String id, Cancelled answer) {
        Entry entry = Objects.requireNonNull(orders.get(id), id);
        if (answer.success()) {
            assertThat(entry.state()).as(id).isEqualTo(State.OPEN);
            BigInteger filled = micros(answer.filled());
            assertThat(filled.add(micros(answer.remaining()))).isEqualTo(entry.stake());
            orders.put(id, new Entry(State.CANCELLED, entry.stake(), filled));
        } else if (entry.state() == State.OPEN) {
            gone(id);
        }
    }

    /** Not open any more, and not by a cancel: only matches can have done it; seen to later. */
    private void gone(String id) {
        Entry entry = Objects.requireNonNull(orders.get(id), id);
        orders.put(id, new Entry(State.FILLED, entry.stake(), entry.stake()));
    }

    /** Orders that were acknowledged and are not known to have ended. */
    List<String> open() {
        List<String> open = new ArrayList<>();
        orders.forEach((id, entry) -> {
            if (entry.state() == State.OPEN) {
                open.add(id);
            }
        });
        return open;
    }

    List<String> someCancelled(int most) {
        List<String> some = new ArrayList<>();
        orders.forEach((id, entry) -> {
            if (entry.state() == State.CANCELLED) {
                some.add(id);
            }
        });
        return some.subList(Math.max(0, some.size() - most), some.size());
    }

    /** Holds what was acknowledged against what the exchange says now, and learns the rest. */
    void check(Statement statement, Map<String, BigInteger> made) {
        Map<String, JsonNode> rows = new HashMap<>();
        statement.unmatched().forEach(row -> rows.put(row.required("id").asString(), row));
        orders.replaceAll((id, entry) -> checked(id, entry, rows.remove(id), made));
        for (Map.Entry<String, JsonNode> unknown : rows.entrySet()) {
            adopt(unknown.getKey(), unknown.getValue());
        }
        Map<String, BigDecimal> bets = new HashMap<>();
        for (JsonNode row : statement.matched()) {
            bets.put(row.required("txID").asString(), row.required("bet").decimalValue());
        }
        taken.forEach((id, amount) ->
                assertThat(bets.get(id))
                        .as("acknowledged match %s", id)
                        .isNotNull()
                        .isEqualByComparingTo(amount));
        referencesInFlight.clear();
        cancelsInFlight.clear();
    }

    private Entry checked(
            String id, Entry entry, @Nullable JsonNode row, Map<String, BigInteger> made) {
        BigInteger matched = made.getOrDefault(id, BigInteger.ZERO);
        if (entry.state() == State.CANCELLED) {
            assertThat(row).as("acknowledged as cancelled, and open: %s", id).isNull();
            assertThat(matched).as("matched after its cancel: %s", id).isEqualTo(entry.filled());
            return entry;
        }
        if (row != null) {
            assertThat(entry.state()).as(id).isEqualTo(State.OPEN);
            assertThat(micros(row.required("remaining").decimalValue()))
                    .as("%s", row)
                    .isEqualTo(entry.stake().subtract(matched));
            return entry;
        }
        boolean filled = entry.stake().subtract(matched).compareTo(CENT) < 0;
        assertThat(filled || cancelsInFlight.contains(id))
                .as("acknowledged, neither open nor filled nor being cancelled: %s", id)
                .isTrue();
        return new Entry(filled ? State.FILLED : State.CANCELLED, entry.stake(), matched);
    }

    /** Only a placement that was in flight can have made an order that was not acknowledged. */
    private void adopt(String id, JsonNode row) {
        assertThat(referencesInFlight)
                .as("%s", row)
                .contains(row.path("userReference").asString(""));
        BigInteger stake = micros(row.required("bet").decimalValue());
        orders.put(id, new Entry(State.OPEN, stake, BigInteger.ZERO));
    }
}
