package evens.cluster;

import io.aeron.Aeron;
import io.aeron.archive.Archive;
import io.aeron.archive.ArchiveThreadingMode;
import io.aeron.archive.checksum.Checksum;
import io.aeron.archive.checksum.Checksums;
import io.aeron.archive.client.AeronArchive;
import io.aeron.cluster.ConsensusModule;
import io.aeron.cluster.PriorityHeapTimerServiceSupplier;
import io.aeron.cluster.client.AeronCluster;
import io.aeron.cluster.service.ClusteredService;
import io.aeron.cluster.service.ClusteredServiceContainer;
import io.aeron.driver.MediaDriver;
import io.aeron.driver.ThreadingMode;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.SleepingMillisIdleStrategy;
import org.agrona.concurrent.broadcast.BroadcastBufferDescriptor;
import org.agrona.concurrent.ringbuffer.RingBufferDescriptor;

/**
 * The settings of Aeron's parts, each of them learned the hard way. One node, all in this process:
 * driver, archive, consensus module and service container, four threads.
 */
final class Parts {
    /** Terms of log, ingress and snapshots. The log's is fixed when its folder is made. */
    static final int TERM = 8 * 1024 * 1024;

    /** The most that one command may have: an eighth of a term, less the session's header. */
    static final int LARGEST_COMMAND = TERM / 8 - AeronCluster.SESSION_HEADER_LENGTH;

    static final int SEGMENT = 16 * 1024 * 1024;

    /** Stopped for less than this, the process goes on as if nothing had been. */
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

    private static final String LARGE = "aeron:ipc?term-length=8m";
    private static final String SMALL = "aeron:ipc?term-length=128k";
    private static final String ANY_PORT = "aeron:udp?endpoint=localhost:0";
    private static final int SMALL_TERM = 128 * 1024;
    private static final int BUFFER = 1024 * 1024;

    private final ClusterSettings settings;
    private final Folders folders;
    private final Signal signal;
    private final Failure failure;

    Parts(ClusterSettings settings, Folders folders, Signal signal, Failure failure) {
        this.settings = settings;
        this.folders = folders;
        this.signal = signal;
        this.failure = failure;
        // clients that the parts make by themselves take it from here
        System.setProperty(
                "aeron.driver.timeout",
                Long.toString(TimeUnit.NANOSECONDS.toMillis(PATIENCE_NANOS)));
    }

    private String driverFolder() {
        return folders.driver().toString();
    }

    MediaDriver.Context driver() {
        return new MediaDriver.Context()
                .aeronDirectoryName(driverFolder())
                .dirDeleteOnStart(true)
                .dirDeleteOnShutdown(true)
                .threadingMode(ThreadingMode.SHARED)
                .sharedIdleStrategy(signal.park())
                .asyncExecutorIdleStrategy(new SleepingMillisIdleStrategy(50))
                .ipcTermBufferLength(SMALL_TERM)
                .publicationTermBufferLength(SMALL_TERM)
                .counterValuesBufferLength(BUFFER)
                .conductorBufferLength(BUFFER + RingBufferDescriptor.TRAILER_LENGTH)
                .toClientsBufferLength(BUFFER + BroadcastBufferDescriptor.TRAILER_LENGTH)
                .driverTimeoutMs(TimeUnit.NANOSECONDS.toMillis(PATIENCE_NANOS))
                .clientLivenessTimeoutNs(PATIENCE_NANOS)
                .publicationUnblockTimeoutNs(PATIENCE_NANOS + TimeUnit.SECONDS.toNanos(15))
                .errorHandler(failure)
                .terminationHook(() -> failure.onTermination("media driver"));
    }

