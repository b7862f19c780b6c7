package evens.store;

import evens.model.HistoryStatus;
import evens.model.RecordedFeed;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the recorded feed into the history, on a thread of its own, as fast as the database takes
 * it ({@link CatchingUp}). Nothing waits for it: while the database fails it tries again, less and
 * less often, and the feed keeps what was not written.
 */
public final class Projector implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Projector.class);

    private final SqlHistory history;
    private final RecordedFeed feed;
    private final Pace pace;
    private final Thread thread =
            Thread.ofPlatform().daemon().name("evens-projector").unstarted(this::work);
    private volatile boolean closing;
    private volatile @Nullable String trouble;

    // of the thread
    private final CatchingUp catchingUp;
    private long forcedNanos = System.nanoTime();

    /**
     * How often what is done.
     *
     * @param most steps of one transaction; a step may have thousands of events
     * @param idle between looks at a feed that has nothing new
     * @param force between syncs of the database file, at least
     * @param firstRetry after the first failure; doubled after each further one
     * @param lastRetry what that grows to
     */
    record Pace(int most, Duration idle, Duration force, Duration firstRetry, Duration lastRetry) {
        static final Pace STANDARD =
                new Pace(
                        100,
                        Duration.ofMillis(20),
                        Duration.ofSeconds(1),
                        Duration.ofMillis(100),
                        Duration.ofSeconds(10));
    }

    private Projector(SqlHistory history, RecordedFeed feed, Pace pace) {
        this.history = history;
        this.feed = feed;
        this.pace = pace;
        catchingUp = new CatchingUp(history, feed, pace.most);
    }

    /**
     * Starts where the history ends. From the moment that this returns the feed keeps what the
     * history lacks. The two must stay open until the projector is closed.
     */
    public static Projector start(SqlHistory history, RecordedFeed feed) {
        return start(history, feed, Pace.STANDARD);
    }

    static Projector start(SqlHistory history, RecordedFeed feed, Pace pace) {
        Projector projector = new Projector(history, feed, pace);
        projector.thread.start();
        return projector;
    }

    /** How far it is, and what holds it up. Any thread. */
    public HistoryStatus status() {
        return new HistoryStatus(
                history.applied(), feed.last(), history.incompleteBefore(), trouble);
    }

    private void work() {
        Duration retry = pace.firstRetry;
        while (!closing) {
            try {
                boolean applied = catchingUp.advance();
                forceNowAndThen();
                recovered();
                retry = pace.firstRetry;
                if (!applied) {
                    pause(pace.idle);
                }
            } catch (Throwable e) { // whatever it is: a thread that has ended says nothing
                failed(e);
                pause(retry);
                retry = shorter(retry.multipliedBy(2), pace.lastRetry);
            }
        }
        leave();
    }

    private void forceNowAndThen() {
        if (catchingUp.isAhead() && System.nanoTime() - forcedNanos >= pace.force.toNanos()) {
            catchingUp.force();
            forcedNanos = System.nanoTime();
        }
    }

    private void recovered() {
        if (trouble != null) {
            trouble = null;
            LOG.info("the history is written again");
        }
    }

    private void failed(Throwable e) {
        String sentence = sentence(e);
        if (!sentence.equals(trouble)) {
            LOG.warn("{} Trading goes on; it is tried again.", sentence, e);
        }
        trouble = sentence;
    }

    private static String sentence(Throwable e) {
        if (e instanceof IllegalStateException ours && ours.getMessage() != null) {
            return ours.getMessage();
        }
        Throwable cause = SqlThread.withoutValues(e);
        String message = cause.getMessage() == null ? cause.toString() : cause.getMessage();
        return "The history can not be written: "
                + message.lines().findFirst().orElse("").replaceFirst("; SQL statement:$", "")
                + ".";
    }

    private void pause(Duration time) {
        if (!closing) {
            LockSupport.parkNanos(time.toNanos());
        }
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }

    private void leave() {
        try {
            catchingUp.force();
        } catch (RuntimeException e) {
            LOG.warn("The history may lack its last steps on disk; they are read again.", e);
        }
    }

    /** Finishes the transaction at hand, and has it on disk. */
    @Override
    public void close() {
        closing = true;
        LockSupport.unpark(thread);
        Threads.uninterrupted(thread::join);
    }
}
