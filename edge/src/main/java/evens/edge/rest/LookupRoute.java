package evens.edge.rest;

import evens.edge.rest.Route.Needs;
import evens.edge.view.ClosedOrder;
import evens.edge.view.GameRow;
import evens.edge.view.OpenOrder;
import evens.edge.view.OrderRow;
import evens.edge.view.View;
import evens.edge.wire.LookupShape;
import evens.model.Ending;
import evens.model.History;
import evens.model.Ids;
import evens.model.PastOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code /session/lookupOrder}: one order in detail. It is looked for among the open ones, among
 * those that ended a short while ago, and then in the history.
 */
public final class LookupRoute {
    private final View view;
    private final History history;

    public LookupRoute(View view, History history) {
        this.view = view;
        this.history = history;
    }

    public List<Route> routes() {
        return List.of(Route.read("/session/lookupOrder", Needs.READ, this::lookup));
    }

    private void lookup(Call call) {
        String id = call.parameter("orderID");
        long number = id == null || !Ids.isWellFormed(id) ? Ids.NONE : Ids.ORDER.number(id);
        if (number == Ids.NONE) {
            call.fail(404, "Invalid Session ID");
            return;
        }
        OpenOrder open = view.openOrder(number);
        ClosedOrder closed = open == null ? view.closedOrder(number) : null;
        if (open != null) {
            answer(call, open.order(), null, open.best());
        } else if (closed != null) {
            answer(call, closed.order(), closed.ending(), false);
        } else {
            history.order(number)
                    .whenComplete(
                            (past, failure) -> call.onLoop(() -> answer(call, past, failure)));
        }
    }

    private void answer(Call call, @Nullable PastOrder past, @Nullable Throwable failure) {
        if (failure != null) {
            call.fail(503, "the history does not answer now");
        } else if (past == null) {
            call.fail(404, "Invalid Session ID");
        } else {
            answer(call, OrderRow.of(past), past.ending(), false);
        }
    }

    private void answer(Call call, OrderRow order, @Nullable Ending ending, boolean best) {
        if (order.account() != call.person().account()) {
            call.fail(403, "Not your order");
            return;
        }
        GameRow game = view.game(order.game());
        call.sequence(view.sequence());
        call.data(out -> {
            out.writeStartObject();
            out.writeName("order");
            LookupShape.write(order, game, ending, best, out);
            out.writeEndObject();
        });
    }
}
