package evens.edge.rest;

import evens.edge.orders.OrderDesk;
import evens.edge.view.GameRow;
import evens.edge.view.View;
import evens.model.Command;
import evens.model.Command.Stamp;
import evens.model.Event;
import evens.model.Gateway;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Brings what is asked of an account's orders to the desk, and what became of it back. */
final class OrderCalls {
    private final OrderDesk desk;
    private final View view;

    OrderCalls(OrderDesk desk, View view) {
        this.desk = desk;
        this.view = view;
    }

    /**
     * Calls {@code answer} with the events that the command led to, or answers why there are none.
     */
    void submit(Call call, Command command, Consumer<List<Event>> answer) {
        desk.submit(
                command,
                call.idempotencyKey(),
                new Gateway.Sender(),
                new CallAnswer(
                        call,
                        events -> {
                            long epoch = view.epoch(call.person().account());
                            call.header("X-Account-Epoch", Long.toString(epoch));
                            answer.accept(events);
                        }));
    }

    /**
     * When the request was read, as far as kills are concerned: what it says itself, but no later
     * than it came. Null if it was answered that it says nothing sensible.
     */
    @Nullable Stamp stamp(Call call) {
        JsonNode said = call.field("epoch");
        if (said == null) {
            return new Stamp(call.epoch(), Stamp.NO_CONNECTION);
        }
        if (!said.isIntegralNumber() || !said.canConvertToLong() || said.longValue() < 0) {
            call.bad("epoch must be an integer of at least 0");
            return null;
        }
        return new Stamp(Math.min(said.longValue(), call.epoch()), Stamp.NO_CONNECTION);
    }

    /** The games of the orders that these events are about. */
    Map<Long, GameRow> games(List<Event> events) {
        List<Long> ids = new ArrayList<>();
        for (Event event : events) {
            switch (event) {
                case Event.OrderPlaced placed -> ids.add(placed.game());
                case Event.OrderCancelled cancelled -> ids.add(cancelled.game());
                case Event.OrderResumed resumed -> ids.add(resumed.game());
                default -> {}
            }
        }
        return view.gamesById(ids);
    }
}
