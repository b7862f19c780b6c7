package evens.edge.orders;

import evens.model.Event;
import java.util.ArrayList;
import java.util.List;

/** An answer that waits until each of its orders is through the live delay. Any thread. */
final class Batch {
    private final List<Event> events;
    private final OrderDesk.Answer answer;
    private long sequence;
    private int left;

    /**
     * A batch that has just been executed.
     *
     * @param sequence its step
     * @param events of its step
     * @param delayed how many of its orders wait
     */
    Batch(long sequence, List<Event> events, int delayed, OrderDesk.Answer answer) {
        this.sequence = sequence;
        this.events = new ArrayList<>(events);
        this.left = delayed;
        this.answer = answer;
    }

    /** The delay of one of its orders ended in this step, by these events. */
    void ended(long endedIn, List<Event> end) {
        if (isLast(endedIn, end)) {
            answer.executed(sequence, List.copyOf(events));
        }
    }

    private synchronized boolean isLast(long endedIn, List<Event> end) {
        sequence = Math.max(sequence, endedIn);
        events.addAll(end);
        left--;
        return left == 0;
    }

    /** What became of one of its orders can not be found. */
    void lost(long executedIn) {
        if (isLost()) {
            answer.forgotten(executedIn);
        }
    }

    /** Whatever else ends, the answer is given once. */
    private synchronized boolean isLost() {
        boolean first = left > 0;
        left = 0;
        return first;
    }
}
