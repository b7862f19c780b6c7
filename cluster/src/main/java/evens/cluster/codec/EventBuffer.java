package evens.cluster.codec;

import evens.cluster.sbe.MessageHeaderEncoder;
import evens.model.Events;
import java.nio.ByteOrder;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.jspecify.annotations.Nullable;

/** Where an {@link EventPublisher} writes: it grows, counts, folds, and hands on. */
abstract class EventBuffer implements Events {
    /** More than the fixed part of any event, with headers and the lengths of its texts. */
    private static final int FIXED = 512;

    final MessageHeaderEncoder header = new MessageHeaderEncoder();
    final UnsafeBuffer buffer = new UnsafeBuffer(new byte[8192]);

    /** Where the event at hand begins, behind its length. */
    int body;

    private final int frameLength;
    private final EventPublisher.@Nullable Frames frames;
    private int length;
    private long hash = Fold.NOTHING;
    private long count;

    EventBuffer(int frameLength, EventPublisher.@Nullable Frames frames) {
        this.frameLength = frameLength;
        this.frames = frames;
    }

    public final DirectBuffer buffer() {
        return buffer;
    }

    /** Bytes in the buffer, from index 0. */
    public final int length() {
        return length;
    }

    /** Events written since the beginning; {@link #clear} does not change it. */
    public final long count() {
        return count;
    }

    /** The hash of all events written since the beginning; {@link #clear} does not change it. */
    public final long hash() {
        return hash;
    }

    /** Goes on from a hash that was told before. */
    public final void hash(long before) {
        hash = before;
    }

    /** Begins the buffer anew. */
    public final void clear() {
        length = 0;
    }

    /** Hands on what has not been handed on. */
    public final void flush() {
        if (frames != null && length > 0) {
            frames.frame(buffer, 0, length);
            length = 0;
        }
    }

    /** Makes room for an event with texts of so many bytes. */
    final void begin(int texts) {
        int needed = length + FIXED + texts;
        if (needed > buffer.capacity()) {
            byte[] more = new byte[Math.max(needed, buffer.capacity() * 2)];
            buffer.getBytes(0, more, 0, length);
            buffer.wrap(more);
        }
        body = length + EventPublisher.PREFIX;
    }

    /** The event at hand ends there. */
    final void end(int limit) {
        buffer.putInt(length, limit - body, ByteOrder.LITTLE_ENDIAN);
        hash = Fold.bytes(hash, buffer, body, limit - body);
        length = limit;
        count++;
        if (length >= frameLength) {
            flush();
        }
    }
}