    Archive.Context archive() {
        Checksum checksum = Checksums.crc32c();
        return new Archive.Context()
                .aeronDirectoryName(driverFolder())
                .archiveDir(folders.archive().toFile())
                .markFileDir(folders.marks().resolve("archive").toFile())
                .threadingMode(ArchiveThreadingMode.SHARED)
                .idleStrategySupplier(signal::park)
                .controlChannelEnabled(false)
                .recordingEventsEnabled(false)
                .replicationChannel(ANY_PORT) // asked for, not used: nothing is replicated
                .archiveClientContext(new AeronArchive.Context().controlResponseChannel(ANY_PORT))
                .fileSyncLevel(settings.fileSyncLevel())
                .catalogFileSyncLevel(settings.fileSyncLevel())
                .recordChecksum(checksum)
                .replayChecksum(checksum)
                .segmentFileLength(SEGMENT)
                .lowStorageSpaceThreshold(64L * 1024 * 1024)
                .errorHandler(failure);
    }

    /** Calls {@code whenEnded} when the module has ended, whether asked to or not. */
    ConsensusModule.Context consensusModule(Runnable whenEnded) {
        return new ConsensusModule.Context()
                .aeronDirectoryName(driverFolder())
                .clusterDir(folders.cluster().toFile())
                .markFileDir(folders.marks().resolve("consensus").toFile())
                .clusterMemberId(0)
                .clusterMembers("0,localhost:1,localhost:2,localhost:3,localhost:4,localhost:5")
                .consensusChannel(SMALL)
                .ingressChannel(LARGE)
                .isIpcIngressAllowed(false) // true beside such a channel runs every command twice
                .logChannel(LARGE)
                .snapshotChannel(LARGE + "|alias=snapshot")
                .replicationChannel(ANY_PORT)
                .fileSyncLevel(settings.fileSyncLevel())
                .timerServiceSupplier(new PriorityHeapTimerServiceSupplier())
                .maxConcurrentSessions(100) // killed processes leave theirs until they time out
                .sessionTimeoutNs(TimeUnit.SECONDS.toNanos(30))
                .idleStrategySupplier(signal::park)
                .archiveContext(archiveClient(120))
                .errorHandler(failure)
                .terminationHook(() -> {
                    whenEnded.run();
                    failure.onTermination("consensus module");
                });
    }

    ClusteredServiceContainer.Context container(ClusteredService service) {
        return new ClusteredServiceContainer.Context()
                .aeronDirectoryName(driverFolder())
                .clusterDir(folders.cluster().toFile())
                .markFileDir(folders.marks().resolve("service").toFile())
                .clusteredService(service)
                .isRespondingService(false)
                .snapshotChannel(LARGE + "|alias=snapshot")
                .idleStrategySupplier(signal::park)
                .archiveContext(archiveClient(121))
                .errorHandler(failure)
                .terminationHook(() -> failure.onTermination("service"));
    }

    /** A client of the archive; each has its own stream for the answers. */
    AeronArchive.Context archiveClient(int responseStream) {
        return new AeronArchive.Context()
                .aeronDirectoryName(driverFolder())
                .controlRequestChannel(AeronArchive.Configuration.localControlChannel())
                .controlRequestStreamId(AeronArchive.Configuration.localControlStreamId())
                .controlResponseChannel(AeronArchive.Configuration.localControlChannel())
                .controlResponseStreamId(responseStream)
                .messageTimeoutNs(PATIENCE_NANOS);
    }

    /** A client of the driver whose bookkeeping runs on the thread that uses it. */
    Aeron client(String name) {
        return Aeron.connect(
                new Aeron.Context()
                        .aeronDirectoryName(driverFolder())
                        .useConductorAgentInvoker(true)
                        .errorHandler(failure)
                        .clientName(name));
    }

    AeronCluster.Context session(Aeron client) {
        return new AeronCluster.Context()
                .aeron(client)
                .ownsAeronClient(false)
                .ingressChannel(LARGE)
                .egressChannel(SMALL)
                .messageTimeoutNs(TimeUnit.SECONDS.toNanos(5))
                .newLeaderTimeoutNs(TimeUnit.SECONDS.toNanos(1))
                .errorHandler(failure)
                .egressListener((_, _, _, _, _, _) -> {}); // nothing is ever sent this way
    }
}
