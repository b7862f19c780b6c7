package evens.edge.rest;

import evens.edge.rest.Route.Needs;
import evens.edge.view.ClosedOrder;
import evens.edge.view.GameRow;
import evens.edge.view.OpenOrder;
import evens.edge.view.OrderRow;
import evens.edge.view.Sequenced;
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
        Sequenced<@Nullable Found> found = view.<@Nullable Found>sequenced(() -> find(number));
        Found order = found.rows();
        if (order == null) {
            history.order(number)
                    .whenComplete(
                            (past, failure) -> call.onLoop(() -> answer(call, past, failure)));
        } else {
            answer(call, order, found.sequence());
        }
    }

    /**
     * An order with its game.
     *
     * @param ending why it is over, null while it is open
     * @param best whether no offer on its side is better for takers
     */
    private record Found(
            OrderRow order, @Nullable GameRow game, @Nullable Ending ending, boolean best) {}

    private @Nullable Found find(long number) {
        OpenOrder open = view.openOrder(number);
        if (open != null) {
            OrderRow order = open.order();
            return new Found(order, view.game(order.game()), null, open.best());
        }
        ClosedOrder closed = view.closedOrder(number);
        return closed == null
                ? null
                : new Found(
                        closed.order(), view.game(closed.order().game()), closed.ending(), false);
    }

    private void answer(Call call, @Nullable PastOrder past, @Nullable Throwable failure) {
        if (failure != null) {
            call.fail(503, "the history does not answer now");
        } else if (past == null) {
            call.fail(404, "Invalid Session ID");
        } else {
            Sequenced<@Nullable GameRow> game =
                    view.<@Nullable GameRow>sequenced(() -> view.game(past.game()));
            answer(
                    call,
                    new Found(OrderRow.of(past), game.rows(), past.ending(), false),
                    game.sequence());
        }
    }

    private void answer(Call call, Found found, long sequence) {
        if (found.order().account() != call.person().account()) {
            call.fail(403, "Not your order");
            return;
        }
        call.sequence(sequence);
        call.data(out -> {
            out.writeStartObject();
            out.writeName("order");
            LookupShape.write(found.order(), found.game(), found.ending(), found.best(), out);
            out.writeEndObject();
        });
    }
}
