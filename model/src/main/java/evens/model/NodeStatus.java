package evens.model;

/**
 * How this node is doing.
 *
 * @param role "leader" when this node takes commands
 * @param sequence the last step it has applied
 * @param syncLevel 1 when acknowledged commands are on disk, 0 when only in the page cache
 * @param loadedSequence the step of the snapshot that this run began with, 0 if there was none
 * @param replayedSteps how many steps followed it from the log
 * @param snapshotSequence the step of the newest snapshot, 0 if there is none
 * @param snapshotMillis how long the engine stood still for it
 * @param snapshotBytes its size
 * @param logStart where the log begins now, in bytes; what came before was purged
 * @param feedFirst the oldest step of the recorded feed, 0 if it is empty
 * @param feedLast the newest step of the recorded feed that is on disk
 */
public record NodeStatus(
        String role,
        long sequence,
        int syncLevel,
        long loadedSequence,
        long replayedSteps,
        long snapshotSequence,
        long snapshotMillis,
        long snapshotBytes,
        long logStart,
        long feedFirst,
        long feedLast) {}
