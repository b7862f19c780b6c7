package evens.client;

import java.util.Comparator;

/**
 * When a message was written and its place among all of its account: {@code 1767225600000-17}. Ids
 * are compared part by part, as numbers.
 *
 * @param millis the log's time of what happened, since the epoch of Unix
 */
public record MessageID(long millis, long count) implements Comparable<MessageID> {
    /** Stands before the first. */
    public static final MessageID START = new MessageID(0, 0);

    private static final Comparator<MessageID> ORDER =
            Comparator.comparingLong(MessageID::millis).thenComparingLong(MessageID::count);

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static MessageID of(String text) {
        int dash = text.indexOf('-');
        if (dash < 0) {
            throw new IllegalArgumentException("not a message id: " + text);
        }
        return new MessageID(
                Long.parseLong(text.substring(0, dash)), Long.parseLong(text.substring(dash + 1)));
    }

    @Override
    public int compareTo(MessageID other) {
        return ORDER.compare(this, other);
    }

    /** As it is on the wire. */
    @Override
    public String toString() {
        return millis + "-" + count;
    }
}
