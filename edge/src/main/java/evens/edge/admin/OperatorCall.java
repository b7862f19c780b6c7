package evens.edge.admin;

import evens.edge.rest.Call;
import evens.model.Event;
import java.util.function.Consumer;

/** A request of an operator, whose fields may be refused while they are read. */
interface OperatorCall {
    void handle(Call call) throws Fields.Refused;

    /** A handler that answers a refused field with 400. */
    static Consumer<Call> of(OperatorCall operation) {
        return Fields.answering(operation::handle);
    }

    /** Answers with the reject of an event that is not what was asked for. */
    static void fail(Call call, Event event) {
        if (event instanceof Event.Refused refused) {
            call.fail(refused.reject());
        } else {
            throw new IllegalStateException("unexpected: " + event);
        }
    }
}
