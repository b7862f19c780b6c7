package evens.edge.rest;

import evens.edge.auth.Authenticator;
import evens.edge.rest.Route.Needs;
import evens.edge.view.AccountRow;
import evens.edge.view.GameRow;
import evens.edge.view.OrderRow;
import evens.edge.view.View;
import evens.edge.wire.OrderShape;
import evens.edge.wire.UserShape;
import evens.model.Event.WagerStated;
import evens.model.Identity;
import evens.model.Identity.LoginResult;
import evens.model.Identity.Person;
import evens.model.Ids;
import evens.model.Money;
import evens.model.Reject;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** {@code /user}: who I am, what I have. */
public final class UserRoutes {
    private static final int MAX_CREDENTIAL = 1024;

    private final Identity identity;
    private final Authenticator authenticator;
    private final View view;

    public UserRoutes(Identity identity, Authenticator authenticator, View view) {
        this.identity = identity;
        this.authenticator = authenticator;
        this.view = view;
    }

    public List<Route> routes() {
        return List.of(
                Route.post("/user/login", Needs.NOBODY, this::login),
                Route.post("/user/logout", Needs.OWNER, this::logout),
                Route.read("/user/getMe", Needs.READ, this::me),
                Route.read("/user/getUnmatched", Needs.OPEN_ORDERS, this::unmatched),
                Route.read("/user/getMatchedBets", Needs.READ, this::matchedBets),
                Route.read("/user/getOrdersForGame", Needs.READ, this::ordersForGame),
                Route.read("/user/getGameLiability", Needs.READ, this::gameLiability));
    }

    private void login(Call call) {
        String username = credential(call, "username");
        String password = credential(call, "password");
        if (username == null || password == null) {
            call.bad("username and password are required.");
            return;
        }
        identity.login(username, password)
                .whenComplete((result, _) -> call.onLoop(() -> answer(call, result)));
    }

    private static @Nullable String credential(Call call, String name) {
        JsonNode field = call.field(name);
        String text = field != null && field.isString() ? field.stringValue() : "";
        return text.isEmpty() || text.length() > MAX_CREDENTIAL ? null : text;
    }

    private void answer(Call call, @Nullable LoginResult result) {
        if (result == null) {
            call.fail(503, "logins are not possible now");
            return;
        }
        switch (result) {
            case LoginResult.Denied _ -> call.fail(401, "Wrong username or password");
            case LoginResult.Busy _ -> {
                call.header("Retry-After", "1");
                Throttled.answer(call);
            }
            case LoginResult.LoggedIn in -> {
                AccountRow account = view.account(in.person().account());
                if (account == null) {
                    call.fail(503, "the account is not open yet");
                    return;
                }
                if (account.banned()) {
                    identity.logout(in.token())
                            .whenComplete(
                                    (_, _) -> call.onLoop(() -> call.fail(Reject.ACCOUNT_BANNED)));
                    return;
                }
                call.header("Set-Cookie", authenticator.cookie(in.token()));
                user(call, in.person(), account, in.token());
            }
        }
    }

    private void logout(Call call) {
        identity.logout(call.token())
                .whenComplete((_, failure) ->
                        call.onLoop(() -> {
                            if (failure != null) {
                                call.fail(503, "logging out is not possible now");
                                return;
                            }
                            call.header("Set-Cookie", authenticator.noCookie());
                            call.data(out -> {
                                out.writeStartObject();
                                out.writeBooleanProperty("loggedOut", true);
                                out.writeEndObject();
                            });
                        }));
    }

    private void me(Call call) {
        long sequence = view.sequence();
        AccountRow account = view.account(call.person().account());
        if (account == null) {
            call.fail(503, "the account is not open yet");
            return;
        }
        call.sequence(sequence);
        user(call, call.person(), account, null);
    }

    private static void user(Call call, Person person, AccountRow account, @Nullable String token) {
        call.data(out -> {
            out.writeStartObject();
            out.writeObjectPropertyStart("user");
            UserShape.writeKeys(person, account, out);
            if (token != null) {
                out.writeStringProperty("auth", token);
                out.writeStringProperty("email", person.email());
                out.writeObjectPropertyStart("passwordSecurityChecks");
                out.writeEndObject();
            }
            out.writeEndObject();
            out.writeEndObject();
        });
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
