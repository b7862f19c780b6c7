package evens.edge.rest;

import evens.edge.rest.Route.Needs;
import evens.edge.view.GameRow;
import evens.edge.wire.OrderReader;
import evens.edge.wire.PlaceShape;
import evens.edge.wire.Problem;
import evens.model.Command;
import evens.model.Command.NewOrder;
import evens.model.Command.Stamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Placing orders, in batches. */
final class PlaceRoutes {
    private static final int MAX_ORDERS = 1_000;

    private final OrderCalls orders;

    PlaceRoutes(OrderCalls orders) {
        this.orders = orders;
    }

    List<Route> routes() {
        return List.of(
                Route.post("/session/v3/place", Needs.TRADE, this::place).keyed(),
                Route.post("/session/v2/place", Needs.TRADE, this::place).keyed());
    }

    private void place(Call call) {
        JsonNode elements = call.field("orders");
        if (elements == null || !elements.isArray()) {
            call.bad("orders must be an array");
            return;
        }
        if (elements.size() > MAX_ORDERS) {
            call.bad("orders must have at most " + MAX_ORDERS + " elements");
            return;
        }
        Stamp stamp = orders.stamp(call);
        if (stamp == null) {
            return;
        }
        List<NewOrder> valid = new ArrayList<>(elements.size());
        @Nullable PlaceShape[] results = new PlaceShape[elements.size()];
        for (int i = 0; i < results.length; i++) {
            OrderReader.Read read = OrderReader.read(elements.get(i));
            if (read.order() != null) {
                valid.add(read.order());
            } else {
                String error = Objects.requireNonNullElse(read.error(), "invalid order");
                results[i] = new PlaceShape.Failed(Problem.OfOrder.invalid(error));
            }
        }
        if (valid.isEmpty()) {
            answer(call, results, new PlaceShape[0], Map.of());
            return;
        }
        orders.submit(
                call,
                new Command.PlaceOrders(call.person().account(), stamp, valid),
                events ->
                        answer(
                                call,
                                results,
                                PlaceShape.sort(events, valid.size()),
                                orders.games(events)));
    }

    /** Puts the results of the orders that were executed between those that were not. */
    private static void answer(
            Call call,
            @Nullable PlaceShape[] results,
            @Nullable PlaceShape[] executed,
            Map<Long, GameRow> games) {
        List<PlaceShape> all = new ArrayList<>(results.length);
        int next = 0;
        for (PlaceShape result : results) {
            all.add(result == null ? Objects.requireNonNull(executed[next++]) : result);
        }
        call.rows("createdSessions", all, (shape, out) -> PlaceShape.write(shape, games, out));
    }
}
