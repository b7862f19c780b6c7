package evens.core.base;

/**
 * Something with a number by which a {@link LongMap} finds it. The number is part of the thing
 * itself, which has to be looked at anyhow, so that the map needs no memory of its own for it.
 */
public abstract class Keyed {
    long key;

    /**
     * Something to be found.
     *
     * @param key any number but 0, which stands for none yet
     */
    protected Keyed(long key) {
        this.key = key;
    }

    public final long key() {
        return key;
    }

    /** Gives it another number. It must be in no map. */
    protected final void key(long newKey) {
        key = newKey;
    }
}
