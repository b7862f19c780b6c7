package evens.core.base;

import org.jspecify.annotations.Nullable;

/**
 * A map from non-zero longs to what they are the keys of, for look-ups only: it can not be
 * iterated, so no order of its own can leak into the state. Linear probing, at most a third full;
 * removal closes the gap behind it.
 */
public final class LongMap<V extends Keyed> {
    private static final int FIRST_CAPACITY = 8;

    private @Nullable Keyed[] values = new Keyed[FIRST_CAPACITY];
    private int size;

    @SuppressWarnings("unchecked")
    public @Nullable V get(long key) {
        return (V) values[slot(key)];
    }

    /** Puts it in, in place of what had the same key. */
    public void put(V value) {
        if (value.key == 0) {
            throw new IllegalArgumentException("0 is no key");
        }
        int slot = slot(value.key);
        if (values[slot] == null) {
            size++;
        }
        values[slot] = value;
        if (size * 3 > values.length) {
            grow();
        }
    }

    public void remove(long key) {
        int gap = slot(key);
        if (values[gap] == null) {
            return;
        }
        size--;
        int mask = values.length - 1;
        int i = (gap + 1) & mask;
        for (Keyed value = values[i]; value != null; value = values[i]) {
            boolean reachesGap = ((i - home(value.key)) & mask) >= ((i - gap) & mask);
            if (reachesGap) {
                values[gap] = value;
                gap = i;
            }
            i = (i + 1) & mask;
        }
        values[gap] = null;
    }

    /** Where the key is, or where it would be put. */
    private int slot(long key) {
        int mask = values.length - 1;
        int slot = home(key);
        for (Keyed value = values[slot]; value != null && value.key != key; value = values[slot]) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private int home(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L; // the golden ratio spreads neighbours
        return (int) (mixed >>> 32) & (values.length - 1);
    }

    private void grow() {
        @Nullable Keyed[] old = values;
        values = new Keyed[old.length * 2];
        for (Keyed value : old) {
            if (value != null) {
                values[slot(value.key)] = value;
            }
        }
    }
}
