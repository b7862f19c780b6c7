package evens.cluster.log;

import evens.cluster.codec.CommandPublisher;
import evens.cluster.codec.EventAdapter;
import evens.cluster.codec.EventPublisher;
import evens.core.Exchange;
import evens.model.Command;
import evens.model.Event;
import evens.model.Step;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** The adapter with a core, as a log of one would drive it: no Aeron, no threads, no clock. */
final class Engine implements Alarm, StepSink {
    final LogAdapter adapter = new LogAdapter(new Exchange(1000), this, this);
    final List<Step> steps = new ArrayList<>();
    final List<Event> stated = new ArrayList<>();
    final List<Long> correlations = new ArrayList<>();
    private final CommandPublisher publisher = new CommandPublisher(1 << 20);
    private long alarmMillis = Long.MAX_VALUE;

    /** Puts the command into the log; the alarm rings before it if its time has come. */
    void command(Command command, long correlation, long timeMillis) {
        if (alarmMillis <= timeMillis) {
            long at = alarmMillis;
            alarmMillis = Long.MAX_VALUE;
            adapter.onAlarm(at);
        }
        commandWithoutAlarm(command, correlation, timeMillis);
    }

    void commandWithoutAlarm(Command command, long correlation, long timeMillis) {
        int length = publisher.publish(command, correlation);
        adapter.onCommand(1, timeMillis, publisher.buffer(), 0, length);
    }

    Event.HashesTold hashes(long timeMillis) {
        command(new Command.AskHashes(), 0, timeMillis);
        return (Event.HashesTold) steps.getLast().events().getFirst();
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

    /** An engine that goes on from the snapshot. */
    static Engine from(List<byte[]> frames) {
        Engine engine = new Engine();
        engine.hear(frames);
        return engine;
    }

    void hear(List<byte[]> frames) {
        Iterator<byte[]> left = frames.iterator();
        adapter.hear(sink -> {
            if (!left.hasNext()) {
                return false;
            }
            byte[] frame = left.next();
            sink.frame(new UnsafeBuffer(frame), 0, frame.length);
            return true;
        });
        adapter.onNewTerm();
    }

    @Override
    public void at(long timeMillis) {
        alarmMillis = timeMillis;
    }

    @Override
    public void step(
            long sequence,
            long timeMillis,
            long session,
            long correlation,
            DirectBuffer events,
            int length) {
        steps.add(new Step(sequence, timeMillis, read(events, 0, length)));
        correlations.add(correlation);
    }

    @Override
    public void stated(long sequence, DirectBuffer events, int offset, int length) {
        stated.addAll(read(events, offset, length));
    }

    private static List<Event> read(DirectBuffer buffer, int offset, int length) {
        EventAdapter adapter = new EventAdapter();
        List<Event> events = new ArrayList<>();
        for (int at = offset; at < offset + length; ) {
            int size = buffer.getInt(at, ByteOrder.LITTLE_ENDIAN);
            events.add(adapter.event(buffer, at + EventPublisher.PREFIX));
            at += EventPublisher.PREFIX + size;
        }
        return events;
    }
}
