package evens.core.base;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * A table of reusable objects, numbered from 0. It grows by blocks that are filled at once, so that
 * between two blocks nothing is allocated.
 */
public final class Slab<T> {
    private static final int BLOCK = 4096;

    private final Supplier<T> maker;
    private final List<Object[]> blocks = new ArrayList<>();
    private int size;

    public Slab(Supplier<T> maker) {
        this.maker = maker;
        addBlock();
    }

    public int size() {
        return size;
    }

    @SuppressWarnings("unchecked")
    public T get(int index) {
        return (T) blocks.get(index / BLOCK)[index % BLOCK];
    }

    /** The next object that was never used; its index is the size before the call. */
    public T next() {
        if (size == blocks.size() * BLOCK) {
            addBlock();
        }
        return get(size++);
    }

    private void addBlock() {
        Object[] block = new Object[BLOCK];
        for (int i = 0; i < BLOCK; i++) {
            block[i] = maker.get();
        }
        blocks.add(block);
    }
}
