package evens.sim;

import evens.model.Event.OrderPlaced;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Rows of the history by table, each with all its columns: what they are, or should be. */
final class Rows {
    static final List<String> TABLES =
            List.of("applied", "accounts", "orders", "fills", "hourly_volume");

    private final Map<String, List<Map<String, @Nullable Object>>> tables = new LinkedHashMap<>();

    Rows() {
        TABLES.forEach(table -> tables.put(table, new ArrayList<>()));
    }

    /** What the twin says that they should be, in the order of their keys. */
    static Rows of(Twin twin) {
        Rows rows = new Rows();
        rows.addRow(
                "applied",
                "exchange",
                Tables.EXCHANGE,
                "sequence",
                twin.sequence(),
                "at_millis",
                twin.lastStepMillis(),
                "incomplete_before",
                0L);
        twin.accounts().stream()
                .sorted(Comparator.comparingLong(account -> account.id))
                .forEach(account -> rows.addAccount(account, twin.liability(account.id)));
        twin.everyOrder().stream()
                .sorted(Comparator.comparingLong(order -> order.placed.order()))
                .forEach(rows::addOrder);
        Map<Long, Long> volumes = new TreeMap<>();
        for (Match match : twin.matches()) {
            rows.addHalf(match, false);
            rows.addHalf(match, true);
            volumes.merge(
                    match.atMillis() / 3_600_000,
                    match.makerStake() + match.takerStake(),
                    Long::sum);
        }
        volumes.forEach(
                (hour, volume) -> rows.addRow("hourly_volume", "utc_hour", hour, "volume", volume));
        return rows;
    }

    private void addAccount(Accounts.Account account, long liability) {
        addRow(
                "accounts",
                "id",
                account.id,
                "credit_limit",
                account.creditLimit,
                "max_liability",
                account.maxLiability,
                "commission_ppm",
                account.commissionPpm,
                "banned",
                account.banned,
                "balance",
                account.balance,
                "liability",
                liability);
    }

    private void addOrder(Orders.Order order) {
        OrderPlaced placed = order.placed;
        addRow(
                "orders",
                "id",
                placed.order(),
                "account",
                placed.account(),
                "wager_request",
                placed.wagerRequest(),
                "transaction",
                placed.transaction(),
                "game",
                placed.game(),
                "market_type",
                placed.market().type().name(),
                "subject",
                placed.market().subject().name(),
                "number",
                placed.market().number(),
                "outcome",
                placed.outcome().name(),
                "line",
                placed.line(),
                "stake",
                placed.stake(),
                "filled",
                order.filled,
                "order_type",
                placed.type().name(),
                "ending",
                order.ending == null ? null : order.ending.name(),
                "created_at_millis",
                placed.createdAtMillis(),
                "expires_at_millis",
                placed.expiresAtMillis(),
                "ended_at_millis",
                order.ending == null ? null : order.endedAtMillis,
                "reference",
                placed.reference());
    }

    private void addHalf(Match match, boolean maker) {
        OrderPlaced own = maker ? match.maker() : match.taker();
        addRow(
                "fills",
                "transaction",
                match.transaction(),
                "maker",
                maker,
                "order_id",
                own.order(),
                "account",
                own.account(),
                "game",
                own.game(),
                "line",
                maker ? match.maker().line() : -match.maker().line(),
                "stake",
                maker ? match.makerStake() : match.takerStake(),
                "win",
                maker ? match.takerStake() : match.makerStake(),
                "fee_if_won",
                maker ? 0L : match.takerFeeIfWon(),
                "fee_if_lost",
                maker ? 0L : match.takerFeeIfLost(),
                "matched_at_millis",
                match.atMillis());
    }

    /** Names of columns, each before its value. */
    private void addRow(String table, @Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            row.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        add(table, row);
    }

    void add(String table, Map<String, @Nullable Object> row) {
        table(table).add(row);
    }

    private List<Map<String, @Nullable Object>> table(String name) {
        List<Map<String, @Nullable Object>> rows = tables.get(name);
        if (rows == null) {
            throw new IllegalArgumentException("there is no table " + name);
        }
        return rows;
    }

    /** Compares these with what they should be; answers how many they are. */
    long compare(Rows expected) {
        long compared = 0;
        for (String name : TABLES) {
            List<Map<String, @Nullable Object>> is = table(name);
            List<Map<String, @Nullable Object>> should = expected.table(name);
            for (int i = 0; i < Math.max(is.size(), should.size()); i++) {
                Object row = i < is.size() ? is.get(i) : "nothing";
                Object twins = i < should.size() ? should.get(i) : "nothing";
                Violation.unless(
                        row.equals(twins),
                        "I22: the history has in %s\n  %s\nthe twin says\n  %s"
                                .formatted(name, row, twins));
                compared++;
            }
        }
        return compared;
    }
}
