package evens.core.book;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * All levels of one side of a book. The best for a taker, which is the smallest line of its makers,
 * stands last, where levels come and go without moving the others.
 *
 * <p>What is sorted are numbers: the line in the upper half, and in the lower the slot in which the
 * level itself stays for good. Behind those in use stand the numbers of slots that are free.
 */
public final class Ladder {
    private static final int FIRST_CAPACITY = 4;

    private Level[] slots = {};
    private long[] sorted = {};
    private int size;

    public Ladder() {
        grow(FIRST_CAPACITY);
    }

    public boolean isEmpty() {
        return size == 0;
    }

    /** How many levels it has. */
    public int size() {
        return size;
    }

    /** The level that is the {@code rank}-th best for a taker, from 0; null if there is none. */
    public @Nullable Level level(int rank) {
        return rank < size ? slots[(int) sorted[size - 1 - rank]] : null;
    }

    void add(Order order) {
        int index = indexOf(order.line());
        if (index == size || line(sorted[index]) != order.line()) {
            insert(index, order.line());
        }
        slots[(int) sorted[index]].append(order);
    }

    void remove(Order order) {
        Level level = order.level;
        if (level == null) {
            throw new IllegalStateException("order " + order.id() + " is in no book");
        }
        level.remove(order);
        if (level.isEmpty()) {
            int index = indexOf(level.line());
            long freed = sorted[index];
            size--;
            System.arraycopy(sorted, index + 1, sorted, index, size - index);
            sorted[size] = freed;
        }
    }

    /** Where the level of this line is, or where it would have to be inserted. */
    private int indexOf(int line) {
        int from = 0;
        int left = size;
        while (left > 1) {
            int half = left >>> 1;
            from = line(sorted[from + half - 1]) > line ? from + half : from;
            left -= half;
        }
        return left == 1 && line(sorted[from]) > line ? from + 1 : from;
    }

    private void insert(int index, int line) {
        if (size == sorted.length) {
            grow(size * 2);
        }
        int slot = (int) sorted[size];
        System.arraycopy(sorted, index, sorted, index + 1, size - index);
        sorted[index] = ((long) line << Integer.SIZE) | slot;
        slots[slot].at(line);
        size++;
    }

    private void grow(int capacity) {
        int before = slots.length;
        slots = Arrays.copyOf(slots, capacity);
        sorted = Arrays.copyOf(sorted, capacity);
        for (int slot = before; slot < capacity; slot++) {
            slots[slot] = new Level();
            sorted[slot] = slot;
        }
    }

    private static int line(long number) {
        return (int) (number >> Integer.SIZE);
    }
}
