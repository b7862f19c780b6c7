package evens.edge.rest;

import evens.edge.rest.Route.Needs;
import evens.edge.view.AccountRow;
import evens.edge.view.GameRow;
import evens.edge.view.OrderRow;
import evens.edge.view.Sequenced;
import evens.edge.view.View;
import evens.edge.wire.OrderShape;
import evens.edge.wire.UserShape;
import evens.model.Event.WagerStated;
import evens.model.Ids;
import evens.model.Money;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

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
        Sequenced<@Nullable AccountRow> found =
                view.<@Nullable AccountRow>sequenced(() -> view.account(call.person().account()));
        AccountRow account = found.rows();
        if (account == null) {
            call.fail(503, "the account is not open yet");
            return;
        }
        call.sequence(found.sequence());
        call.data(out -> UserShape.write(call.person(), account, out));
    }

    /** Rows and the games that they belong to. */
    private record Found<T>(List<T> rows, Map<Long, GameRow> games) {}

    private <T> Sequenced<Found<T>> find(Supplier<List<T>> question, ToLongFunction<T> gameOf) {
        return view.sequenced(() -> {
            List<T> rows = question.get();
            return new Found<>(
                    rows, view.gamesById(rows.stream().map(gameOf::applyAsLong).toList()));
        });
    }

    private void unmatched(Call call) {
        long account = call.person().account();
        Sequenced<Found<OrderRow>> found = find(() -> view.openOrders(account), OrderRow::game);
        Map<Long, GameRow> games = found.rows().games();
        call.sequence(found.sequence());
        call.rows(
                "unmatched",
                byStart(found.rows().rows(), OrderRow::game, games),
                (order, out) -> OrderShape.writeUnmatched(order, games.get(order.game()), out));
    }

    private void matchedBets(Call call) {
        long account = call.person().account();
        Sequenced<Found<WagerStated>> found = find(() -> view.wagers(account), WagerStated::game);
        Map<Long, GameRow> games = found.rows().games();
        call.sequence(found.sequence());
        call.rows(
                "matchedBets",
                byStart(found.rows().rows(), WagerStated::game, games),
                (wager, out) -> OrderShape.writeMatched(wager, games.get(wager.game()), out));
    }

    private void ordersForGame(Call call) {
        String id = call.parameter("gameID");
        long wanted = id == null || !Ids.isWellFormed(id) ? Ids.NONE : Ids.GAME.number(id);
        long account = call.person().account();
        Sequenced<@Nullable OfGame> found =
                view.<@Nullable OfGame>sequenced(() -> ofGame(account, wanted));
        OfGame all = found.rows();
        if (all == null) {
            call.fail(404, "game not found");
            return;
        }
        call.sequence(found.sequence());
        call.data(out -> {
            out.writeStartObject();
            out.writeArrayPropertyStart("unmatched");
            all.orders().forEach(order -> OrderShape.writeUnmatched(order, all.game(), out));
            out.writeEndArray();
            out.writeArrayPropertyStart("matched");
            all.wagers().forEach(wager -> OrderShape.writeMatched(wager, all.game(), out));
            out.writeEndArray();
            out.writeEndObject();
        });
    }

    private record OfGame(GameRow game, List<OrderRow> orders, List<WagerStated> wagers) {}

    private @Nullable OfGame ofGame(long account, long id) {
        GameRow game = view.game(id);
        return game == null
                ? null
                : new OfGame(
                        game,
                        view.openOrders(account).stream()
                                .filter(order -> order.game() == id)
                                .toList(),
                        view.wagers(account, wager -> wager.game() == id));
    }

    private void gameLiability(Call call) {
        String id = call.parameter("gameID");
        if (id == null || !Ids.isWellFormed(id)) {
            call.bad("gameID must be 24 hex digits");
            return;
        }
        long account = call.person().account();
        Sequenced<Long> liability =
                view.sequenced(() -> view.liability(account, Ids.GAME.number(id)));
        call.sequence(liability.sequence());
        call.data(out -> {
            out.writeStartObject();
            out.writeNumberProperty("liability", Money.dollars(liability.rows()));
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
