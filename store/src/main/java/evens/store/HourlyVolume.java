package evens.store;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** What was matched, hour by hour since 1970: both stakes, micro-dollars. */
final class HourlyVolume {
    private static final long MILLIS = 3_600_000;

    private static final String UPDATE =
            "update hourly_volume set volume = volume + ? where utc_hour = ?";

    private static final String INSERT =
            "insert into hourly_volume (volume, utc_hour) values (?, ?)";

    private final Map<Long, Long> more = new TreeMap<>();

    void add(long atMillis, long stakes) {
        more.merge(atMillis / MILLIS, stakes, Long::sum);
    }

    /** Adds to what is there. */
    void write(Handle handle) {
        Rows.updateOrInsert(
                handle,
                UPDATE,
                INSERT,
                List.copyOf(more.entrySet()),
                (hour, batch) -> batch.bind(0, hour.getValue()).bind(1, hour.getKey()),
                (hour, batch) -> batch.bind(0, hour.getValue()).bind(1, hour.getKey()));
    }

    /** From this hour to the one before that. */
    static Map<Long, Long> between(Handle handle, long from, long to) {
        return handle.createQuery(
                        """
                        select utc_hour, volume
                        from hourly_volume
                        where utc_hour >= :from and utc_hour < :to
                        """)
                .bind("from", from)
                .bind("to", to)
                .reduceRows(
                        new TreeMap<Long, Long>(),
                        (hours, row) -> {
                            hours.put(
                                    row.getColumn("utc_hour", Long.class),
                                    row.getColumn("volume", Long.class));
                            return hours;
                        });
    }
}
