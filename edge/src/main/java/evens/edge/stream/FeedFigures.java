package evens.edge.stream;

import java.util.concurrent.atomic.LongAdder;

/** What is counted of one feed, of all event loops together. */
public final class FeedFigures {
    /** Sockets that are open. */
    public final LongAdder sockets = new LongAdder();

    /** Frames that were written, control frames aside. */
    public final LongAdder frames = new LongAdder();

    /** Images that gave way to newer ones before they were written. */
    public final LongAdder conflated = new LongAdder();

    /** Sockets that were closed because they did not read. */
    public final LongAdder tooSlow = new LongAdder();
}
