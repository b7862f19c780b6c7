package evens.cluster.log;

import org.agrona.DirectBuffer;

/** Takes the frames of a snapshot, in order; when it returns, the bytes are written over. */
public interface SnapshotSink {
    void frame(DirectBuffer buffer, int offset, int length);
}
