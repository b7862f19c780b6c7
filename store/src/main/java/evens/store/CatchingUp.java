package evens.store;

import evens.model.RecordedFeed;
import evens.model.Step;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a history up to the recorded feed, one transaction at a time, on the one thread that calls
 * it: {@link Projector} has such a thread. The feed may forget a step only when the disk has its
 * rows.
 */
public final class CatchingUp {
    private static final Logger LOG = LoggerFactory.getLogger(CatchingUp.class);

    private final SqlHistory history;
    private final RecordedFeed feed;
    private final int most;
    private @Nullable Applied at;
    private long durable;

    /**
     * Starts where the history ends. From the moment that this returns the feed keeps what the
     * history lacks.
     *
     * @param most steps of one transaction; a step may have thousands of events
     */
    public CatchingUp(SqlHistory history, RecordedFeed feed, int most) {
        this.history = history;
        this.feed = feed;
        this.most = most;
        keepFrom(history.applied());
    }

    /**
     * Applies what the feed has next; false if that is nothing. After a failure the database is
     * asked how far it is, because nobody knows what it has done.
     *
     * @throws IllegalStateException if the feed is not the one that the history was written from
     */
    public boolean advance() {
        try {
            return applyNext();
        } catch (Throwable e) {
            at = null;
            throw e;
        }
    }

    private boolean applyNext() {
        Applied from = at;
        List<Step> steps;
        if (from == null) {
            from = history.readApplied();
            keepFrom(Math.min(durable, from.sequence()));
            steps = stepsBehind(from);
            if (steps == null) {
                return false;
            }
            at = from;
        } else {
            steps = feed.steps(from.sequence() + 1, most);
        }
        if (steps.isEmpty()) {
            return false;
        }
        Applied to = history.apply(from, steps);
        at = to;
        if (to.incompleteBefore() != from.incompleteBefore()) {
            LOG.warn("The history is incomplete before step {}.", to.incompleteBefore());
        }
        return true;
    }

    /**
     * The first steps after the history's last one, which the feed must tell as the history has it;
     * null if the feed has not come back to it after a restart.
     */
    private @Nullable List<Step> stepsBehind(Applied last) {
        if (last.sequence() == 0) {
            return feed.steps(1, most);
        }
        List<Step> steps = feed.steps(last.sequence(), most);
        if (steps.isEmpty()) {
            return null;
        }
        Step first = steps.getFirst();
        if (first.sequence() > last.sequence()) {
            return steps; // the feed has forgotten it
        }
        if (first.timeMillis() != last.atMillis()) {
            throw new IllegalStateException(
                    "Step %d of the history is not the one of the recorded feed: the log has lost steps that the history has. Stop, delete the history database, and start again."
                            .formatted(last.sequence()));
        }
        return steps.subList(1, steps.size());
    }

    /** Whether something was applied that a kill may take back. */
    boolean isAhead() {
        return at != null && at.sequence() != durable;
    }

    /**
     * Has what was applied on disk, and lets the feed forget it.
     *
     * @throws IllegalStateException if the database has lost some of it
     */
    public void force() {
        Applied applied = at;
        if (applied == null || applied.sequence() == durable) {
            return;
        }
        try {
            Applied forced = history.force();
            if (!forced.equals(applied)) {
                throw new IllegalStateException(
                        "The history database has fallen back from step %d to step %d."
                                .formatted(applied.sequence(), forced.sequence()));
            }
        } catch (Throwable e) {
            at = null;
            throw e;
        }
        keepFrom(applied.sequence());
    }

    /** The disk has all up to this step, so the feed need not. */
    private void keepFrom(long sequence) {
        durable = sequence;
        feed.keepFrom(sequence + 1);
    }
}
