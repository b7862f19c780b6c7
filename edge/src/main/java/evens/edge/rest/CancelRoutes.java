package evens.edge.rest;

import evens.edge.view.GameRow;
import evens.edge.wire.CancelShape;
import evens.edge.wire.OrderReader;
import evens.edge.wire.Problem;
import evens.model.Command;
import evens.model.Event;
import evens.model.Ids;
import evens.model.Reject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Cancelling orders by name: one, a list, those with a reference. */
final class CancelRoutes {
    private static final int MAX_CANCELS = 10_000;
    private static final int MAX_REFERENCES = 1_000;

    private final OrderCalls orders;

    CancelRoutes(OrderCalls orders) {
        this.orders = orders;
    }

    List<Route> routes() {
        return List.of(
                Route.cancel("/session/cancel", this::cancel).keyed(),
                Route.cancel("/session/cancelMultiple", this::cancelMultiple).keyed(),
                Route.cancel("/session/cancelByReference", this::cancelByReference).keyed());
    }

    private void cancel(Call call) {
        JsonNode id = call.field("sessionID");
        if (id == null || !isId(id)) {
            call.fail(400, "sessionID must be 24 hex digits");
            return;
        }
        long order = Ids.ORDER.number(id.stringValue());
        orders.submit(
                call,
                new Command.CancelOrders(call.person().account(), List.of(order)),
                events -> {
                    if (events.getFirst() instanceof Event.CancelRefused refused) {
                        call.fail(Problem.status(refused.reject()), text(refused, id));
                        return;
                    }
                    Map<Long, GameRow> games = orders.games(events);
                    call.data(out -> CancelShape.write(events.getFirst(), games, out));
                });
    }

    private static String text(Event.CancelRefused refused, JsonNode id) {
        String text = Problem.text(refused.reject());
        return refused.reject() == Reject.ORDER_NOT_FOUND
                ? text + ": " + id.stringValue().toLowerCase(Locale.ROOT)
                : text;
    }

    private void cancelMultiple(Call call) {
        JsonNode ids = call.field("sessionIDs");
        if (ids == null || !ids.isArray()) {
            call.bad("sessionIDs must be an array");
            return;
        }
        if (ids.size() > MAX_CANCELS) {
            call.bad("sessionIDs must have at most " + MAX_CANCELS + " elements");
            return;
        }
        List<Long> wanted = new ArrayList<>(ids.size());
        for (JsonNode id : ids) {
            if (!isId(id)) {
                call.bad("sessionIDs[" + wanted.size() + "] must be 24 hex digits");
                return;
            }
            wanted.add(Ids.ORDER.number(id.stringValue()));
        }
        CancelAnswer.submit(
                orders, call, new Command.CancelOrders(call.person().account(), wanted));
    }

    private void cancelByReference(Call call) {
        JsonNode game = call.field("gameID");
        JsonNode references = call.field("userReferences");
        if (game == null || !isId(game)) {
            call.bad("gameID must be 24 hex digits");
            return;
        }
        if (references == null || !references.isArray()) {
            call.bad("userReferences must be an array");
            return;
        }
        if (references.size() > MAX_REFERENCES) {
            call.bad("userReferences must have at most " + MAX_REFERENCES + " elements");
            return;
        }
        List<String> wanted = new ArrayList<>(references.size());
        for (JsonNode reference : references) {
            if (!reference.isString() || !OrderReader.isReference(reference.stringValue())) {
                call.bad(
                        "userReferences[%d] must be a string of at most 128 characters"
                                .formatted(wanted.size()));
                return;
            }
            wanted.add(reference.stringValue());
        }
        CancelAnswer.submit(
                orders,
                call,
                new Command.CancelByReference(
                        call.person().account(), Ids.GAME.number(game.stringValue()), wanted));
    }

    private static boolean isId(JsonNode id) {
        return id.isString() && Ids.isWellFormed(id.stringValue());
    }
}
