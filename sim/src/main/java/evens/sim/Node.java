package evens.sim;

import evens.cluster.codec.EventAdapter;
import evens.cluster.codec.EventPublisher;
import evens.cluster.log.LogAdapter;
import evens.cluster.log.StepSink;
import evens.core.Exchange;
import evens.model.Event;
import evens.model.Step;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.jspecify.annotations.Nullable;

/** One process: the production exchange behind the production adapter, without a network. */
final class Node implements StepSink {
    private final LogAdapter adapter;
    private final @Nullable StepSink feed;
    private final EventAdapter events = new EventAdapter();
    private final List<Step> steps = new ArrayList<>();
    private final List<Event> stated = new ArrayList<>();
    private long lastCorrelation = NO_CORRELATION;
    private long alarmMillis = Long.MAX_VALUE;

    /** A process that begins with nothing and whose steps nobody records. */
    Node(int rememberedClosedOrders) {
        this(rememberedClosedOrders, null);
    }

    /** A process that begins with nothing. */
    Node(int rememberedClosedOrders, @Nullable StepSink feed) {
        this.feed = feed;
        adapter = new LogAdapter(new Exchange(rememberedClosedOrders), this::setAlarm, this);
    }

    /** Another process that has heard this snapshot. */
    static Node restored(
            int rememberedClosedOrders, List<byte[]> snapshot, @Nullable StepSink feed) {
        Node node = new Node(rememberedClosedOrders, feed);
        Iterator<byte[]> frames = snapshot.iterator();
        node.adapter.hear(sink -> {
            if (!frames.hasNext()) {
                return false;
            }
            byte[] frame = frames.next();
            sink.frame(new UnsafeBuffer(frame), 0, frame.length);
            return true;
        });
        return node;
    }

    /** What was replayed is over, and a new term of the log begins. */
    void lead() {
        adapter.live();
        adapter.onNewTerm();
    }

    /** Applies a message of the log and answers the steps that it led to. */
    List<Step> apply(Message message) {
        if (message.isAlarm()) {
            alarmMillis = Long.MAX_VALUE;
            adapter.onAlarm(message.timeMillis());
        } else {
            adapter.onCommand(
                    Message.SESSION,
                    message.timeMillis(),
                    message.command(),
                    0,
                    message.command().capacity());
            Violation.unless(
                    lastCorrelation == message.correlation(), "the answer is somebody else's");
        }
        List<Step> taken = List.copyOf(steps);
        steps.clear();
        return taken;
    }

    List<byte[]> snapshot() {
        List<byte[]> frames = new ArrayList<>();
        adapter.tell((buffer, offset, length) -> {
            byte[] frame = new byte[length];
            buffer.getBytes(offset, frame);
            frames.add(frame);
        });
        adapter.told();
        return frames;
    }

    /** The state that was heard, as it was handed on. */
    List<Event> stated() {
        return stated;
    }

    long stepHash() {
        return adapter.stepHash();
    }

    /** When the alarm is set to ring; {@link Long#MAX_VALUE} if it is not. */
    long alarmMillis() {
        return alarmMillis;
    }

    private void setAlarm(long timeMillis) {
        alarmMillis = timeMillis;
    }

    @Override
    public void step(
            long sequence,
            long timeMillis,
            long session,
            long correlation,
            DirectBuffer buffer,
            int length) {
        lastCorrelation = correlation;
        if (feed != null) {
            feed.step(sequence, timeMillis, session, correlation, buffer, length);
        }
        List<Event> decoded = new ArrayList<>();
        decode(buffer, 0, length, decoded);
        steps.add(new Step(sequence, timeMillis, decoded));
    }

    @Override
    public void stated(long sequence, DirectBuffer buffer, int offset, int length) {
        decode(buffer, offset, length, stated);
    }

    private void decode(DirectBuffer buffer, int offset, int length, List<Event> into) {
        int end = offset + length;
        int at = offset;
        while (at < end) {
            int size = buffer.getInt(at, ByteOrder.LITTLE_ENDIAN);
            into.add(events.event(buffer, at + EventPublisher.PREFIX));
            at += EventPublisher.PREFIX + size;
        }
    }
}
