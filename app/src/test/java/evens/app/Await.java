package evens.app;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Asks again until something has happened, and fails if it takes too long. */
final class Await {
    private static final long BETWEEN_NANOS = Duration.ofMillis(20).toNanos();

    private Await() {}

    static void until(Duration limit, Supplier<String> what, BooleanSupplier happened) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!happened.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not within " + limit + ": " + what.get());
            }
            LockSupport.parkNanos(BETWEEN_NANOS);
        }
    }
}
