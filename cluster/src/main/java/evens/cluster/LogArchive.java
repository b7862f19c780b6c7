package evens.cluster;

import io.aeron.Aeron;
import io.aeron.archive.client.AeronArchive;
import io.aeron.cluster.ConsensusModule;
import io.aeron.cluster.RecordingLog;
import io.aeron.cluster.service.ClusteredServiceContainer;
import io.aeron.logbuffer.FrameDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is asked of the archive beside recording: how the log was made, and to give space back. */
final class LogArchive {
    private static final Logger LOG = LoggerFactory.getLogger(LogArchive.class);
    private static final int MOST_RECORDINGS = 10_000;

    private final Parts parts;
    private final Folders folders;
    private volatile long logStartPosition;

    LogArchive(Parts parts, Folders folders) {
        this.parts = parts;
        this.folders = folders;
    }

    /** Where the log begins now, in bytes since its beginning. */
    long logStartPosition() {
        return logStartPosition;
    }

    /**
     * A command that the ingress takes and the log does not would vanish without an answer.
     *
     * @throws IllegalStateException if the two differ
     */
    void requireOneMessageLength() {
        try (RecordingLog log = new RecordingLog(folders.cluster().toFile(), false);
                Aeron client = parts.client("evens-check");
                AeronArchive archive = connect(client)) {
            AtomicLong longest = new AtomicLong();
            archive.listRecording(
                    log.findLastTermRecordingId(),
                    (_, _, _, _, _, startPosition, _, _, _, term, _, _, _, _, _, _) -> {
                        longest.set(FrameDescriptor.computeMaxMessageLength(term));
                        logStartPosition = startPosition;
                    });
            long own = FrameDescriptor.computeMaxMessageLength(Parts.TERM);
            if (longest.get() != own) {
                throw new IllegalStateException(
                        "The log was made for messages of %d bytes, this version sends up to %d."
                                .formatted(longest.get(), own));
            }
        }
    }

    /** Removes the log before the last snapshot, and the snapshots before it. */
    void purge() {
        try (RecordingLog log = new RecordingLog(folders.cluster().toFile(), false);
                Aeron client = parts.client("evens-purge");
                AeronArchive archive = connect(client)) {
            RecordingLog.Entry module =
                    log.getLatestSnapshot(ConsensusModule.Configuration.SERVICE_ID);
            RecordingLog.Entry service = log.getLatestSnapshot(0);
            if (module == null || service == null) {
                return;
            }
            long recording = log.findLastTermRecordingId();
            purgeLog(archive, recording, service.logPosition);
            for (long old : snapshots(archive)) {
                if (old != module.recordingId && old != service.recordingId) {
                    archive.purgeRecording(old);
                }
            }
        } catch (RuntimeException e) {
            LOG.warn("the log before the last snapshot could not be purged", e);
        }
    }

    private void purgeLog(AeronArchive archive, long recording, long snapshotPosition) {
        long start = archive.getStartPosition(recording);
        long base =
                AeronArchive.segmentFileBasePosition(
                        start, snapshotPosition, Parts.TERM, Parts.SEGMENT);
        if (base > start) {
            archive.purgeSegments(recording, base);
            logStartPosition = base;
        }
    }

    private static List<Long> snapshots(AeronArchive archive) {
        List<Long> found = new ArrayList<>();
        int ofService = ClusteredServiceContainer.Configuration.snapshotStreamId();
        int ofModule = ConsensusModule.Configuration.snapshotStreamId();
        archive.listRecordings(
                0,
                MOST_RECORDINGS,
                (_, _, recording, _, _, _, _, _, _, _, _, _, stream, _, _, _) -> {
                    if (stream == ofService || stream == ofModule) {
                        found.add(recording);
                    }
                });
        return found;
    }

    private AeronArchive connect(Aeron client) {
        return AeronArchive.connect(parts.archiveClient(122).aeron(client).ownsAeronClient(false));
    }
}
