package evens.cluster;

import evens.model.Event;
import evens.model.FeedListener;
import evens.model.Step;
import java.util.ArrayList;
import java.util.List;

/** A listener that keeps what it hears, and insists that no step is missing or comes twice. */
final class Heard implements FeedListener {
    private final List<Event> stated = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private long last;

    @Override
    public synchronized void stated(long sequence, Event event) {
        stated.add(event);
        last = sequence;
    }

    @Override
    public synchronized void stepped(Step step) {
        if (step.sequence() != last + 1) {
            throw new IllegalStateException(
                    "heard step " + step.sequence() + " after step " + last);
        }
        last = step.sequence();
        steps.add(step);
    }

    synchronized List<Event> stated() {
        return List.copyOf(stated);
    }

    synchronized List<Step> steps() {
        return List.copyOf(steps);
    }

    synchronized long last() {
        return last;
    }
}
