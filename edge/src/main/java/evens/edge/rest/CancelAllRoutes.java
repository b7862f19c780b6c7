package evens.edge.rest;

import evens.edge.rest.Route.Needs;
import evens.model.Command;
import evens.model.Command.Scope;
import evens.model.Command.Stamp;
import evens.model.Ids;
import evens.model.MarketType;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Cancelling all orders: of a game, of a league, of the account. */
final class CancelAllRoutes {
    private static final String LIVE = "LIVE";
    private static final String LATCH = "latch";

    /** Longer is the code of no league. */
    private static final int MAX_LEAGUE = 40;

    private final OrderCalls orders;

    CancelAllRoutes(OrderCalls orders) {
        this.orders = orders;
    }

    List<Route> routes() {
        return List.of(
                Route.cancel("/session/cancelAllOrders", this::cancelAll).keyed(),
                Route.cancel("/session/cancelAllOrdersForGame", this::cancelAllOfGame).keyed(),
                Route.cancel("/session/cancelAllForLeague", this::cancelAllOfLeague).keyed(),
                Route.post("/session/releaseLatch", Needs.TRADE, this::releaseLatch).keyed());
    }

    private void cancelAll(Call call) {
        JsonNode body = call.body();
        if (body != null && !body.isObject()) {
            call.bad("the body must be an object");
            return;
        }
        JsonNode mode = call.field("mode");
        boolean latch = mode != null && mode.isString() && mode.stringValue().equals(LATCH);
        if (mode != null && !latch) {
            call.bad("mode must be latch");
            return;
        }
        CancelAnswer.submit(
                orders,
                call,
                new Command.CancelAllOrders(call.person().account(), latch, Stamp.NO_CONNECTION));
    }

    private void cancelAllOfGame(Call call) {
        JsonNode id = call.field("gameID");
        if (id == null || !id.isString() || !Ids.isWellFormed(id.stringValue())) {
            call.bad("gameID must be 24 hex digits");
            return;
        }
        JsonNode type = call.field("type");
        MarketType only = type == null ? null : type(type);
        if (type != null && only == null) {
            call.bad("type must be moneyline, spread, total or moneyline1x2");
            return;
        }
        CancelAnswer.submit(
                orders,
                call,
                new Command.CancelOrdersOfGame(
                        call.person().account(),
                        Ids.GAME.number(id.stringValue()),
                        only == null ? Scope.ALL : Scope.of(only)));
    }

    private static @Nullable MarketType type(JsonNode type) {
        return switch (type.isString() ? type.stringValue() : "") {
            case "moneyline" -> MarketType.MONEYLINE;
            case "spread" -> MarketType.SPREAD;
            case "total" -> MarketType.TOTAL;
            case "moneyline1x2" -> MarketType.MONEYLINE_1X2;
            default -> null;
        };
    }

    /** The documents promise that the request was received; here it is done. */
    private void cancelAllOfLeague(Call call) {
        JsonNode field = call.field("league");
        if (field == null || !field.isString()) {
            call.bad("league must be a string");
            return;
        }
        String league = field.stringValue().toUpperCase(Locale.ROOT);
        if (league.isEmpty() || league.length() > MAX_LEAGUE) {
            call.bad("league not found");
            return;
        }
        orders.submit(
                call,
                new Command.CancelOrdersOfLeague(
                        call.person().account(), league.equals(LIVE) ? null : league),
                events -> {
                    if (!CancelAnswer.isRefused(call, events)) {
                        call.data(out -> {
                            out.writeStartObject();
                            out.writeBooleanProperty("ordersReceived", true);
                            out.writeEndObject();
                        });
                    }
                });
    }

    private void releaseLatch(Call call) {
        orders.submit(
                call,
                new Command.ReleaseLatch(call.person().account()),
                events -> {
                    if (!CancelAnswer.isRefused(call, events)) {
                        call.data(out -> {
                            out.writeStartObject();
                            out.writeBooleanProperty("latched", false);
                            out.writeEndObject();
                        });
                    }
                });
    }
}
