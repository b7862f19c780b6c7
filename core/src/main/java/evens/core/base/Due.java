package evens.core.base;

/** Something that happens at a time of the log unless it is called off before. */
public abstract class Due {
    static final int NOT_WAITING = -1;

    long dueMillis;
    int heapIndex = NOT_WAITING;

    /** Decides between two that are due at the same millisecond. */
    protected abstract long dueId();

    /** Decides between two of the same id, which are of different kinds. */
    protected abstract int dueKind();

    final boolean isBefore(Due other) {
        if (dueMillis != other.dueMillis) {
            return dueMillis < other.dueMillis;
        }
        return dueId() != other.dueId() ? dueId() < other.dueId() : dueKind() < other.dueKind();
    }
}
