package evens.store;

import evens.model.RecordedFeed;
import evens.model.Step;
import java.util.ArrayList;
import java.util.List;

/** A recorded feed in memory, which forgets a step as soon as it may, or never. */
final class StepFeed implements RecordedFeed {
    private static final long PATIENCE_MILLIS = 60_000;

    private final List<Step> steps = new ArrayList<>();
    private final boolean forgets;
    private long kept;

    StepFeed(List<Step> steps, boolean forgets) {
        this.forgets = forgets;
        add(steps);
    }

    synchronized void add(List<Step> more) {
        steps.addAll(more);
    }

    @Override
    public synchronized List<Step> steps(long from, int most) {
        return steps.stream().filter(step -> step.sequence() >= from).limit(most).toList();
    }

    @Override
    public synchronized void keepFrom(long sequence) {
        kept = sequence;
        if (forgets) {
            steps.removeIf(step -> step.sequence() < sequence);
        }
        notifyAll();
    }

    @Override
    public synchronized long last() {
        return steps.isEmpty() ? kept - 1 : steps.getLast().sequence();
    }

    @Override
    public Messages messages(long account, long from) {
        throw new UnsupportedOperationException("the store does not read messages");
    }

    synchronized long kept() {
        return kept;
    }

    /** Returns when the feed is told that steps before this one are on disk. */
    synchronized void awaitKept(long sequence) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
        while (kept < sequence) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new AssertionError("kept from " + kept + ", not from " + sequence);
            }
            wait(left);
        }
    }
}
