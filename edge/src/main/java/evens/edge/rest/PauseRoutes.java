package evens.edge.rest;

import evens.edge.rest.Route.Needs;
import evens.edge.view.GameRow;
import evens.edge.view.OrderRow;
import evens.edge.view.Sequenced;
import evens.edge.view.View;
import evens.edge.wire.OrderShape;
import evens.edge.wire.ResumeShape;
import evens.model.Command;
import evens.model.Command.Stamp;
import evens.model.Ids;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Taking orders out of the books for a while, and bringing them back. */
final class PauseRoutes {
    private final OrderCalls orders;
    private final View view;

    PauseRoutes(OrderCalls orders, View view) {
        this.orders = orders;
        this.view = view;
    }

    List<Route> routes() {
        return List.of(
                Route.cancel("/session/pauseOrders", this::pause).keyed(),
                Route.post("/session/resumeOrders", Needs.TRADE, this::resume).keyed(),
                Route.read("/session/pausedOrders", Needs.OPEN_ORDERS, this::paused));
    }

    private void pause(Call call) {
        Long game = game(call);
        if (game != null) {
            CancelAnswer.submit(
                    orders,
                    call,
                    new Command.PauseOrders(call.person().account(), game, Stamp.NO_CONNECTION));
        }
    }

    private void resume(Call call) {
        Long game = game(call);
        Stamp stamp = game == null ? null : orders.stamp(call);
        if (game == null || stamp == null) {
            return;
        }
        orders.submit(
                call,
                new Command.ResumeOrders(call.person().account(), stamp, game),
                events -> {
                    if (CancelAnswer.isRefused(call, events)) {
                        return;
                    }
                    Map<Long, GameRow> games = orders.games(events);
                    call.rows(
                            "createdSessions",
                            ResumeShape.results(events),
                            (event, out) -> ResumeShape.write(event, games, out));
                });
    }

    /**
     * The game that is meant, {@link Ids#NONE} for all; null if it was answered that there is no
     * such game.
     */
    private static @Nullable Long game(Call call) {
        JsonNode body = call.body();
        if (body != null && !body.isObject()) {
            call.bad("the body must be an object");
            return null;
        }
        JsonNode id = call.field("gameID");
        if (id == null) {
            return Ids.NONE;
        }
        if (!id.isString() || !Ids.isWellFormed(id.stringValue())) {
            call.bad("gameID must be 24 hex digits");
            return null;
        }
        long game = Ids.GAME.number(id.stringValue());
        if (game == Ids.NONE) {
            call.bad("game not found");
            return null;
        }
        return game;
    }

    private void paused(Call call) {
        Sequenced<Paused> found = view.sequenced(() -> paused(call.person().account()));
        Map<Long, GameRow> games = found.rows().games();
        call.sequence(found.sequence());
        call.rows(
                "paused",
                found.rows().orders(),
                (order, out) -> OrderShape.writeUnmatched(order, games.get(order.game()), out));
    }

    private record Paused(List<OrderRow> orders, Map<Long, GameRow> games) {}

    private Paused paused(long account) {
        List<OrderRow> orders = view.pausedOrders(account);
        return new Paused(orders, view.gamesById(orders.stream().map(OrderRow::game).toList()));
    }
}
