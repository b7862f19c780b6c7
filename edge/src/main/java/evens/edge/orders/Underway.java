package evens.edge.orders;

import evens.edge.orders.Task.Told;
import evens.edge.wire.Problem;
import evens.edge.wire.SocketAnswer;
import evens.edge.wire.SocketAnswer.Done;
import evens.edge.wire.SocketAnswer.Failed;
import evens.edge.wire.SocketAnswer.Truth;
import evens.edge.wire.SocketCancelShape;
import evens.model.Event;
import evens.model.Gateway.Refusal;
import evens.model.Reject;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One message of an orders socket on its way to one answer. */
final class Underway implements OrderDesk.Answer {
    private static final Logger LOG = LoggerFactory.getLogger(Underway.class);
    private static final String SYSTEM = "system_error";
    private static final String FORGOTTEN = "executed before; what it led to is not kept any more";

    private final OrdersConnection connection;
    private final String requestID;
    private final SocketOperation operation;
    private final Task task;

    Underway(OrdersConnection connection, String requestID, SocketOperation operation, Task task) {
        this.connection = connection;
        this.requestID = requestID;
        this.operation = operation;
        this.task = task;
    }

    /** Answers a message that asks for nothing. */
    void nothingToDo() {
        connection.inbox().add(() -> say(() -> tell(connection.sockets().sequence(), List.of())));
    }

    @Override
    public void executed(long sequence, List<Event> events) {
        connection
                .inbox()
                .add(() -> {
                    connection.ended(operation, task);
                    say(() -> tell(sequence, events));
                });
    }

    @Override
    public void refused(Refusal refusal) {
        connection
                .inbox()
                .add(() -> {
                    connection.ended(operation, task);
                    say(() -> failed(refusal));
                });
    }

    @Override
    public void forgotten(long sequence) {
        connection
                .inbox()
                .add(() -> {
                    connection.ended(operation, task);
                    say(() -> failed(FORGOTTEN, SYSTEM));
                });
    }

    /** A defect is told, so that nobody waits for ever. */
    private void say(Supplier<SocketAnswer> answer) {
        SocketAnswer said;
        try {
            said = answer.get();
        } catch (RuntimeException defect) {
            LOG.error("the answer to {} failed", task.command(), defect);
            said = failed("internal error", SYSTEM);
        }
        connection.say(said);
    }

    private SocketAnswer tell(long sequence, List<Event> events) {
        if (!events.isEmpty() && events.getFirst() instanceof Event.Refused refused) {
            return failed(refused.reject());
        }
        Truth truth = new Truth(sequence, epoch(events));
        return switch (task.telling().apply(events)) {
            case Told.Rows all -> new Done(requestID, true, all.rows(), truth);
            case Told.One one -> new Done(requestID, false, List.of(one.row()), truth);
            case Told.Refused refused -> failed(refused.reject());
        };
    }

    private Failed failed(Reject reject) {
        return failed(SocketCancelShape.text(reject), Problem.ofOrder(reject).errorType());
    }

    private Failed failed(Refusal refusal) {
        String failure = operation.failure();
        if (failure != null) {
            return failed(failure, SYSTEM);
        }
        return switch (refusal) {
            case TOO_LARGE ->
                    failed("the message is larger than the log takes", "validation_error");
            case OVERLOADED -> failed("overloaded: not executed", SYSTEM);
            case NOT_EXECUTED -> failed("not executed", SYSTEM);
        };
    }

    /** Only placements have classes of errors. */
    private Failed failed(String error, String type) {
        return new Failed(requestID, error, operation.places() ? type : null);
    }

    /** The epoch that the command led to or, if it raised none, the one of now. */
    private long epoch(List<Event> events) {
        for (Event event : events) {
            if (event instanceof Event.EpochRaised raised) {
                return raised.epoch();
            }
        }
        return connection.sockets().epoch(connection.account());
    }
}
