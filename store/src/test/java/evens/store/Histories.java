package evens.store;

import evens.model.Step;
import evens.store.Projector.Pace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the tests ask of histories. */
final class Histories {
    static final long EXCHANGE = 0x0123_4567_89ab_cdefL;

    /** So fast that a test does not wait for it. */
    static final Pace FAST = pace(20);

    private Histories() {}

    static Pace pace(int most) {
        return new Pace(
                most,
                Duration.ofMillis(1),
                Duration.ofMillis(1),
                Duration.ofMillis(1),
                Duration.ofMillis(10));
    }

    static SqlHistory open(Path folder) {
        return SqlHistory.open(folder, EXCHANGE);
    }

    /** Every row of every table of a history that is closed. */
    static Map<String, List<Map<String, Object>>> rows(Path folder) {
        Map<String, List<Map<String, Object>>> rows = new TreeMap<>();
        try (Database database = Database.open(DatabaseKind.HISTORY, folder)) {
            for (String table :
                    List.of("applied", "accounts", "orders", "fills", "hourly_volume")) {
                rows.put(
                        table,
                        database.run(sql ->
                                sql.createQuery("select * from " + table + " order by 1, 2")
                                        .mapToMap()
                                        .list()));
            }
        }
        return rows;
    }

    /** The rows that these steps lead to, all in one transaction. */
    static Map<String, List<Map<String, Object>>> rowsOf(Path folder, List<Step> steps) {
        try (SqlHistory history = open(folder)) {
            if (!steps.isEmpty()) {
                history.apply(history.readApplied(), steps);
            }
        }
        return rows(folder);
    }
}
