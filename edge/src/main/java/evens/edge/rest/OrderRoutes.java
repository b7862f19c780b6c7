package evens.edge.rest;

import evens.edge.rest.Route.Needs;
import evens.edge.view.GameRow;
import evens.edge.view.View;
import evens.edge.wire.CancelShape;
import evens.edge.wire.OrderReader;
import evens.edge.wire.PlaceShape;
import evens.edge.wire.Problem;
import evens.model.Command;
import evens.model.Command.NewOrder;
import evens.model.Event;
import evens.model.Gateway;
import evens.model.Ids;
import evens.model.Reject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** {@code /session}: placing and cancelling orders. */
public final class OrderRoutes {
    private static final int MAX_ORDERS = 1_000;
    private static final int MAX_CANCELS = 10_000;

    private final Gateway gateway;
    private final View view;

    public OrderRoutes(Gateway gateway, View view) {
        this.gateway = gateway;
        this.view = view;
    }

    public List<Route> routes() {
        return List.of(
                Route.post("/session/v3/place", Needs.TRADE, this::place),
                Route.post("/session/v2/place", Needs.TRADE, this::place),
                Route.cancel("/session/cancel", this::cancel),
                Route.cancel("/session/cancelMultiple", this::cancelMultiple),
                Route.cancel("/session/cancelAllOrders", this::cancelAllOrders));
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
        List<NewOrder> orders = new ArrayList<>(elements.size());
        @Nullable PlaceShape[] results = new PlaceShape[elements.size()];
        for (int i = 0; i < results.length; i++) {
            OrderReader.Read read = OrderReader.read(elements.get(i));
            if (read.order() != null) {
                orders.add(read.order());
            } else {
                String error = Objects.requireNonNullElse(read.error(), "invalid order");
                results[i] = new PlaceShape.Failed(Problem.OfOrder.invalid(error));
            }
        }
        if (orders.isEmpty()) {
            answer(call, results, new PlaceShape[0], Map.of());
            return;
        }
        submit(
                call,
                new Command.PlaceOrders(call.person().account(), orders),
                events -> {
                    Map<Long, GameRow> games =
                            view.gamesById(orders.stream().map(NewOrder::game).toList());
                    answer(call, results, PlaceShape.sort(events, orders.size()), games);
                });
    }

    /** Puts the results of the orders that were executed between those that were not. */
    private static void answer(
            Call call,
            @Nullable PlaceShape[] results,
            PlaceShape[] executed,
            Map<Long, GameRow> games) {
        List<PlaceShape> all = new ArrayList<>(results.length);
        int next = 0;
        for (PlaceShape result : results) {
            all.add(result == null ? executed[next++] : result);
        }
        call.rows("createdSessions", all, (shape, out) -> PlaceShape.write(shape, games, out));
    }

    private void cancel(Call call) {
        JsonNode id = call.field("sessionID");
        if (id == null || !isId(id)) {
            call.fail(400, "sessionID must be 24 hex digits");
            return;
        }
        long order = Ids.ORDER.number(id.stringValue());
        submit(
                call,
                new Command.CancelOrders(call.person().account(), List.of(order)),
                events -> {
                    if (events.getFirst() instanceof Event.CancelRefused refused) {
                        call.fail(Problem.status(refused.reject()), text(refused, id));
                        return;
                    }
                    Map<Long, GameRow> games = games(events);
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
        List<Long> orders = new ArrayList<>(ids.size());
        for (JsonNode id : ids) {
            if (!isId(id)) {
                call.bad("sessionIDs[" + orders.size() + "] must be 24 hex digits");
                return;
            }
            orders.add(Ids.ORDER.number(id.stringValue()));
        }
        submit(
                call,
                new Command.CancelOrders(call.person().account(), orders),
                events -> answerCancels(call, events));
    }

    private void cancelAllOrders(Call call) {
        JsonNode body = call.body();
        if (body != null && !body.isObject()) {
            call.bad("the body must be an object");
            return;
        }
        submit(
                call,
                new Command.CancelAllOrders(call.person().account()),
                events -> answerCancels(call, events));
    }

    private void answerCancels(Call call, List<Event> events) {
        Map<Long, GameRow> games = games(events);
        call.rows(events, (event, out) -> CancelShape.write(event, games, out));
    }

    private Map<Long, GameRow> games(List<Event> events) {
        return view.gamesById(
                events.stream()
                        .filter(Event.OrderCancelled.class::isInstance)
                        .map(event -> ((Event.OrderCancelled) event).game())
                        .distinct()
                        .toList());
    }

    private static boolean isId(JsonNode id) {
        return id.isString() && Ids.isWellFormed(id.stringValue());
    }

    private void submit(Call call, Command command, Consumer<List<Event>> answer) {
        Submission.of(gateway, call, command, answer);
    }
}
