package evens.edge.rest;

import evens.edge.orders.OrderDesk;
import evens.model.Event;
import evens.model.Gateway.Refusal;
import evens.model.Reject;
import java.util.List;
import java.util.function.Consumer;

/** Brings what became of a command to the event loop of its caller. */
final class CallAnswer implements OrderDesk.Answer {
    private final Call call;
    private final Consumer<List<Event>> then;

    /**
     * An answer to one call.
     *
     * @param then hears the events, unless the command was refused for the sake of its key
     */
    CallAnswer(Call call, Consumer<List<Event>> then) {
        this.call = call;
        this.then = then;
    }

    @Override
    public void executed(long sequence, List<Event> events) {
        call.onLoop(() -> {
            call.sequence(sequence);
            if (!events.isEmpty()
                    && events.getFirst() instanceof Event.Refused refused
                    && isAboutTheKey(refused.reject())) {
                call.fail(refused.reject());
            } else {
                then.accept(events);
            }
        });
    }

    private static boolean isAboutTheKey(Reject reject) {
        return reject == Reject.KEY_OF_ANOTHER_COMMAND || reject == Reject.TOO_MANY_KEYS;
    }

    @Override
    public void refused(Refusal refusal) {
        call.onLoop(() -> call.fail(refusal));
    }

    @Override
    public void forgotten(long sequence) {
        call.onLoop(() -> {
            call.sequence(sequence);
            call.fail(409, "executed before; what it led to is not kept any more");
        });
    }
}
