package evens.core.base;

/** Something that happens at a time of the log unless it is called off before. */
public abstract class Due extends Keyed {
    static final int NOT_WAITING = -1;

    long dueMillis;
    int heapIndex = NOT_WAITING;

    /**
     * Something that does not wait yet.
     *
     * @param key decides between two that are due at the same millisecond
     */
    protected Due(long key) {
        super(key);
    }

    /** When it is due, or would be if it waited. */
    public final long dueMillis() {
        return dueMillis;
    }

    /** Whether it waits for its time. */
    public final boolean isWaiting() {
        return heapIndex != NOT_WAITING;
    }

    /** Says when it would be due. It must not wait. */
    protected final void dueAt(long millis) {
        dueMillis = millis;
    }

    /** Decides between two of the same key, which are of different kinds. */
    protected abstract int dueKind();

    final boolean isBefore(Due other) {
        if (dueMillis != other.dueMillis) {
            return dueMillis < other.dueMillis;
        }
        return key != other.key ? key < other.key : dueKind() < other.dueKind();
    }
}
