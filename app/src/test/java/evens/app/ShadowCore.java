package evens.app;

import static org.assertj.core.api.Assertions.assertThat;

import evens.cluster.codec.EventAdapter;
import evens.cluster.codec.EventPublisher;
import evens.core.Exchange;
import evens.model.Command;
import evens.model.Ending;
import evens.model.Event;
import evens.model.Event.OrderCancelled;
import evens.model.Event.OrderDelayed;
import evens.model.Step;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.agrona.DirectBuffer;

/**
 * A second core that goes the way of the first, step by step, and tells its state wherever it
 * stands. It has the commands from where they went into the log and the times from the recorded
 * feed; what it does itself must be what was recorded.
 */
final class ShadowCore {
    /** A live delay is cancelled when it is run later than this after its end. */
    private static final long LATE_MILLIS = 1_001;

    private final Exchange exchange;
    private final RecordedCommands commands;
    private final EventPublisher out = new EventPublisher();
    private final EventAdapter events = new EventAdapter();
    private final Map<Long, Long> delayedUntilMillis = new HashMap<>();
    private long sequence;

    /** Before the first step. */
    ShadowCore(RecordedCommands commands, int rememberedOrders) {
        this.commands = commands;
        this.exchange = new Exchange(rememberedOrders);
    }

    /** The next step: the command that was executed in it, or what was due. */
    void follow(Step recorded) {
        sequence++;
        assertThat(recorded.sequence()).as("no step is left out").isEqualTo(sequence);
        long timeMillis = recorded.timeMillis();
        Command command = commands.of(sequence);
        out.clear();
        exchange.begin(sequence);
        if (command == null) {
            exchange.runNextDeadline(nowMillis(recorded), timeMillis, out);
        } else {
            exchange.apply(command, timeMillis, out);
        }
        if (!(command instanceof Command.AskHashes)) { // answered before the core hears of it
            assertThat(written()).as("step %d, %s", sequence, command).isEqualTo(recorded.events());
        }
        recorded.events().forEach(this::remember);
    }

    /**
     * How late it was when something was run that was due. The log's time of the step says so,
     * unless it was late for the end of a live delay.
     */
    private long nowMillis(Step recorded) {
        Event first = recorded.events().getFirst();
        Long until =
                first instanceof OrderCancelled over && over.ending() == Ending.EXPIRED
                        ? delayedUntilMillis.get(over.order())
                        : null;
        return until == null
                ? recorded.timeMillis()
                : Math.max(recorded.timeMillis(), until + LATE_MILLIS);
    }

    private void remember(Event event) {
        if (event instanceof OrderDelayed delayed) {
            delayedUntilMillis.put(delayed.order(), delayed.untilMillis());
        }
    }

    /** The state as it is now, told as events. */
    List<Event> told() {
        out.clear();
        exchange.tell(out);
        return written();
    }

    private List<Event> written() {
        DirectBuffer buffer = out.buffer();
        List<Event> all = new ArrayList<>();
        for (int at = 0; at < out.length(); ) {
            int size = buffer.getInt(at, ByteOrder.LITTLE_ENDIAN);
            all.add(events.event(buffer, at + EventPublisher.PREFIX));
            at += EventPublisher.PREFIX + size;
        }
        return all;
    }
}
