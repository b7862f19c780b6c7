package evens.app;

import java.util.Comparator;

/**
 * Where a message stands among those of its account: the log's time, and how many it is.
 *
 * @param count from 1, without gaps
 */
record MessageId(long millis, long count) implements Comparable<MessageId> {
    /** Before the first. */
    static final MessageId NONE = new MessageId(0, 0);

    private static final Comparator<MessageId> ORDER =
            Comparator.comparingLong(MessageId::millis).thenComparingLong(MessageId::count);

    static MessageId of(String text) {
        String[] parts = text.split("-", -1);
        return new MessageId(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
    }

    @Override
    public int compareTo(MessageId other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return millis + "-" + count;
    }
}
