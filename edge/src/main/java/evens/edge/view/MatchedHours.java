package evens.edge.view;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Both stakes of all matches, hour by hour, of the last two days: a day and what time zones add.
 */
final class MatchedHours {
    static final int REMEMBERED = 48;

    private static final long MILLIS = 3_600_000;

    /** Micro-dollars by hours since 1970. */
    private final NavigableMap<Long, Long> volumes = new TreeMap<>();

    void add(long atMillis, long stake) {
        volumes.merge(atMillis / MILLIS, stake, Long::sum);
        volumes.headMap(volumes.lastKey() - REMEMBERED, true).clear();
    }

    /** From this hour to the one before that. */
    Map<Long, Long> between(long from, long to) {
        return Map.copyOf(volumes.subMap(from, to));
    }
}
