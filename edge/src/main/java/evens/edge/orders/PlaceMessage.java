package evens.edge.orders;

import evens.edge.orders.SocketOperation.Sent;
import evens.edge.orders.Task.Told;
import evens.edge.view.AccountRow;
import evens.edge.view.GameRow;
import evens.edge.view.View;
import evens.edge.wire.AnyCase;
import evens.edge.wire.OrderReader;
import evens.edge.wire.PlaceShape;
import evens.edge.wire.Problem;
import evens.edge.wire.SocketPlaceShape;
import evens.model.Command;
import evens.model.Command.NewOrder;
import evens.model.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code placeV3}: every element of the batch gets its own answer, in its place. */
final class PlaceMessage {
    private static final int MAX_ORDERS = 1_000;

    private final View view;

    PlaceMessage(View view) {
        this.view = view;
    }

    Task read(ObjectNode fields, Sent sent) throws BadMessage {
        JsonNode elements = fields.path("orders");
        if (!elements.isArray()) {
            throw new BadMessage("orders must be an array");
        }
        if (elements.size() > MAX_ORDERS) {
            throw new BadMessage("orders must have at most " + MAX_ORDERS + " elements");
        }
        String key = SocketFields.key(fields);
        Command.Stamp stamp = SocketFields.stamp(fields, sent);
        List<NewOrder> orders = new ArrayList<>(elements.size());
        @Nullable PlaceShape[] results = new PlaceShape[elements.size()];
        for (int i = 0; i < results.length; i++) {
            OrderReader.Read read = order(elements.get(i));
            if (read.order() != null) {
                orders.add(read.order());
            } else {
                String error = Objects.requireNonNullElse(read.error(), "invalid order");
                results[i] = new PlaceShape.Failed(Problem.OfOrder.invalid(error));
            }
        }
        return new Task(
                orders.isEmpty() ? null : new Command.PlaceOrders(sent.account(), stamp, orders),
                key,
                orders.size(),
                events -> tell(sent.account(), results, events, orders));
    }

    private static OrderReader.Read order(JsonNode element) {
        if (!(element instanceof ObjectNode object)) {
            return OrderReader.read(element);
        }
        AnyCase.Read read = AnyCase.read(object);
        return read.error() == null
                ? OrderReader.read(read.fields())
                : new OrderReader.Read(null, read.error());
    }

    /** Puts the results of the orders that were executed between those that were not. */
    private Told tell(
            long account,
            @Nullable PlaceShape[] results,
            List<Event> events,
            List<NewOrder> orders) {
        PlaceShape[] executed = PlaceShape.sort(events, orders.size());
        Map<Long, GameRow> games = view.gamesById(orders.stream().map(NewOrder::game).toList());
        AccountRow row = Objects.requireNonNull(view.account(account));
        List<Consumer<JsonGenerator>> rows = new ArrayList<>(results.length);
        int next = 0;
        for (PlaceShape result : results) {
            PlaceShape shape = result == null ? executed[next++] : result;
            rows.add(out -> SocketPlaceShape.write(shape, games, row, out));
        }
        return new Told.Rows(rows);
    }
}
