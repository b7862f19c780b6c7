package evens.sim;

import evens.cluster.codec.CommandPublisher;
import evens.cluster.log.StepSink;
import evens.model.Command;
import evens.model.Event;
import evens.model.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Does what it is told to the real exchange and to the twin, and compares all that happens; in some
 * seeds with what the projector makes of it too.
 */
final class Run implements AutoCloseable {
    private static final long NEVER = Long.MAX_VALUE;
    private static final int LARGEST_COMMAND = 1 << 20;

    private final int remembered;
    private final @Nullable Projection projection;
    private final Twin twin;
    private final Invariants invariants = new Invariants();
    private final CommandPublisher publisher = new CommandPublisher(LARGEST_COMMAND);
    private final List<Message> log = new ArrayList<>();
    private final List<Step> tail = new ArrayList<>();
    private Node node;
    private List<byte[]> snapshot;
    private int snapshotAt;
    private long sent;

    Run(int rememberedClosedOrders, @Nullable Projection projection) {
        remembered = rememberedClosedOrders;
        this.projection = projection;
        twin = new Twin(remembered);
        node = new Node(remembered, sink());
        snapshot = node.snapshot();
    }

    private @Nullable StepSink sink() {
        return projection == null ? null : projection.sink();
    }

    /** Does it, and answers what happened. */
    List<Step> perform(Action action) {
        try {
            return switch (action) {
                case Action.Send send -> send(send.command(), send.timeMillis());
                case Action.Ring ring -> append(null, ring.timeMillis());
                case Action.Snapshot _ -> {
                    takeSnapshot();
                    yield List.of();
                }
                case Action.Crash _ -> {
                    if (projection != null) {
                        projection.crash();
                    }
                    node = replay(snapshot, snapshotAt, tail);
                    node.lead();
                    checkAlarm();
                    yield List.of();
                }
                case Action.Project project -> {
                    if (projection != null) {
                        projection.perform(project.deed(), twin);
                    }
                    yield List.of();
                }
                case Action.CutSnapshot _ -> {
                    offerCutSnapshot();
                    yield List.of();
                }
            };
        } catch (Violation violation) {
            throw violation;
        } catch (RuntimeException e) {
            throw new Violation("the exchange broke: " + e.getMessage(), e);
        }
    }

    /** When the exchange wants to be woken. */
    long alarmMillis() {
        return node.alarmMillis();
    }

    private List<Step> send(Command command, long timeMillis) {
        if (!(command instanceof Command.AskHashes)) {
            return append(command, timeMillis);
        }
        long stepHash = node.stepHash();
        List<Step> steps = append(command, timeMillis);
        if (steps.size() == 1) {
            Event answer = steps.get(0).events().get(0);
            boolean isOurs = answer instanceof Event.HashesTold told && told.stepHash() == stepHash;
            Violation.unless(isOurs, "the step hash told is not the step hash: " + answer);
        }
        return steps;
    }

    private List<Step> append(@Nullable Command command, long timeMillis) {
        Message message = new Message(timeMillis, ++sent, encoded(command));
        log.add(message);
        List<Step> steps = node.apply(message);
        compare(steps, twin.steps(command, timeMillis), command instanceof Command.AskHashes);
        for (int i = 0; i < steps.size(); i++) {
            boolean isCommands = command != null && i == steps.size() - 1;
            invariants.check(isCommands ? command : null, steps.get(i));
        }
        tail.addAll(steps);
        checkAlarm();
        return steps;
    }

    private void checkAlarm() {
        long due = twin.nextDueMillis();
        Violation.unless(
                due == NEVER || node.alarmMillis() <= due,
                "nothing will wake the exchange at " + due);
    }

    private DirectBuffer encoded(@Nullable Command command) {
        if (command == null) {
            return new UnsafeBuffer(new byte[0]);
        }
        byte[] bytes = new byte[publisher.publish(command, sent)];
        publisher.buffer().getBytes(0, bytes);
        return new UnsafeBuffer(bytes);
    }

    private static void compare(List<Step> real, List<Step> expected, boolean tellsHashes) {
        for (int i = 0; i < Math.max(real.size(), expected.size()); i++) {
            Step happened = i < real.size() ? real.get(i) : null;
            Step should = i < expected.size() ? expected.get(i) : null;
            boolean guessed = tellsHashes && i == expected.size() - 1;
            if (happened == null || should == null || !(guessed || happened.equals(should))) {
                throw new Violation(
                        "the exchange said\n  %s\nthe twin says\n  %s"
                                .formatted(told(happened), told(should)));
            }
        }
    }

    private static String told(@Nullable Step step) {
        if (step == null) {
            return "nothing";
        }
        StringBuilder text = new StringBuilder("step " + step.sequence());
        step.events().forEach(event -> text.append("\n  ").append(event));
        return text.toString();
    }

    private void takeSnapshot() {
        if (projection != null) {
            projection.sync();
        }
        snapshot = node.snapshot();
        snapshotAt = log.size();
        tail.clear();
        List<Event> told = Node.restored(remembered, snapshot, null).stated();
        List<Event> expected = twin.state();
        for (int i = 0; i < Math.max(told.size(), expected.size()); i++) {
            Object is = i < told.size() ? told.get(i) : "nothing";
            Object should = i < expected.size() ? expected.get(i) : "nothing";
            Violation.unless(
                    is.equals(should),
                    "the state tells\n  %s\nthe twin has\n  %s".formatted(is, should));
        }
    }

    /** Another process hears a snapshot and replays the log after it: it must come to the same. */
    private Node replay(List<byte[]> from, int position, List<Step> expected) {
        Node other = Node.restored(remembered, from, sink());
        List<Step> again = new ArrayList<>();
        for (Message message : log.subList(position, log.size())) {
            again.addAll(other.apply(message));
        }
        compare(again, expected, false);
        Violation.unless(other.stepHash() == node.stepHash(), "a replay ends at another step hash");
        return other;
    }

    private void offerCutSnapshot() {
        if (snapshot.size() < 2) {
            return;
        }
        try {
            Node unused = Node.restored(remembered, snapshot.subList(0, snapshot.size() - 1), null);
            throw new Violation("a snapshot without its end was taken: " + unused.stepHash());
        } catch (IllegalStateException refused) {
            // as it must be
        }
    }

    /** At the end, everything again from the first message on, and the state compared. */
    void finish() {
        Node other = new Node(remembered);
        log.forEach(other::apply);
        Violation.unless(
                other.stepHash() == node.stepHash(), "a replay from nothing ends differently");
        takeSnapshot();
        List<byte[]> told = other.snapshot();
        boolean same = told.size() == snapshot.size();
        for (int i = 0; same && i < told.size(); i++) {
            same = Arrays.equals(told.get(i), snapshot.get(i));
        }
        Violation.unless(same, "a replay from nothing tells another state");
        if (projection != null) {
            projection.finish(twin);
        }
    }

    @Override
    public void close() {
        if (projection != null) {
            projection.close();
        }
    }
}
