package evens.edge.rest;

import evens.edge.rest.Route.Needs;
import evens.edge.view.AccountRow;
import evens.edge.view.GameRow;
import evens.edge.view.OrderRow;
import evens.edge.view.View;
import evens.edge.wire.OrderShape;
import evens.edge.wire.UserShape;
import evens.model.Event.WagerStated;
import evens.model.Ids;
import evens.model.Money;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** {@code /user}: who I am, what I have. */
public final class UserRoutes {
    private final View view;

    public UserRoutes(View view) {
        this.view = view;
    }

    public List<Route> routes() {
        return List.of(
                Route.read("/user/getMe", Needs.READ, this::me),
                Route.read("/user/getUnmatched", Needs.OPEN_ORDERS, this::unmatched),
                Route.read("/user/getMatchedBets", Needs.READ, this::matchedBets),
                Route.read("/user/getOrdersForGame", Needs.READ, this::ordersForGame),
                Route.read("/user/getGameLiability", Needs.READ, this::gameLiability));
    }

    private void me(Call call) {
        long sequence = view.sequence();
        AccountRow account = view.account(call.person().account());
        if (account == null) {
            call.fail(503, "the account is not open yet");
            return;
        }
        call.sequence(sequence);
        call.data(out -> UserShape.write(call.person(), account, out));
    }

    private void unmatched(Call call) {
        long sequence = view.sequence();
        List<OrderRow> orders = view.openOrders(call.person().account());
        Map<Long, GameRow> games = view.gamesById(orders.stream().map(OrderRow::game).toList());
        call.sequence(sequence);
        call.rows(
                "unmatched",
                byStart(orders, OrderRow::game, games),
                (order, out) -> OrderShape.writeUnmatched(order, games.get(order.game()), out));
    }

    private void matchedBets(Call call) {
        long sequence = view.sequence();
        List<WagerStated> wagers = view.wagers(call.person().account());
        Map<Long, GameRow> games = view.gamesById(wagers.stream().map(WagerStated::game).toList());
        call.sequence(sequence);
        call.rows(
                "matchedBets",
                byStart(wagers, WagerStated::game, games),
                (wager, out) -> OrderShape.writeMatched(wager, games.get(wager.game()), out));
    }

    private void ordersForGame(Call call) {
        String id = call.parameter("gameID");
        GameRow game = id == null || !Ids.isWellFormed(id) ? null : view.game(Ids.GAME.number(id));
        if (game == null) {
            call.fail(404, "game not found");
            return;
        }
        long account = call.person().account();
        long sequence = view.sequence();
        List<OrderRow> orders =
                view.openOrders(account).stream()
                        .filter(order -> order.game() == game.id())
                        .toList();
        List<WagerStated> wagers =
                view.wagers(account).stream().filter(wager -> wager.game() == game.id()).toList();
        call.sequence(sequence);
        call.data(out -> {
            out.writeStartObject();
            out.writeArrayPropertyStart("unmatched");
            orders.forEach(order -> OrderShape.writeUnmatched(order, game, out));
            out.writeEndArray();
            out.writeArrayPropertyStart("matched");
            wagers.forEach(wager -> OrderShape.writeMatched(wager, game, out));
            out.writeEndArray();
            out.writeEndObject();
        });
    }

    private void gameLiability(Call call) {
        String id = call.parameter("gameID");
        if (id == null || !Ids.isWellFormed(id)) {
            call.bad("gameID must be 24 hex digits");
            return;
        }
        long sequence = view.sequence();
        long liability = view.liability(call.person().account(), Ids.GAME.number(id));
        call.sequence(sequence);
        call.data(out -> {
            out.writeStartObject();
            out.writeNumberProperty("liability", Money.dollars(liability));
            out.writeEndObject();
        });
    }

    /** By the start of their games; those of one game stay in the order in which they came. */
    private static <T> List<T> byStart(
            List<T> rows, ToLongFunction<T> gameOf, Map<Long, GameRow> games) {
        return rows.stream()
                .sorted(Comparator.comparingLong(row -> start(games, gameOf.applyAsLong(row))))
                .toList();
    }

    private static long start(Map<Long, GameRow> games, long id) {
        GameRow game = games.get(id);
        return game == null ? Long.MAX_VALUE : game.terms().startMillis();
    }
}
