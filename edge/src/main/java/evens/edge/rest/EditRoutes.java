package evens.edge.rest;

import evens.edge.rest.Route.Needs;
import evens.edge.view.GameRow;
import evens.edge.wire.EditReader;
import evens.edge.wire.EditShape;
import evens.edge.wire.Problem;
import evens.model.Command.Stamp;
import evens.model.Event;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Replacing an order. What refuses the new one leaves the old one as it was: 400. */
final class EditRoutes {
    private final OrderCalls orders;

    EditRoutes(OrderCalls orders) {
        this.orders = orders;
    }

    List<Route> routes() {
        return List.of(
                Route.post("/session/editOrder", Needs.TRADE, call -> edit(call, false)).keyed(),
                Route.post("/session/v4/editOrder", Needs.TRADE, call -> edit(call, true)).keyed());
    }

    private void edit(Call call, boolean withType) {
        Stamp stamp = orders.stamp(call);
        if (stamp == null) {
            return;
        }
        EditReader.Read read = EditReader.read(call.body(), call.person().account(), stamp);
        if (read.edit() == null) {
            String error = Objects.requireNonNullElse(read.error(), "invalid edit");
            refuse(call, Problem.OfOrder.invalid(error), withType);
            return;
        }
        orders.submit(call, read.edit(), events -> answer(call, read.id(), events, withType));
    }

    private void answer(Call call, String id, List<Event> events, boolean withType) {
        if (CancelAnswer.isRefused(call, events)) {
            return;
        }
        for (Event event : events) {
            if (event instanceof Event.OrderRejected rejected) {
                refuse(call, Problem.ofOrder(rejected.reject()), withType);
                return;
            }
        }
        List<Event> about = EditShape.results(events);
        Map<Long, GameRow> games = orders.games(events);
        call.data(out -> EditShape.write(about, id, games, out));
    }

    private static void refuse(Call call, Problem.OfOrder problem, boolean withType) {
        call.json(
                400,
                out -> {
                    out.writeStartObject();
                    out.writeStringProperty("error", problem.error());
                    if (withType) {
                        out.writeStringProperty("errorType", problem.errorType());
                    }
                    out.writeEndObject();
                });
    }
}
