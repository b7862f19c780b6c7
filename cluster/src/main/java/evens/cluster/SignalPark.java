package evens.cluster;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.agrona.concurrent.IdleStrategy;
import org.jspecify.annotations.Nullable;

/**
 * What an agent's thread does between two rounds. Whoever did work raises the {@link Signal}, which
 * wakes all that parked: the next in the chain is there at once, and an idle process sleeps.
 *
 * <p>No wake is lost: a thread publishes itself as parked, then reads the epoch again, and parks
 * only if it is still the one from before its last, fruitless round. Should the world change
 * otherwise, it looks again after ten milliseconds.
 */
@SuppressWarnings("ThreadPriorityCheck") // a few yields catch the work that comes at once
final class SignalPark implements IdleStrategy {
    private static final int YIELDS = 5;
    private static final long PARK_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private final Signal signal;
    private volatile @Nullable Thread parked;
    private int seenEpoch;
    private int yields;

    SignalPark(Signal signal) {
        this.signal = signal;
    }

    @Override
    public void idle(int workCount) {
        if (workCount > 0) {
            signal.raise();
            reset();
        } else {
            idle();
        }
    }

    @Override
    public void idle() {
        if (yields < YIELDS) {
            yields++;
            seenEpoch = signal.epoch();
            Thread.yield();
            return;
        }
        parked = Thread.currentThread();
        if (signal.epoch() == seenEpoch) {
            LockSupport.parkNanos(PARK_NANOS);
        }
        parked = null;
        seenEpoch = signal.epoch();
        yields = 0; // some agents need two rounds for one piece of work
    }

    @Override
    public void reset() {
        yields = 0;
    }

    void wake() {
        Thread thread = parked;
        if (thread != null) {
            parked = null;
            LockSupport.unpark(thread);
        }
    }
}
