package evens.core.base;

import org.jspecify.annotations.Nullable;

/**
 * A map from non-zero longs to values, for look-ups only: it can not be iterated, so no order of
 * its own can leak into the state. Linear probing; removal closes the gap behind it.
 */
public final class LongMap<V> {
    private static final int FIRST_CAPACITY = 8;

    private long[] keys = new long[FIRST_CAPACITY];
    private @Nullable Object[] values = new Object[FIRST_CAPACITY];
    private int size;

    @SuppressWarnings("unchecked")
    public @Nullable V get(long key) {
        return (V) values[slot(key)];
    }

    public void put(long key, V value) {
        if (key == 0) {
            throw new IllegalArgumentException("0 is no key");
        }
        int slot = slot(key);
        if (values[slot] == null) {
            size++;
        }
        keys[slot] = key;
        values[slot] = value;
        if (size * 2 > keys.length) {
            grow();
        }
    }

    public void remove(long key) {
        int gap = slot(key);
        if (values[gap] == null) {
            return;
        }
        size--;
        int mask = keys.length - 1;
        for (int i = (gap + 1) & mask; values[i] != null; i = (i + 1) & mask) {
            int home = home(keys[i]);
            boolean reachesGap = ((i - home) & mask) >= ((i - gap) & mask);
            if (reachesGap) {
                keys[gap] = keys[i];
                values[gap] = values[i];
                gap = i;
            }
        }
        keys[gap] = 0;
        values[gap] = null;
    }

    /** Where the key is, or where it would be put. */
    private int slot(long key) {
        int mask = keys.length - 1;
        int slot = home(key);
        while (values[slot] != null && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private int home(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L; // the golden ratio spreads neighbours
        return (int) (mixed >>> 32) & (keys.length - 1);
    }

    private void grow() {
        long[] oldKeys = keys;
        @Nullable Object[] oldValues = values;
        keys = new long[oldKeys.length * 2];
        values = new Object[oldKeys.length * 2];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldValues[i] != null) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                values[slot] = oldValues[i];
            }
        }
    }
}
