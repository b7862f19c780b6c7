package evens.race.judge;

/**
 * Something that shows that an order was alive until this step.
 *
 * @param sequence {@link Long#MAX_VALUE} for what was seen when all was over
 */
record Sign(Kind kind, long sequence) {
    enum Kind {
        ACCEPTED,
        FILLED,
        CANCELLED,
        PAUSED,
        RESUMED,
        OPEN_AT_THE_END,
        PAUSED_AT_THE_END
    }

    boolean isAfter(Kill kill) {
        return sequence > kill.latest();
    }

    @Override
    public String toString() {
        return sequence == Long.MAX_VALUE ? kind.toString() : kind + " at " + sequence;
    }
}
