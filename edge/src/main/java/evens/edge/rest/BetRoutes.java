package evens.edge.rest;

import evens.edge.rest.Route.Needs;
import evens.edge.view.GameRow;
import evens.edge.view.OrderRow;
import evens.edge.view.View;
import evens.edge.wire.OrderShape;
import evens.model.Event.WagerStated;
import evens.model.Ids;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import tools.jackson.core.JsonGenerator;

/** Looking up one's own bets: open orders and matches, by what identifies them. */
final class BetRoutes {
    private final View view;

    BetRoutes(View view) {
        this.view = view;
    }

    List<Route> routes() {
        return List.of(
                Route.read("/user/getBetByID", Needs.READ, this::byId),
                Route.read("/user/getBetByWagerRequestID", Needs.READ, this::byWagerRequest),
                Route.read("/user/getBetByUserReference", Needs.READ, this::byReference));
    }

    /** What was found, all at one step. */
    private record Found(
            List<OrderRow> open,
            List<WagerStated> wagers,
            Map<Long, GameRow> games,
            long sequence) {
        boolean isEmpty() {
            return open.isEmpty() && wagers.isEmpty();
        }
    }

    private Found find(Call call, Predicate<OrderRow> isOrder, Predicate<WagerStated> isWager) {
        long account = call.person().account();
        return view.between(() -> {
            List<OrderRow> open = new ArrayList<>(view.openOrders(account));
            open.addAll(view.pausedOrders(account));
            open.removeIf(isOrder.negate());
            List<WagerStated> wagers = view.wagers(account, isWager);
            List<Long> ids = new ArrayList<>();
            open.forEach(order -> ids.add(order.game()));
            wagers.forEach(wager -> ids.add(wager.game()));
            return new Found(open, wagers, view.gamesById(ids), view.sequence());
        });
    }

    /** The open order of an id, else the first match of it. */
    private void byId(Call call) {
        String id = call.parameter("id");
        String transaction = call.parameter("txID");
        if ((id == null) == (transaction == null)) {
            call.bad("exactly one of id and txID is required");
            return;
        }
        String wanted = id == null ? transaction : id;
        if (wanted == null || !Ids.isWellFormed(wanted)) {
            call.bad((id == null ? "txID" : "id") + " must be 24 hex digits");
            return;
        }
        Found found = id == null ? byTransaction(call, wanted) : byOrder(call, wanted);
        if (found.isEmpty()) {
            call.bad("bet not found");
            return;
        }
        call.sequence(found.sequence());
        call.json(
                200,
                out -> {
                    out.writeStartObject();
                    out.writeName("bet");
                    if (found.open().isEmpty()) {
                        writeWager(found.wagers().getFirst(), found, out);
                    } else {
                        writeOrder(found.open().getFirst(), found, out);
                    }
                    out.writeEndObject();
                });
    }

    private Found byOrder(Call call, String id) {
        long order = Ids.ORDER.number(id);
        return find(
                call,
                row -> row.id() == order && order != Ids.NONE,
                wager -> wager.order() == order && order != Ids.NONE);
    }

    /** A match, the creation of an open order, or all that came of one request. */
    private Found byTransaction(Call call, String id) {
        long transaction = Ids.TRANSACTION.number(id);
        if (transaction == Ids.NONE) {
            return byWagerRequest(call, id);
        }
        return find(
                call,
                row -> row.transaction() == transaction,
                wager -> wager.transaction() == transaction);
    }

    private Found byWagerRequest(Call call, String id) {
        long request = Ids.WAGER_REQUEST.number(id);
        return find(
                call,
                row -> row.wagerRequest() == request && request != Ids.NONE,
                wager -> wager.wagerRequest() == request && request != Ids.NONE);
    }

    private void byWagerRequest(Call call) {
        String id = call.parameter("wagerRequestID");
        if (id == null || !Ids.isWellFormed(id)) {
            call.bad("wagerRequestID must be 24 hex digits");
            return;
        }
        Found found = byWagerRequest(call, id);
        if (found.isEmpty()) {
            call.bad("bet not found");
            return;
        }
        answer(call, List.of(), found);
    }

    private void byReference(Call call) {
        String reference = call.parameter("userReference");
        String id = call.parameter("gameID");
        if (reference == null || reference.isEmpty() || id == null || id.isEmpty()) {
            call.fail(408, "userReference and gameID are required");
            return;
        }
        if (!Ids.isWellFormed(id)) {
            call.bad("gameID must be 24 hex digits");
            return;
        }
        long game = Ids.GAME.number(id);
        Found found =
                find(
                        call,
                        row ->
                                row.game() == game
                                        && !row.isPaused()
                                        && reference.equals(row.reference()),
                        wager -> wager.game() == game && reference.equals(wager.reference()));
        answer(call, found.open(), found);
    }

    private static void answer(Call call, List<OrderRow> unmatched, Found found) {
        call.sequence(found.sequence());
        call.data(out -> {
            out.writeStartObject();
            out.writeArrayPropertyStart("unmatched");
            unmatched.forEach(order -> writeOrder(order, found, out));
            out.writeEndArray();
            out.writeArrayPropertyStart("matched");
            found.wagers().forEach(wager -> writeWager(wager, found, out));
            out.writeEndArray();
            out.writeArrayPropertyStart("graded");
            out.writeEndArray();
            out.writeEndObject();
        });
    }

    private static void writeOrder(OrderRow order, Found found, JsonGenerator out) {
        OrderShape.writeUnmatched(order, found.games().get(order.game()), out);
    }

    private static void writeWager(WagerStated wager, Found found, JsonGenerator out) {
        OrderShape.writeMatched(wager, found.games().get(wager.game()), out);
    }
}
