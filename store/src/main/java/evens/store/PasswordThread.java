package evens.store;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;

/**
 * The one thread that computes password hashes, so that a flood of logins costs the exchange one
 * core at most and the memory of one hash. Logins and new accounts wait in queues of their own and
 * are served in turns: neither can starve the other.
 */
final class PasswordThread implements AutoCloseable {
    /** Logins that may wait. */
    static final int LOGINS = 20;

    /** New accounts that may wait. */
    static final int SIGNUPS = 1_000;

    private final BlockingQueue<Runnable> logins = new ArrayBlockingQueue<>(LOGINS);
    private final BlockingQueue<Runnable> signups = new ArrayBlockingQueue<>(SIGNUPS);

    /** One permit per waiting task, and one more to wake the thread for the end. */
    private final Semaphore waiting = new Semaphore(0);

    private final Thread thread =
            Thread.ofPlatform().daemon().name("evens-passwords").unstarted(this::work);
    private boolean closed;

    PasswordThread() {
        thread.start();
    }

    /** False if too many logins wait. */
    boolean login(Runnable task) {
        return offer(logins, task);
    }

    /** False if too many new accounts wait. */
    boolean signup(Runnable task) {
        return offer(signups, task);
    }

    private synchronized boolean offer(BlockingQueue<Runnable> queue, Runnable task) {
        if (closed || !queue.offer(task)) {
            return false;
        }
        waiting.release();
        return true;
    }

    /** True from the moment that nothing new is taken. */
    synchronized boolean isClosed() {
        return closed;
    }

    private void work() {
        boolean signupsTurn = false;
        while (true) {
            waiting.acquireUninterruptibly();
            Runnable task = signupsTurn ? signups.poll() : logins.poll();
            if (task == null) {
                task = signupsTurn ? logins.poll() : signups.poll();
            }
            if (task == null) {
                return; // the permit was the one of the end
            }
            signupsTurn = !signupsTurn;
            task.run();
        }
    }

    /** Takes nothing new, finishes what waits. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        waiting.release();
        Threads.uninterrupted(thread::join);
    }
}
