package evens.cluster;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Commands that wait for their place in the log, in two lanes: what overtakes goes before what does
 * not. What one sender submitted stays in order, so a cancel behind an order of the same sender
 * that still waits stands in the slow lane. Any thread adds, one takes.
 *
 * <p>That a sender's order does not go before its cancel is seen to where they are taken: with an
 * order in hand, the fast lane is looked into once more. Whatever was added before that order is
 * seen there, if the queue hides nothing that has been added; one over an array does, behind a
 * place that another thread has claimed and not filled yet.
 */
final class Lanes {
    /** Commands that may wait and do not overtake. */
    static final int MOST_ORDINARY = 2048;

    /** Commands that may wait and overtake, in whichever lane. */
    static final int MOST_URGENT = 65_536;

    private final Queue<Request> urgent;
    private final Queue<Request> ordinary;
    private final AtomicInteger urgentWaiting = new AtomicInteger();
    private final AtomicInteger ordinaryWaiting = new AtomicInteger();
    private @Nullable Request inHand;

    Lanes() {
        this(new ConcurrentLinkedQueue<>(), new ConcurrentLinkedQueue<>());
    }

    /** Two queues that any thread may add to, and that hide nothing that was added. */
    Lanes(Queue<Request> urgent, Queue<Request> ordinary) {
        this.urgent = urgent;
        this.ordinary = ordinary;
    }

    /** False if too many wait already. */
    boolean add(Request request) {
        int most = request.overtakes ? MOST_URGENT : MOST_ORDINARY;
        if (waiting(request).incrementAndGet() > most) {
            waiting(request).decrementAndGet();
            return false;
        }
        if (request.overtakes && !request.sender.isWaiting()) {
            request.isUrgent = true;
            urgent.add(request);
        } else {
            request.sender.waits();
            ordinary.add(request);
        }
        return true;
    }

    private AtomicInteger waiting(Request request) {
        return request.overtakes ? urgentWaiting : ordinaryWaiting;
    }

    /**
     * Takes the next one. It waits on until it has {@link #left}.
     *
     * @param ordinaryToo whether there is room for one from the slow lane
     * @return null if there is none
     */
    @Nullable Request next(boolean ordinaryToo) {
        if (ordinaryToo && inHand == null) {
            inHand = ordinary.poll();
        }
        Request first = urgent.poll();
        if (first != null || !ordinaryToo) {
            return first;
        }
        Request next = inHand;
        inHand = null;
        return next;
    }

    /** One that was added has got its place in the log, or was refused. */
    void left(Request request) {
        waiting(request).decrementAndGet();
        if (!request.isUrgent) {
            request.sender.sent();
        }
    }
}
