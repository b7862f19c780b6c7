package evens.core.base;

/** Something that happens at a time of the log unless it is called off before. */
public abstract class Due {
    static final int NOT_WAITING = -1;

    long dueMillis;
    int heapIndex = NOT_WAITING;

    /** Decides between two that are due at the same millisecond. */
    protected abstract long dueId();

    final boolean isBefore(Due other) {
        return dueMillis != other.dueMillis ? dueMillis < other.dueMillis : dueId() < other.dueId();
    }
}
