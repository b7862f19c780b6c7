package evens.cluster;

import evens.cluster.log.SnapshotSink;
import io.aeron.ExclusivePublication;
import io.aeron.Publication;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.IdleStrategy;

/** The frames of a snapshot on their way to the archive. */
final class PublicationSink implements SnapshotSink {
    private final ExclusivePublication publication;
    private final IdleStrategy idle;
    private long bytes;

    PublicationSink(ExclusivePublication publication, IdleStrategy idle) {
        this.publication = publication;
        this.idle = idle;
    }

    /** Bytes of all frames. */
    long bytes() {
        return bytes;
    }

    @Override
    public void frame(DirectBuffer buffer, int offset, int length) {
        idle.reset();
        long result = publication.offer(buffer, offset, length);
        while (result < 0) {
            if (result != Publication.BACK_PRESSURED && result != Publication.ADMIN_ACTION) {
                throw new IllegalStateException(
                        "A snapshot could not be written: " + Publication.errorString(result));
            }
            idle.idle();
            result = publication.offer(buffer, offset, length);
        }
        bytes += length;
    }
}
