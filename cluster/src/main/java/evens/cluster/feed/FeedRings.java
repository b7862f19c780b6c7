package evens.cluster.feed;

import evens.cluster.codec.EventPublisher;
import evens.cluster.log.StepSink;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.concurrent.ringbuffer.OneToOneRingBuffer;
import org.agrona.concurrent.ringbuffer.RingBuffer;
import org.agrona.concurrent.ringbuffer.RingBufferDescriptor;

/**
 * The engine's end of the feed: cuts each step into pieces and puts them into two rings, one for
 * the recorder and one for the listener. When a ring is full the engine waits, so that neither
 * memory nor the listener's delay grows without bound.
 */
public final class FeedRings implements StepSink {
    static final int STEP = 1;
    static final int STATED = 2;
    static final int SESSION_OPENED = 3;
    static final int SESSION_CLOSED = 4;

    /** A ring takes messages of up to an eighth: one event may be as long as a command. */
    private static final int CAPACITY = 8 * 1024 * 1024;

    private final RingBuffer recorder = ring();
    private final RingBuffer listener = ring();
    private final Runnable whileFull;

    /**
     * @param whileFull called by the engine again and again while a ring is full
     */
    public FeedRings(Runnable whileFull) {
        this.whileFull = whileFull;
    }

    private static RingBuffer ring() {
        return new OneToOneRingBuffer(
                new UnsafeBuffer(
                        ByteBuffer.allocateDirect(CAPACITY + RingBufferDescriptor.TRAILER_LENGTH)));
    }

    RingBuffer recorder() {
        return recorder;
    }

    RingBuffer listener() {
        return listener;
    }

    @Override
    public void step(
            long sequence,
            long timeMillis,
            long session,
            long correlation,
            DirectBuffer events,
            int length) {
        int from = 0;
        int number = 0;
        do {
            int to = endOfPiece(events, from, length);
            put(
                    recorder,
                    sequence,
                    timeMillis,
                    session,
                    correlation,
                    events,
                    from,
                    to,
                    number,
                    to == length);
            put(
                    listener,
                    sequence,
                    timeMillis,
                    session,
                    correlation,
                    events,
                    from,
                    to,
                    number,
                    to == length);
            from = to;
            number++;
        } while (from < length);
    }

    private static int endOfPiece(DirectBuffer events, int from, int length) {
        if (length - from <= Piece.MOST) {
            return length;
        }
        int to = from;
        while (to < length) {
            int next = to + EventPublisher.PREFIX + events.getInt(to, ByteOrder.LITTLE_ENDIAN);
            if (next - from > Piece.MOST && to > from) {
                return to;
            }
            to = next;
        }
        return to;
    }

    private void put(
            RingBuffer ring,
            long sequence,
            long timeMillis,
            long session,
            long correlation,
            DirectBuffer events,
            int from,
            int to,
            int number,
            boolean isLast) {
        int index = claim(ring, STEP, Piece.HEADER + to - from);
        Piece.write(
                ring.buffer(), index, sequence, timeMillis, session, correlation, number, isLast);
        ring.buffer().putBytes(index + Piece.HEADER, events, from, to - from);
        ring.commit(index);
    }

    @Override
    public void stated(long sequence, DirectBuffer events, int offset, int length) {
        int index = claim(listener, STATED, Piece.HEADER + length);
        Piece.write(listener.buffer(), index, sequence, 0, NO_SESSION, NO_CORRELATION, 0, true);
        listener.buffer().putBytes(index + Piece.HEADER, events, offset, length);
        listener.commit(index);
    }

    /** The log says that a session was opened. */
    public void sessionOpened(long session) {
        session(SESSION_OPENED, session);
    }

    /** The log says that a session was closed: nothing more comes from it. */
    public void sessionClosed(long session) {
        session(SESSION_CLOSED, session);
    }

    private void session(int type, long session) {
        int index = claim(listener, type, Long.BYTES);
        listener.buffer().putLong(index, session);
        listener.commit(index);
    }

    private int claim(RingBuffer ring, int type, int length) {
        int index = ring.tryClaim(type, length);
        while (index <= 0) {
            whileFull.run();
            index = ring.tryClaim(type, length);
        }
        return index;
    }
}
