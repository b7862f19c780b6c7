package evens.core.book;

import java.util.ArrayDeque;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * All levels of one side of a book. The best for a taker, which is the smallest line of its makers,
 * stands last, where levels come and go without moving the others.
 */
public final class Ladder {
    private final ArrayDeque<Level> unused = new ArrayDeque<>();
    private @Nullable Level[] levels = new Level[4];
    private int size;

    public boolean isEmpty() {
        return size == 0;
    }

    /** How many levels it has. */
    public int size() {
        return size;
    }

    /** The level that is the {@code rank}-th best for a taker, from 0; null if there is none. */
    public @Nullable Level level(int rank) {
        return rank < size ? levels[size - 1 - rank] : null;
    }

    void add(Order order) {
        int index = indexOf(order.line());
        Level level = index < size ? levels[index] : null;
        if (level == null || level.line() != order.line()) {
            level = insert(index, order.line());
        }
        level.append(order);
    }

    void remove(Order order) {
        Level level = order.level;
        if (level == null) {
            throw new IllegalStateException("order " + order.id() + " is in no book");
        }
        level.remove(order);
        if (level.isEmpty()) {
            int index = indexOf(level.line());
            System.arraycopy(levels, index + 1, levels, index, size - index - 1);
            levels[--size] = null;
            unused.addLast(level);
        }
    }

    /** Where the level of this line is, or where it would have to be inserted. */
    private int indexOf(int line) {
        int from = 0;
        int to = size;
        while (from < to) {
            int middle = (from + to) >>> 1;
            Level level = levels[middle];
            if (level != null && level.line() > line) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    private Level insert(int index, int line) {
        if (size == levels.length) {
            levels = Arrays.copyOf(levels, size * 2);
        }
        Level reused = unused.pollLast();
        Level level = (reused == null ? new Level() : reused).at(line);
        System.arraycopy(levels, index, levels, index + 1, size - index);
        levels[index] = level;
        size++;
        return level;
    }
}
