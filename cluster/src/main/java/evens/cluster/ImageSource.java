package evens.cluster;

import evens.cluster.log.SnapshotSink;
import evens.cluster.log.SnapshotSource;
import io.aeron.Image;
import io.aeron.ImageFragmentAssembler;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.IdleStrategy;
import org.jspecify.annotations.Nullable;

/** The frames of a snapshot as the archive replays them. */
final class ImageSource implements SnapshotSource {
    private static final int AT_ONCE = 32;

    private final Image image;
    private final IdleStrategy idle;
    private final ImageFragmentAssembler assembler =
            new ImageFragmentAssembler(
                    (buffer, offset, length, _) -> frame(buffer, offset, length));
    private @Nullable SnapshotSink sink;

    ImageSource(Image image, IdleStrategy idle) {
        this.image = image;
        this.idle = idle;
    }

    @Override
    public boolean poll(SnapshotSink to) {
        sink = to;
        idle.reset();
        while (true) {
            int fragments = image.poll(assembler, AT_ONCE);
            if (fragments > 0) {
                return true;
            }
            if (image.isClosed() || image.isEndOfStream()) {
                return false;
            }
            idle.idle();
        }
    }

    private void frame(DirectBuffer buffer, int offset, int length) {
        SnapshotSink to = sink;
        if (to != null) {
            to.frame(buffer, offset, length);
        }
    }
}
