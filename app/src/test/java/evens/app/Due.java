package evens.app;

/**
 * When something is due by the log's time, as exactly as a client knows it. Milliseconds since
 * 1970.
 */
record Due(long earliest, long latest) {
    /** The log reads the same clock, but may lag behind a little. */
    private static final long LAG_MILLIS = 100;

    /** Whether a step that was asked for at this time came after it. */
    boolean isPast(long askedAt) {
        return latest + LAG_MILLIS < askedAt;
    }

    /** Whether a step that was answered at this time came before it. */
    boolean isAhead(long answeredAt) {
        return answeredAt < earliest;
    }
}
