package evens.bench.streams;

import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** Two clocks of this machine, the one that measures and the one that the log writes. */
final class Clock {
    private final long offNanos;

    Clock() {
        Instant wall = Instant.now();
        offNanos =
                TimeUnit.SECONDS.toNanos(wall.getEpochSecond())
                        + wall.getNano()
                        - System.nanoTime();
    }

    /**
     * How much later a moment was than one of the log.
     *
     * @param nanos of {@link System#nanoTime}
     * @param logMillis since the epoch of Unix; what is below a millisecond is missing there, so
     *     that the answer is too large by less than one
     */
    long since(long nanos, long logMillis) {
        return nanos + offNanos - TimeUnit.MILLISECONDS.toNanos(logMillis);
    }
}
