package evens.cluster;

import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Wakes the threads that parked because there was nothing to do. Any thread may raise it. */
final class Signal {
    private final AtomicInteger epoch = new AtomicInteger();
    private final CopyOnWriteArrayList<SignalPark> parks = new CopyOnWriteArrayList<>();

    /** An idle strategy for one thread that listens to this signal. */
    SignalPark park() {
        SignalPark park = new SignalPark(this);
        parks.add(park);
        return park;
    }

    int epoch() {
        return epoch.get();
    }

    /** There is work now. */
    void raise() {
        epoch.incrementAndGet();
        for (SignalPark park : parks) {
            park.wake();
        }
    }
}
