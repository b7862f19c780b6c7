package evens.edge.rest;

import evens.edge.orders.OrderDesk;
import evens.model.Command;
import evens.model.Event;
import evens.model.Gateway;
import java.util.List;
import java.util.function.Consumer;

/** Brings a command into the log and its answer back to the event loop of the caller. */
public final class Submission {
    private Submission() {}

    /**
     * Calls {@code answer} with the events of the command's step, or answers why there are none.
     */
    public static void of(
            Gateway gateway, Call call, Command command, Consumer<List<Event>> answer) {
        gateway.submit(
                command,
                new Gateway.Reply() {
                    @Override
                    public void answered(long sequence, List<Event> events) {
                        call.onLoop(() -> {
                            call.sequence(sequence);
                            answer.accept(events);
                        });
                    }

                    @Override
                    public void refused(Gateway.Refusal refusal) {
                        call.onLoop(() -> call.fail(refusal));
                    }
                });
    }

    /**
     * The same for an operator's command that may carry {@code Idempotency-Key}: if it was executed
     * before under its key, the events are those of then.
     */
    public static void of(
            OrderDesk desk, Call call, Command command, Consumer<List<Event>> answer) {
        desk.submit(
                call.person().account(),
                command,
                call.idempotencyKey(),
                call.asked(),
                new CallAnswer(call, answer));
    }
}
