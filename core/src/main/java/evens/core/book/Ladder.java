package evens.core.book;

import java.util.ArrayDeque;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * All levels of one side of a book. The best for a taker, which is the smallest line of its makers,
 * stands last, where levels come and go without moving the others. Their lines stand beside them
 * once more, close together, so that a search looks at few bytes.
 */
public final class Ladder {
    private final ArrayDeque<Level> unused = new ArrayDeque<>();
    private @Nullable Level[] levels = new Level[4];
    private int[] lines = new int[4];
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
        if (index == size || lines[index] != order.line()) {
            insert(index, order.line());
        }
        at(index).append(order);
    }

    void remove(Order order) {
        Level level = order.level;
        if (level == null) {
            throw new IllegalStateException("order " + order.id() + " is in no book");
        }
        level.remove(order);
        if (level.isEmpty()) {
            int index = indexOf(level.line());
            size--;
            System.arraycopy(levels, index + 1, levels, index, size - index);
            System.arraycopy(lines, index + 1, lines, index, size - index);
            levels[size] = null;
            unused.addLast(level);
        }
    }

    @SuppressWarnings("NullAway") // filled up to size
    private Level at(int index) {
        return levels[index];
    }

    /** Where the level of this line is, or where it would have to be inserted. */
    private int indexOf(int line) {
        int from = 0;
        int left = size;
        while (left > 1) {
            int half = left >>> 1;
            from = lines[from + half - 1] > line ? from + half : from;
            left -= half;
        }
        return left == 1 && lines[from] > line ? from + 1 : from;
    }

    private void insert(int index, int line) {
        if (size == levels.length) {
            levels = Arrays.copyOf(levels, size * 2);
            lines = Arrays.copyOf(lines, size * 2);
        }
        Level reused = unused.pollLast();
        Level level = (reused == null ? new Level() : reused).at(line);
        System.arraycopy(levels, index, levels, index + 1, size - index);
        System.arraycopy(lines, index, lines, index + 1, size - index);
        levels[index] = level;
        lines[index] = line;
        size++;
    }
}
