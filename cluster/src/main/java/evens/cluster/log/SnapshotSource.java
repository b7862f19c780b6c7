package evens.cluster.log;

/** Gives the frames of a snapshot back, in order. */
public interface SnapshotSource {
    /** Hands on what is there, waiting for it if need be; false when there is no more. */
    boolean poll(SnapshotSink sink);
}
