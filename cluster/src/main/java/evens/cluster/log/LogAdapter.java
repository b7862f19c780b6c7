package evens.cluster.log;

import evens.cluster.codec.CommandAdapter;
import evens.cluster.codec.EventAdapter;
import evens.cluster.codec.EventPublisher;
import evens.cluster.codec.Fold;
import evens.cluster.sbe.MessageHeaderDecoder;
import evens.cluster.sbe.MessageHeaderEncoder;
import evens.cluster.sbe.SnapshotBegunDecoder;
import evens.cluster.sbe.SnapshotBegunEncoder;
import evens.cluster.sbe.SnapshotEndedDecoder;
import evens.cluster.sbe.SnapshotEndedEncoder;
import evens.core.Exchange;
import java.nio.ByteOrder;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * From a message of the log to a step: decode, run what is due, apply, hand on the events. One
 * thread.
 *
 * <p>Three numbers are kept here and in every snapshot: the sequence, which is the number of the
 * last step; the log's time, which never goes back; and the step hash, folded from the bytes of
 * every event of every step, equal on all replicas at equal sequence.
 *
 * <p>A deadline that came due is a step of its own, before the command that came later. Nothing
 * else changes the state.
 *
 * <p>Whatever the exchange throws is a broken invariant: the step is not handed on, and nothing is
 * applied any more.
 */
public final class LogAdapter {
    /** Frames of a snapshot are about this long. */
    private static final int FRAME = 64 * 1024;

    private final Exchange exchange;
    private final Alarm alarm;
    private final StepSink steps;
    private final CommandAdapter commands = new CommandAdapter();
    private final EventAdapter eventAdapter = new EventAdapter();
    private final EventPublisher events = new EventPublisher();
    private final MessageHeaderEncoder headerEncoder = new MessageHeaderEncoder();
    private final MessageHeaderDecoder headerDecoder = new MessageHeaderDecoder();
    private final SnapshotBegunEncoder begunEncoder = new SnapshotBegunEncoder();
    private final SnapshotBegunDecoder begun = new SnapshotBegunDecoder();
    private final SnapshotEndedEncoder endedEncoder = new SnapshotEndedEncoder();
    private final SnapshotEndedDecoder ended = new SnapshotEndedDecoder();
    private final UnsafeBuffer frame = new UnsafeBuffer(new byte[256]);

    private long sequence;
    private long timeMillis;
    private long alarmAtMillis = Long.MAX_VALUE;
    private int rulesOfState = Exchange.RULES;
    private boolean live;
    private boolean broken;

    /**
     * @param exchange new, as nothing has happened to it
     */
    public LogAdapter(Exchange exchange, Alarm alarm, StepSink steps) {
        this.exchange = exchange;
        this.alarm = alarm;
        this.steps = steps;
    }

    /** The number of the last step, 0 before the first. */
    public long sequence() {
        return sequence;
    }

    /** The log's time, milliseconds since 1970 UTC. */
    public long timeMillis() {
        return timeMillis;
    }

    /** The hash of every event so far. */
    public long stepHash() {
        return events.hash();
    }

    /** True if the state was told by other rules and no snapshot by ours has been taken since. */
    public boolean hasForeignRules() {
        return rulesOfState != Exchange.RULES;
    }

    /** What was written before is replayed; from now on messages are new. */
    public void live() {
        live = true;
    }

    /**
     * A command came out of the log.
     *
     * @param session who sent it
     * @param timeMillis the log's time, milliseconds since 1970 UTC
     * @throws IllegalStateException if an invariant is broken, with a sentence that names the step
     */
    public void onCommand(
            long session, long timeMillis, DirectBuffer buffer, int offset, int length) {
        requireOwnRules();
        advance(timeMillis);
        begin();
        long correlation;
        try {
            commands.wrap(buffer, offset, length);
            correlation = commands.correlation();
            if (commands.asksHashes()) {
                long stepHash = events.hash();
                events.hashesTold(stateHash(), stepHash);
            } else {
                commands.apply(exchange, this.timeMillis, events);
            }
        } catch (RuntimeException e) {
            throw broken(e);
        }
        steps.step(
                sequence, this.timeMillis, session, correlation, events.buffer(), events.length());
        setAlarm();
    }

    /** The alarm rang. If nothing is due, nothing happens. */
    public void onAlarm(long timeMillis) {
        alarmAtMillis = Long.MAX_VALUE;
        if (hasForeignRules()) { // it is set again when a snapshot by our rules has been taken
            if (!live && exchange.nextDeadline() <= timeMillis) {
                requireOwnRules();
            }
            return;
        }
        advance(timeMillis);
        setAlarm();
    }

    private void advance(long now) {
        if (broken) {
            throw new IllegalStateException("step " + sequence + " broke an invariant before");
        }
        long due = exchange.nextDeadline(now);
        while (due <= now) {
            timeMillis = Math.max(timeMillis, due);
            begin();
            try {
                exchange.runNextDeadline(now, timeMillis, events);
            } catch (RuntimeException e) {
                throw broken(e);
            }
            steps.step(
                    sequence,
                    timeMillis,
                    StepSink.NO_SESSION,
                    StepSink.NO_CORRELATION,
                    events.buffer(),
                    events.length());
            due = exchange.nextDeadline(now);
        }
        timeMillis = Math.max(timeMillis, now);
    }

    private void begin() {
        sequence++;
        events.clear();
        exchange.begin(sequence);
    }

