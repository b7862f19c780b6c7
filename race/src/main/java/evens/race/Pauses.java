package evens.race;

import java.util.concurrent.locks.LockSupport;

/** Waiting for time to pass, which no event tells of. */
final class Pauses {
    /** A little more than the judge allows clocks to be apart, in milliseconds. */
    static final int BEYOND_DOUBT = 330;

    private Pauses() {}

    static void millis(long millis) {
        long until = System.nanoTime() + millis * 1_000_000;
        for (long left = until - System.nanoTime(); left > 0; left = until - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
