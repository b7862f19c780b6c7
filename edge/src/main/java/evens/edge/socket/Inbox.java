package evens.edge.socket;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings what other threads have for an event loop there, many pieces at a turn, so that what comes
 * of them is sent at once.
 */
public final class Inbox {
    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);
    private static final int MOST_OF_A_TURN = 256;

    private final Executor loop;
    private final Runnable afterwards;
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean awake = new AtomicBoolean();

    /**
     * An inbox of one event loop.
     *
     * @param afterwards what is done at the end of every turn
     */
    public Inbox(Executor loop, Runnable afterwards) {
        this.loop = loop;
        this.afterwards = afterwards;
    }

    /** Runs the task on the loop, soon and in order. Any thread may call it. */
    public void add(Runnable task) {
        tasks.add(task);
        wake();
    }

    private void wake() {
        if (!awake.getAndSet(true)) {
            loop.execute(this::turn);
        }
    }

    private void turn() {
        awake.set(false);
        for (int i = 0; i < MOST_OF_A_TURN; i++) {
            Runnable task = tasks.poll();
            if (task == null) {
                break;
            }
            try {
                task.run();
            } catch (RuntimeException defect) {
                LOG.error("a task of a socket failed", defect);
            }
        }
        afterwards.run();
        if (!tasks.isEmpty()) {
            wake();
        }
    }
}
