package evens.edge.view;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;

/** Those who wait until the view has a step, by its sequence. Any thread. */
final class Awaited {
    private static final long NOBODY = Long.MAX_VALUE;

    private final PriorityQueue<Waiting> queue = new PriorityQueue<>();
    private volatile long next = NOBODY;

    private record Waiting(long sequence, Runnable then) implements Comparable<Waiting> {
        @Override
        public int compareTo(Waiting other) {
            return Long.compare(sequence, other.sequence);
        }
    }

    synchronized void add(long sequence, Runnable then) {
        queue.add(new Waiting(sequence, then));
        next = queue.element().sequence();
    }

    /** Waits no more; does nothing if it is over. */
    synchronized void remove(long sequence, Runnable then) {
        queue.remove(new Waiting(sequence, then));
        next = queue.isEmpty() ? NOBODY : queue.element().sequence();
    }

    /** The view has this step. Costs nothing while nobody waits for it. */
    void reached(long sequence) {
        if (next <= sequence) {
            due(sequence).forEach(Runnable::run);
        }
    }

    private synchronized List<Runnable> due(long sequence) {
        List<Runnable> due = new ArrayList<>();
        for (Waiting first = queue.peek();
                first != null && first.sequence() <= sequence;
                first = queue.peek()) {
            due.add(first.then());
            queue.remove();
        }
        next = queue.isEmpty() ? NOBODY : queue.element().sequence();
        return due;
    }
}
