package evens.core.book;

import evens.core.base.LongMap;
import evens.model.Odds;
import java.util.ArrayDeque;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * All levels of one side of a book. The best for a taker, which is the smallest line of its makers,
 * stands last, where levels come and go without moving the others. Most orders join a level that is
 * there already, which is found by its line without a search.
 */
public final class Ladder {
    private static final long FIRST_KEY = 1L + Odds.MAX_LINE;

    private final LongMap<Level> byLine = new LongMap<>();
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
        Level level = byLine.get(key(order.line()));
        if (level == null) {
            level = insert(order.line());
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
            byLine.remove(key(level.line()));
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

    private static long key(int line) {
        return FIRST_KEY + line;
    }

    private Level insert(int line) {
        if (size == levels.length) {
            levels = Arrays.copyOf(levels, size * 2);
        }
        Level reused = unused.pollLast();
        Level level = (reused == null ? new Level() : reused).at(line);
        int index = indexOf(line);
        System.arraycopy(levels, index, levels, index + 1, size - index);
        levels[index] = level;
        byLine.put(key(line), level);
        size++;
        return level;
    }
}
