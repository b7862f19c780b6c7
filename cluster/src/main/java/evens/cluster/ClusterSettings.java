package evens.cluster;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Settings of a node.
 *
 * @param logFolder the log and its snapshots; made if it is not there
 * @param feedFile the recorded feed; made if it is not there
 * @param fileSyncLevel 1: what was answered survives a power cut; 0: only a killed process
 * @param snapshotEveryCommands a snapshot is taken after so many commands
 * @param snapshotEveryBytes a snapshot is taken after so many bytes of log
 * @param snapshotPause no snapshot is taken within this time after another
 * @param snapshotAtClose whether {@link ClusterNode#close} takes one
 * @param keepRecorded how long recorded steps are kept
 * @param firstUnread the first recorded step that somebody has not read yet: kept however old
 * @param rememberedClosedOrders how many closed orders are known by name
 * @param lastWords what happens when the node can not go on
 */
public record ClusterSettings(
        Path logFolder,
        Path feedFile,
        int fileSyncLevel,
        long snapshotEveryCommands,
        long snapshotEveryBytes,
        Duration snapshotPause,
        boolean snapshotAtClose,
        Duration keepRecorded,
        LongSupplier firstUnread,
        int rememberedClosedOrders,
        LastWords lastWords) {

    /** As a node should run. */
    public static ClusterSettings of(Path logFolder, Path feedFile) {
        return new ClusterSettings(
                logFolder,
                feedFile,
                1,
                1_000_000,
                256L * 1024 * 1024,
                Duration.ofMinutes(1),
                true,
                Duration.ofHours(24),
                () -> Long.MAX_VALUE,
                1_000_000,
                LastWords.haltProcess());
    }

    public ClusterSettings withFileSyncLevel(int level) {
        return new ClusterSettings(
                logFolder,
                feedFile,
                level,
                snapshotEveryCommands,
                snapshotEveryBytes,
                snapshotPause,
                snapshotAtClose,
                keepRecorded,
                firstUnread,
                rememberedClosedOrders,
                lastWords);
    }

    public ClusterSettings withSnapshots(long everyCommands, long everyBytes, Duration pause) {
        return new ClusterSettings(
                logFolder,
                feedFile,
                fileSyncLevel,
                everyCommands,
                everyBytes,
                pause,
                snapshotAtClose,
                keepRecorded,
                firstUnread,
                rememberedClosedOrders,
                lastWords);
    }

    public ClusterSettings withSnapshotAtClose(boolean atClose) {
        return new ClusterSettings(
                logFolder,
                feedFile,
                fileSyncLevel,
                snapshotEveryCommands,
                snapshotEveryBytes,
                snapshotPause,
                atClose,
                keepRecorded,
                firstUnread,
                rememberedClosedOrders,
                lastWords);
    }

    public ClusterSettings withKeepRecorded(Duration keep, LongSupplier unread) {
        return new ClusterSettings(
                logFolder,
                feedFile,
                fileSyncLevel,
                snapshotEveryCommands,
                snapshotEveryBytes,
                snapshotPause,
                snapshotAtClose,
                keep,
                unread,
                rememberedClosedOrders,
                lastWords);
    }

    public ClusterSettings withRememberedClosedOrders(int remembered) {
        return new ClusterSettings(
                logFolder,
                feedFile,
                fileSyncLevel,
                snapshotEveryCommands,
                snapshotEveryBytes,
                snapshotPause,
                snapshotAtClose,
                keepRecorded,
                firstUnread,
                remembered,
                lastWords);
    }

    public ClusterSettings withLastWords(LastWords words) {
        return new ClusterSettings(
                logFolder,
                feedFile,
                fileSyncLevel,
                snapshotEveryCommands,
                snapshotEveryBytes,
                snapshotPause,
                snapshotAtClose,
                keepRecorded,
                firstUnread,
                rememberedClosedOrders,
                words);
    }
}
