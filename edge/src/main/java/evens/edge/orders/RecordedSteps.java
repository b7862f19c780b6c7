package evens.edge.orders;

import evens.model.RecordedFeed;
import evens.model.Step;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** Single steps of the recorded feed, which may be written a moment after they were heard. */
public final class RecordedSteps {
    private static final long PAUSE_MILLIS = 1;
    private static final int MOST_PAUSES = 10_000;

    /** How many read at once: all others have to be served too. */
    private static final int MOST_READERS = 2;

    private final RecordedFeed feed;
    private final Semaphore readers = new Semaphore(MOST_READERS);

    public RecordedSteps(RecordedFeed feed) {
        this.feed = feed;
    }

    /** Waits for the step; null if it is gone, or is not written for long. */
    @Nullable Step step(long sequence) {
        return isWritten(sequence) ? read(sequence) : null;
    }

    /** Waits for the step; false if it is not written for long. */
    public boolean isWritten(long sequence) {
        for (int i = 0; i < MOST_PAUSES && feed.last() < sequence; i++) {
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException stopping) {
                return false;
            }
        }
        return feed.last() >= sequence;
    }

    private @Nullable Step read(long sequence) {
        readers.acquireUninterruptibly();
        try {
            List<Step> steps = feed.steps(sequence, 1);
            return steps.isEmpty() || steps.getFirst().sequence() != sequence
                    ? null
                    : steps.getFirst();
        } finally {
            readers.release();
        }
    }
}
