package evens.cluster;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** What a thread does that waits for a rare thing. */
final class Pause {
    private static final long BRIEF_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

    private Pause() {}

    static void briefly() {
        LockSupport.parkNanos(BRIEF_NANOS);
    }
}
