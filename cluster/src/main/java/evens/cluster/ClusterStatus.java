package evens.cluster;

/**
 * How a node is, in numbers.
 *
 * @param sequence the last step applied
 * @param heardSequence the last step that the listener has heard
 * @param startedFromSnapshot the step of the snapshot that was loaded at the start, 0 if none was
 * @param stepsReplayed steps that were replayed from the log at the start
 * @param lastSnapshot the step of the last snapshot, 0 if there is none
 * @param lastSnapshotBytes its size, 0 if none was taken since the start
 * @param lastSnapshotStallMillis how long the engine stood still for it
 * @param recordedFirst the first step in the recorded feed, 0 if it is empty
 * @param recordedLast the last step in the recorded feed, 0 if it is empty
 * @param recordedBytes the recorded feed on disk
 * @param logBytes the log and its snapshots on disk
 * @param logStartPosition where the log begins now, in bytes since its beginning
 * @param fileSyncLevel 1 or more: what was answered survives a power cut
 * @param commandsUnderWay commands that were accepted and not answered yet
 */
public record ClusterStatus(
        long sequence,
        long heardSequence,
        long startedFromSnapshot,
        long stepsReplayed,
        long lastSnapshot,
        long lastSnapshotBytes,
        long lastSnapshotStallMillis,
        long recordedFirst,
        long recordedLast,
        long recordedBytes,
        long logBytes,
        long logStartPosition,
        int fileSyncLevel,
        int commandsUnderWay) {}
