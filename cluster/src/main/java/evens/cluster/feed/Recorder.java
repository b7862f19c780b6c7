package evens.cluster.feed;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.agrona.concurrent.Agent;
import org.agrona.concurrent.IdleStrategy;
import org.jspecify.annotations.Nullable;

/**
 * The recorder's end of the feed, on a thread of its own: writes each piece to the recorded feed,
 * commits now and then, and syncs when a snapshot asks for it.
 */
public final class Recorder implements Agent, IdleStrategy {
    private static final int AT_ONCE = 1024;
    private static final long COMMIT_BYTES = 4L * 1024 * 1024;
    private static final long COMMIT_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long PARK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final int TRIM_AT_ONCE = 500;

    private final FeedRings rings;
    private final RecordedFeed feed;
    private final LongSupplier firstUnread;
    private volatile long syncRequested;
    private volatile long syncedSequence;
    private volatile long trimBeforeMillis;
    private volatile @Nullable Thread thread;
    private long committedNanos = System.nanoTime();
    private boolean trims;
    private long trimmedBeforeMillis;

    /** Steps from {@code firstUnread} on are not trimmed, however old. */
    public Recorder(FeedRings rings, RecordedFeed feed, LongSupplier firstUnread) {
        this.rings = rings;
        this.feed = feed;
        this.firstUnread = firstUnread;
    }

    /** Asks for a sync once step {@code sequence} has been recorded; see {@link #isSynced}. */
    public void requestSync(long sequence) {
        syncRequested = sequence;
        LockSupport.unpark(thread);
    }

    /** True if step {@code sequence} and all before it are on disk. */
    public boolean isSynced(long sequence) {
        return syncedSequence >= sequence;
    }

    /** Has steps older than this removed, bit by bit. */
    public void trimBefore(long timeMillis) {
        trimBeforeMillis = timeMillis;
    }

    @Override
    public void onStart() {
        thread = Thread.currentThread();
    }

    @Override
    public int doWork() {
        int work =
                rings.recorder()
                        .read((_, buffer, at, length) -> feed.record(buffer, at, length), AT_ONCE);
        long requested = syncRequested;
        if (requested > syncedSequence && feed.lastSequence() >= requested) {
            long recorded = feed.lastSequence();
            feed.sync();
            committedNanos = System.nanoTime();
            syncedSequence = recorded;
            work++;
        }
        if (feed.uncommittedBytes() > 0 && isTimeToCommit()) {
            feed.commit();
            committedNanos = System.nanoTime();
        }
        if (work == 0) {
            work = trim();
        }
        return work;
    }

    private boolean isTimeToCommit() {
        return feed.uncommittedBytes() >= COMMIT_BYTES
                || System.nanoTime() - committedNanos >= COMMIT_NANOS;
    }

    private int trim() {
        long before = trimBeforeMillis;
        if (before != trimmedBeforeMillis) {
            trimmedBeforeMillis = before;
            trims = true;
        }
        if (!trims) {
            return 0;
        }
        trims = feed.trim(before, firstUnread.getAsLong(), TRIM_AT_ONCE);
        if (!trims) {
            feed.compact();
        }
        return 1;
    }

    @Override
    public void onClose() {
        while (rings.recorder().read((_, buffer, at, length) -> feed.record(buffer, at, length))
                > 0) {}
        feed.close();
    }

    @Override
    public String roleName() {
        return "evens-recorder";
    }

    // as its own idle strategy: nobody waits for a recorded step, so it looks now and then

    @Override
    public void idle(int work) {
        if (work == 0) {
            idle();
        }
    }

    @Override
    public void idle() {
        LockSupport.parkNanos(PARK_NANOS);
    }

    @Override
    public void reset() {}
}
