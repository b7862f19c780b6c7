package evens.core.base;

import java.util.Arrays;

/** All that is due, the earliest first: a binary heap whose members know their place in it. */
public final class Deadlines {
    public static final long NEVER = Long.MAX_VALUE;

    private Due[] heap = new Due[1024];
    private int size;

    /** When the earliest is due, {@link #NEVER} if nothing waits. */
    public long next() {
        return size == 0 ? NEVER : heap[0].dueMillis;
    }

    public void add(Due due, long dueMillis) {
        if (due.heapIndex != Due.NOT_WAITING) {
            throw new IllegalStateException("it waits already");
        }
        due.dueMillis = dueMillis;
        if (size == heap.length) {
            heap = Arrays.copyOf(heap, size * 2);
        }
        siftUp(size++, due);
    }

    public Due takeFirst() {
        Due first = heap[0];
        remove(first);
        return first;
    }

    /** Calls it off; no error if it does not wait. */
    @SuppressWarnings("NullAway") // a freed place of the heap is cleared for the collector
    public void remove(Due due) {
        int index = due.heapIndex;
        if (index == Due.NOT_WAITING) {
            return;
        }
        due.heapIndex = Due.NOT_WAITING;
        Due last = heap[--size];
        heap[size] = null;
        if (index == size) {
            return;
        }
        siftDown(index, last);
        if (last.heapIndex == index) {
            siftUp(index, last);
        }
    }

    private void siftUp(int index, Due due) {
        while (index > 0) {
            int parent = (index - 1) >>> 1;
            if (!due.isBefore(heap[parent])) {
                break;
            }
            put(index, heap[parent]);
            index = parent;
        }
        put(index, due);
    }

    private void siftDown(int index, Due due) {
        while (2 * index + 1 < size) {
            int child = 2 * index + 1;
            if (child + 1 < size && heap[child + 1].isBefore(heap[child])) {
                child++;
            }
            if (!heap[child].isBefore(due)) {
                break;
            }
            put(index, heap[child]);
            index = child;
        }
        put(index, due);
    }

    private void put(int index, Due due) {
        heap[index] = due;
        due.heapIndex = index;
    }
}
