package evens.cluster;

import evens.cluster.feed.FeedRings;
import evens.cluster.feed.RecordedFeed;
import evens.cluster.feed.Recorder;
import evens.cluster.log.Alarm;
import evens.cluster.log.LogAdapter;
import evens.core.Exchange;
import io.aeron.ExclusivePublication;
import io.aeron.Image;
import io.aeron.cluster.codecs.CloseReason;
import io.aeron.cluster.service.ClientSession;
import io.aeron.cluster.service.Cluster;
import io.aeron.cluster.service.ClusteredService;
import io.aeron.logbuffer.Header;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.AgentTerminationException;
import org.agrona.concurrent.IdleStrategy;
import org.agrona.concurrent.NoOpIdleStrategy;
import org.jspecify.annotations.Nullable;

/**
 * Binds the {@link LogAdapter} to Aeron's service: all its classes stay here. Nothing is ever put
 * into the log from here, and nothing is sent to a session.
 */
final class ClusterBinding implements ClusteredService, Alarm {
    private static final long ALARM = 1;

    private final Failure failure;
    private final RecordedFeed recordedFeed;
    private final Recorder recorder;
    private final FeedRings rings;
    private final LogAdapter adapter;
    private final long keepRecordedMillis;
    private final AtomicLong sequence = new AtomicLong();
    private final AtomicLong logPosition = new AtomicLong();
    private @Nullable Cluster cluster;
    private IdleStrategy idle = NoOpIdleStrategy.INSTANCE;
    private volatile boolean isLive;
    private volatile boolean needsSnapshot;
    private volatile long startedFromSnapshot;
    private volatile long liveFrom;
    private volatile SnapshotTaken lastSnapshot = new SnapshotTaken(0, 0, 0, 0, 0);

    /** What is known of a snapshot, counted from 1 since the start. */
    record SnapshotTaken(
            int count, long sequence, long logPosition, long bytes, long stallMillis) {}

    ClusterBinding(ClusterSettings settings, RecordedFeed recordedFeed, Failure failure) {
        this.failure = failure;
        this.recordedFeed = recordedFeed;
        this.keepRecordedMillis = settings.keepRecorded().toMillis();
        rings = new FeedRings(() -> idle.idle());
        recorder = new Recorder(rings, recordedFeed, settings.firstUnread());
        adapter = new LogAdapter(new Exchange(settings.rememberedClosedOrders()), this, rings);
    }

    FeedRings rings() {
        return rings;
    }

    Recorder recorder() {
        return recorder;
    }

    /** True once all that was written before has been replayed and new commands are taken. */
    boolean isLive() {
        return isLive;
    }

    /** True if the state was told by other rules: before any command comes, ours must tell it. */
    boolean needsSnapshot() {
        return needsSnapshot;
    }

    long sequence() {
        return sequence.get();
    }

    /** Bytes of log since its beginning. */
    long logPosition() {
        return logPosition.get();
    }

    long startedFromSnapshot() {
        return startedFromSnapshot;
    }

    long stepsReplayed() {
        return isLive ? liveFrom - startedFromSnapshot : sequence() - startedFromSnapshot;
    }

    SnapshotTaken lastSnapshot() {
        return lastSnapshot;
    }

    @Override
    public void onStart(Cluster startedCluster, @Nullable Image snapshot) {
        cluster = startedCluster;
        idle = startedCluster.idleStrategy();
        if (snapshot != null) {
            adapter.hear(new ImageSource(snapshot, idle));
            startedFromSnapshot = adapter.sequence();
        }
        if (recordedFeed.lastSequence() < adapter.sequence()) {
            throw new IllegalStateException(
                    ("The recorded feed ends at step %d, before the snapshot at step %d: it is not"
                                    + " the one that belongs to this log.")
                            .formatted(recordedFeed.lastSequence(), adapter.sequence()));
        }
        sequence.setRelease(adapter.sequence());
        logPosition.setRelease(startedCluster.logPosition());
        lastSnapshot = new SnapshotTaken(0, adapter.sequence(), startedCluster.logPosition(), 0, 0);
    }

    @Override
    public void onSessionOpen(ClientSession session, long timestamp) {
        rings.sessionOpened(session.id());
    }

    @Override
    public void onSessionClose(ClientSession session, long timestamp, CloseReason closeReason) {
        rings.sessionClosed(session.id());
    }

    @Override
    public void onSessionMessage(
            @Nullable ClientSession session,
            long timestamp,
            DirectBuffer buffer,
            int offset,
            int length,
            Header header) {
        if (session == null) {
            throw end(new IllegalStateException("A message came from no session."));
        }
        try {
            adapter.onCommand(session.id(), timestamp, buffer, offset, length);
        } catch (AgentTerminationException e) {
            throw e;
        } catch (RuntimeException e) {
            throw end(e);
        }
        sequence.setRelease(adapter.sequence());
        logPosition.setRelease(header.position());
    }

    @Override
    public void onTimerEvent(long correlationId, long timestamp) {
        try {
            adapter.onAlarm(timestamp);
        } catch (AgentTerminationException e) {
            throw e;
        } catch (RuntimeException e) {
            throw end(e);
        }
        sequence.setRelease(adapter.sequence());
    }

    /** An ordinary exception would be swallowed and leave a half-applied command behind. */
    private AgentTerminationException end(RuntimeException cause) {
        failure.onError(cause);
        return new AgentTerminationException(cause);
    }

    @Override
    public void at(long timeMillis) {
        Cluster log = cluster;
        if (log == null) {
            return;
        }
        while (!log.scheduleTimer(ALARM, timeMillis)) {
            idle.idle();
        }
    }

    @Override
    public void onTakeSnapshot(ExclusivePublication publication) {
        long began = System.nanoTime();
        long at = adapter.sequence();
        // the log may be cut at this step, so all that came before must be kept elsewhere
        recorder.requestSync(at);
        while (!recorder.isSynced(at)) {
            idle.idle();
        }
        PublicationSink sink = new PublicationSink(publication, idle);
        adapter.tell(sink);
        adapter.told();
        needsSnapshot = false;
        recorder.trimBefore(adapter.timeMillis() - keepRecordedMillis);
        lastSnapshot =
                new SnapshotTaken(
                        lastSnapshot.count() + 1,
                        at,
                        logPosition.get(),
                        sink.bytes(),
                        TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
    }

    @Override
    public void onNewLeadershipTermEvent(
            long leadershipTermId,
            long position,
            long timestamp,
            long termBaseLogPosition,
            int leaderMemberId,
            int logSessionId,
            TimeUnit timeUnit,
            int appVersion) {
        adapter.onNewTerm();
    }

    @Override
    public void onRoleChange(Cluster.Role newRole) {
        if (newRole != Cluster.Role.LEADER) {
            return;
        }
        if (recordedFeed.lastSequence() > adapter.sequence()) {
            throw new IllegalStateException(
                    ("The log ends at step %d, but step %d was recorded before: the log has lost"
                                    + " what was answered.")
                            .formatted(adapter.sequence(), recordedFeed.lastSequence()));
        }
        adapter.live();
        liveFrom = adapter.sequence();
        needsSnapshot = adapter.hasForeignRules();
        isLive = true;
    }

    @Override
    public void onTerminate(Cluster terminatedCluster) {}
}
