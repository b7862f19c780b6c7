package evens.edge.wire;

/**
 * Which message of an account: {@code <milliseconds>-<number>}.
 *
 * @param timeMillis the log's time of its step
 * @param number how many messages the account has had with it, from 1
 */
public record MessageId(long timeMillis, long number) implements Comparable<MessageId> {
    /** Before the first message of every account. */
    public static final MessageId START = new MessageId(0, 0);

    /** Behind the last message of every account. */
    public static final MessageId END = new MessageId(Long.MAX_VALUE, Long.MAX_VALUE);

    private static final int MAX_DIGITS = 18;

    /** Whether this is how an id is written. */
    public static boolean isOne(String text) {
        int dash = text.indexOf('-');
        return dash >= 0 && isNumber(text.substring(0, dash)) && isNumber(text.substring(dash + 1));
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty()
                && text.length() <= MAX_DIGITS
                && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** The id that {@link #isOne is written} so. */
    public static MessageId of(String text) {
        int dash = text.indexOf('-');
        return new MessageId(
                Long.parseLong(text.substring(0, dash)), Long.parseLong(text.substring(dash + 1)));
    }

    @Override
    public int compareTo(MessageId other) {
        int byTime = Long.compare(timeMillis, other.timeMillis);
        return byTime != 0 ? byTime : Long.compare(number, other.number);
    }

    @Override
    public String toString() {
        return timeMillis + "-" + number;
    }
}
