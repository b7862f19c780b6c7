package evens.sim;

import evens.cluster.feed.FeedRings;
import evens.cluster.log.StepSink;
import evens.store.CatchingUp;
import evens.store.SqlHistory;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The production projector of a run: it reads what the node has recorded and writes the tables of a
 * real database, both in memory, when it is told to. Whatever is done to it, once it has caught up
 * every row is what the twin says.
 */
final class Projection implements AutoCloseable {
    /** The tables, and how far they are. */
    private record Copy(List<String> statements, long applied) {}

    private final Tables tables;
    private final Recording recording;
    private final int most;
    private final Map<Deed, Long> done = new EnumMap<>(Deed.class);
    private SqlHistory history;
    private CatchingUp catchingUp;
    private Copy forced;
    private @Nullable Copy copied;
    private long rows;

    /**
     * Begins with empty tables and nothing recorded.
     *
     * @param most steps of a transaction
     */
    Projection(Tables tables, FeedRings rings, int most) {
        this.tables = tables;
        this.most = most;
        recording = new Recording(rings, "recorded-feed-" + Integer.toHexString(hashCode()));
        tables.clear();
        history = tables.open();
        catchingUp = new CatchingUp(history, recording, most);
        forced = copy();
    }

    /** Where the node's steps go. */
    StepSink sink() {
        return recording;
    }

    /** How often what was done to it; a failure that met no transaction does not count. */
    Map<Deed, Long> done() {
        return done;
    }

    /** How many rows were compared. */
    long rows() {
        return rows;
    }

    void perform(Deed deed, Twin twin) {
        try {
            if (isDone(deed, twin)) {
                done.merge(deed, 1L, Long::sum);
            }
        } catch (Violation violation) {
            throw violation;
        } catch (RuntimeException e) {
            throw new Violation("the projector broke: " + e.getMessage(), e);
        }
    }

    private boolean isDone(Deed deed, Twin twin) {
        return switch (deed) {
            case TURN -> catchingUp.advance();
            case FORCE -> isForced();
            case SYNC -> {
                recording.sync();
                yield true;
            }
            case RESTART -> {
                isForced();
                start();
                forced = copy(); // who opens a database has it on disk
                yield true;
            }
            case FAIL -> hasFailed();
            case TRIM -> {
                recording.trim();
                yield true;
            }
            case COPY -> {
                copied = copy();
                recording.need(copied.applied() + 1);
                yield true;
            }
            case SET_BACK -> isSetBack();
            case COMPARE -> {
                compare(twin);
                yield true;
            }
        };
    }

    private boolean isForced() {
        long before = recording.unread();
        catchingUp.force();
        if (recording.unread() == before) {
            return false;
        }
        forced = copy();
        return true;
    }

    private boolean hasFailed() {
        tables.fail();
        try {
            catchingUp.advance();
            return false; // nothing was matched in these steps
        } catch (RuntimeException failure) {
            return true;
        } finally {
            tables.recover();
        }
    }

    private boolean isSetBack() {
        if (copied == null) {
            return false;
        }
        tables.setBack(copied.statements());
        forced = copied;
        start();
        return true;
    }

    private void compare(Twin twin) {
        while (history.applied() < recording.last()) {
            Violation.unless(
                    catchingUp.advance(),
                    "I22: the history stays at step %d, the recorded feed is at %d"
                            .formatted(history.applied(), recording.last()));
        }
        rows += tables.rows().compare(Rows.of(twin));
    }

    /** The process died: what the disks have is left, and the projector starts with the node. */
    void crash() {
        recording.crash();
        if (history.applied() != forced.applied()) {
            tables.setBack(forced.statements());
        }
        start();
        catchingUp.advance();
    }

    /** The node is about to tell its state, and may forget the log before it. */
    void sync() {
        recording.sync();
    }

    /** At the end, as it is and once more from the copy. */
    void finish(Twin twin) {
        perform(Deed.COMPARE, twin);
        perform(Deed.SET_BACK, twin);
        perform(Deed.COMPARE, twin);
    }

    private void start() {
        history = tables.open();
        catchingUp = new CatchingUp(history, recording, most);
    }

    private Copy copy() {
        return new Copy(tables.copy(), history.applied());
    }

    @Override
    public void close() {
        recording.close();
    }
}