    /** An alarm that rings too early is harmless, so only an earlier one has to be set. */
    private void setAlarm() {
        long next = exchange.nextDeadline();
        if (next < alarmAtMillis) {
            alarm.at(next);
            alarmAtMillis = next;
        }
    }

    private void requireOwnRules() {
        if (!hasForeignRules()) {
            return;
        }
        if (live) {
            throw new IllegalStateException(
                    "A command came before the first snapshot by rules " + Exchange.RULES + ".");
        }
        throw new IllegalStateException(
                ("The log goes on after its snapshot at step %d, which was made by rules %d; this"
                                + " version has rules %d. Start the version that made it once, stop"
                                + " it cleanly, and start this one again.")
                        .formatted(sequence, rulesOfState, Exchange.RULES));
    }

    private IllegalStateException broken(RuntimeException cause) {
        broken = true;
        return new IllegalStateException(
                "Step " + sequence + " broke an invariant: " + cause.getMessage(), cause);
    }

    /** The hash of the state told; nothing that leaves the state as it is changes it. */
    private long stateHash() {
        EventPublisher told = new EventPublisher(FRAME, (_, _, _) -> {});
        exchange.tell(told);
        return told.hash();
    }

    /**
     * Tells everything, so that {@link #hear} of another adapter goes on from here. May be called
     * between any two messages.
     */
    public void tell(SnapshotSink sink) {
        begunEncoder
                .wrapAndApplyHeader(frame, EventPublisher.PREFIX, headerEncoder)
                .sequence(sequence)
                .timeMillis(timeMillis)
                .stepHash(events.hash())
                .rules(live ? Exchange.RULES : rulesOfState);
        send(sink, begunEncoder.limit());
        EventPublisher told = new EventPublisher(FRAME, sink::frame);
        exchange.tell(told);
        told.flush();
        endedEncoder
                .wrapAndApplyHeader(frame, EventPublisher.PREFIX, headerEncoder)
                .events(told.count())
                .stateHash(told.hash());
        send(sink, endedEncoder.limit());
    }

    /**
     * The snapshot was told to its end: the state is of our rules from here on. While the log is
     * replayed it is not, for the steps that follow were made by the rules of its beginning.
     */
    public void told() {
        if (live) {
            rulesOfState = Exchange.RULES;
        }
        if (!hasForeignRules()) {
            setAlarm();
        }
    }

    /** Sets the alarm where it may have been lost: a new term of the log has begun. */
    public void onNewTerm() {
        if (!hasForeignRules()) {
            alarmAtMillis = Long.MAX_VALUE;
            setAlarm();
        }
    }

    private void send(SnapshotSink sink, int limit) {
        frame.putInt(0, limit - EventPublisher.PREFIX, ByteOrder.LITTLE_ENDIAN);
        sink.frame(frame, 0, limit);
    }

    /**
     * Hears what {@link #tell} told, before the first message.
     *
     * @throws IllegalStateException if it is cut short, damaged or contradicts itself
     */
    public void hear(SnapshotSource source) {
        Hearing hearing = new Hearing();
        while (!hearing.isOver && source.poll(hearing)) {}
        if (!hearing.isOver) {
            throw new IllegalStateException(
                    hearing.isBegun
                            ? "The snapshot at step " + sequence + " is cut short."
                            : "The snapshot is empty.");
        }
        try {
            exchange.heard();
        } catch (RuntimeException e) {
            throw new IllegalStateException(
                    "The snapshot at step " + sequence + " contradicts itself: " + e.getMessage(),
                    e);
        }
    }

    /** One snapshot being heard. */
    private final class Hearing implements SnapshotSink {
        private boolean isBegun;
        private boolean isOver;
        private long hash = Fold.NOTHING;
        private long count;

        @Override
        public void frame(DirectBuffer buffer, int offset, int length) {
            int end = offset + length;
            int statedFrom = offset;
            for (int at = offset; at < end && !isOver; ) {
                int size = buffer.getInt(at, ByteOrder.LITTLE_ENDIAN);
                int body = at + EventPublisher.PREFIX;
                headerDecoder.wrap(buffer, body);
                switch (headerDecoder.templateId()) {
                    case SnapshotBegunDecoder.TEMPLATE_ID -> {
                        begin(buffer, body);
                        statedFrom = body + size;
                    }
                    case SnapshotEndedDecoder.TEMPLATE_ID -> {
                        state(buffer, statedFrom, at - statedFrom);
                        statedFrom = end;
                        end(buffer, body);
                    }
                    default -> {
                        exchange.hear(eventAdapter.event(buffer, body));
                        hash = Fold.bytes(hash, buffer, body, size);
                        count++;
                    }
                }
                at = body + size;
            }
            state(buffer, statedFrom, end - statedFrom);
        }

        private void begin(DirectBuffer buffer, int body) {
            begun.wrapAndApplyHeader(buffer, body, headerDecoder);
            isBegun = true;
            sequence = begun.sequence();
            timeMillis = begun.timeMillis();
            events.hash(begun.stepHash());
            rulesOfState = begun.rules();
        }

        private void state(DirectBuffer buffer, int offset, int length) {
            if (length > 0) {
                steps.stated(sequence, buffer, offset, length);
            }
        }

        private void end(DirectBuffer buffer, int body) {
            ended.wrapAndApplyHeader(buffer, body, headerDecoder);
            if (ended.events() != count || ended.stateHash() != hash) {
                throw new IllegalStateException(
                        "The snapshot at step " + sequence + " is damaged: its hash differs.");
            }
            isOver = true;
        }
    }
}
