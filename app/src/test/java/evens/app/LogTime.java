package evens.app;

import java.time.Instant;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Which time the log had at which step: known where an order was accepted, because its row says
 * when, and in between by those before and after it. The log's time never goes back.
 */
final class LogTime {
    private final NavigableMap<Long, Long> millis = new ConcurrentSkipListMap<>();

    void accepted(long sequence, Instant createdAt) {
        millis.put(sequence, createdAt.toEpochMilli());
    }

    /** No earlier than this, in milliseconds since 1970. */
    long atLeast(long sequence) {
        var before = millis.floorEntry(sequence);
        return before == null ? Long.MIN_VALUE / 2 : before.getValue();
    }

    /** No later than this, in milliseconds since 1970. */
    long atMost(long sequence) {
        var after = millis.ceilingEntry(sequence);
        return after == null ? Long.MAX_VALUE / 2 : after.getValue();
    }
}
