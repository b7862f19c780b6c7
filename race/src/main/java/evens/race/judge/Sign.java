package evens.race.judge;

/** Something that shows that an order was alive in this step, or in a later one. */
record Sign(Kind kind, long sequence) {
    enum Kind {
        ACCEPTED,
        FILLED,
        CANCELLED,
        PAUSED,
        RESUMED,
        LISTED_AS_OPEN,
        LISTED_AS_PAUSED,
        OPEN_AT_THE_END,
        PAUSED_AT_THE_END;

        static Kind listed(boolean paused, boolean last) {
            if (last) {
                return paused ? PAUSED_AT_THE_END : OPEN_AT_THE_END;
            }
            return paused ? LISTED_AS_PAUSED : LISTED_AS_OPEN;
        }
    }

    boolean isAfter(Kill kill) {
        return sequence > kill.latest();
    }

    @Override
    public String toString() {
        return kind + " at " + sequence;
    }
}
