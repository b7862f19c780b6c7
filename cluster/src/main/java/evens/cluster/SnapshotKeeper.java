package evens.cluster;

import io.aeron.cluster.ClusterControl.ToggleState;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.agrona.concurrent.status.AtomicCounter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has a snapshot taken when the log has grown enough since the last one, on a thread of its own,
 * and gives back the disk of what came before it.
 */
final class SnapshotKeeper implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(SnapshotKeeper.class);
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final ClusterSettings settings;
    private final ClusterBinding binding;
    private final LogArchive archive;
    private final AtomicCounter toggle;
    private final Failure failure;
    private final Thread thread = new Thread(this, "evens-snapshots");
    private long lastNanos;
    private volatile boolean isStopped;

    SnapshotKeeper(
            ClusterSettings settings,
            ClusterBinding binding,
            LogArchive archive,
            AtomicCounter toggle,
            Failure failure) {
        this.settings = settings;
        this.binding = binding;
        this.archive = archive;
        this.toggle = toggle;
        this.failure = failure;
        this.lastNanos = System.nanoTime() - settings.snapshotPause().toNanos();
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Takes a snapshot now and purges what came before it; returns when that is done. */
    void snapshot() {
        // while the log is not open, or another is being taken, the toggle is not neutral
        while (goesOn() && !ToggleState.SNAPSHOT.toggle(toggle)) {
            Pause.briefly();
        }
        while (goesOn() && ToggleState.get(toggle) == ToggleState.SNAPSHOT) {
            Pause.briefly();
        }
        lastNanos = System.nanoTime();
        if (!goesOn()) {
            return;
        }
        ClusterBinding.SnapshotTaken taken = binding.lastSnapshot();
        LOG.info(
                "snapshot at step {}: {} bytes, the engine stood still for {} ms",
                taken.sequence(),
                taken.bytes(),
                taken.stallMillis());
        archive.purge();
    }

    @Override
    public void run() {
        archive.purge(); // what a stop or a kill left behind
        while (goesOn()) {
            if (isDue()) {
                snapshot();
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    private boolean goesOn() {
        return !isStopped && failure.first() == null;
    }

    private boolean isDue() {
        ClusterBinding.SnapshotTaken last = binding.lastSnapshot();
        boolean hasGrown =
                binding.sequence() - last.sequence() >= settings.snapshotEveryCommands()
                        || binding.logPosition() - last.logPosition()
                                >= settings.snapshotEveryBytes();
        return hasGrown && System.nanoTime() - lastNanos >= settings.snapshotPause().toNanos();
    }

    /** Takes no more snapshots; returns when the last is done. */
    void stop() {
        isStopped = true;
        while (thread.isAlive()) {
            Pause.briefly();
        }
    }
}
