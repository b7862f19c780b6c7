package evens.edge.orders;

import evens.edge.orders.SocketOperation.Sent;
import evens.edge.orders.Task.Told;
import evens.edge.view.GameRow;
import evens.edge.view.View;
import evens.edge.wire.ScopeReader;
import evens.edge.wire.SocketCancelShape;
import evens.model.Command;
import evens.model.Event;
import evens.model.Event.CancelRefused;
import evens.model.Event.OrderCancelled;
import evens.model.Ids;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code cancelById}, {@code cancelMultiple}, {@code cancelAllByGame} and {@code cancelAll}: each
 * is one command and one step.
 */
final class CancelMessages {
    private static final int MAX_CANCELS = 10_000;

    private final View view;

    CancelMessages(View view) {
        this.view = view;
    }

    Task one(ObjectNode fields, Sent sent) throws BadMessage {
        String id = SocketFields.order(fields.path("orderID"));
        return Task.of(
                new Command.CancelOrders(sent.account(), List.of(Ids.ORDER.number(id))),
                SocketFields.key(fields),
                events ->
                        events.getFirst() instanceof CancelRefused refused
                                ? new Told.Refused(refused.reject())
                                : rows(events, List.of(id)));
    }

    Task several(ObjectNode fields, Sent sent) throws BadMessage {
        JsonNode asked = fields.path("orderIDs");
        if (!asked.isArray()) {
            throw new BadMessage("orderIDs must be an array");
        }
        if (asked.size() > MAX_CANCELS) {
            throw new BadMessage("orderIDs must have at most " + MAX_CANCELS + " elements");
        }
        List<String> ids = new ArrayList<>(asked.size());
        List<Long> orders = new ArrayList<>(asked.size());
        for (JsonNode each : asked) {
            String id = SocketFields.order(each);
            ids.add(id);
            orders.add(Ids.ORDER.number(id));
        }
        return Task.of(
                new Command.CancelOrders(sent.account(), orders),
                SocketFields.key(fields),
                events -> rows(events, ids));
    }

    Task ofGame(ObjectNode fields, Sent sent) throws BadMessage {
        JsonNode id = fields.path("gameID");
        if (!id.isString() || !Ids.isWellFormed(id.stringValue())) {
            throw new BadMessage("game not found");
        }
        ScopeReader.Read read = ScopeReader.read(fields);
        if (read.error() != null) {
            throw new BadMessage(read.error());
        }
        long game = Ids.GAME.number(id.stringValue());
        return Task.of(
                new Command.CancelOrdersOfGame(sent.account(), game, read.scope()),
                SocketFields.key(fields),
                events -> rows(events, List.of()));
    }

    Task all(ObjectNode fields, Sent sent) throws BadMessage {
        JsonNode mode = fields.path("mode");
        boolean absent = mode.isMissingNode() || mode.isNull();
        if (!absent && !(mode.isString() && mode.stringValue().equals("latch"))) {
            throw new BadMessage("mode must be latch");
        }
        return Task.of(
                new Command.CancelAllOrders(sent.account(), !absent, sent.connection()),
                SocketFields.key(fields),
                events -> rows(events, List.of()));
    }

    /**
     * One row for each order.
     *
     * @param asked ids in the order of the events, where they were asked for one by one
     */
    private Told rows(List<Event> events, List<String> asked) {
        List<Long> touched = new ArrayList<>();
        for (Event event : events) {
            if (event instanceof OrderCancelled cancelled) {
                touched.add(cancelled.game());
            }
        }
        Map<Long, GameRow> games = view.gamesById(touched.stream().distinct().toList());
        List<Consumer<JsonGenerator>> rows = new ArrayList<>(events.size());
        for (Event event : events) {
            if (event instanceof OrderCancelled cancelled) {
                rows.add(out -> SocketCancelShape.write(cancelled, games, out));
            } else if (event instanceof CancelRefused refused) {
                String id = asked.get(rows.size());
                rows.add(out -> SocketCancelShape.writeFailure(id, refused.reject(), out));
            }
        }
        return new Told.Rows(rows);
    }
}
