package evens.edge.admin;

import evens.edge.orders.OrderDesk;
import evens.edge.rest.Call;
import evens.edge.rest.Route;
import evens.edge.rest.Route.Needs;
import evens.edge.rest.Submission;
import evens.edge.view.GameRow;
import evens.edge.view.View;
import evens.edge.wire.GameShape;
import evens.model.Command;
import evens.model.Command.CreateGame;
import evens.model.Event;
import evens.model.GameState;
import evens.model.GameTerms;
import evens.model.Ids;
import evens.model.Participant;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** {@code /admin/games}: what may be bet on. */
public final class GameRoutes {
    private final OrderDesk desk;
    private final View view;

    public GameRoutes(OrderDesk desk, View view) {
        this.desk = desk;
        this.view = view;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/admin/games", Needs.OPERATOR, this::games),
                write("/admin/games", this::createGame),
                write("/admin/games/*/suspend", call -> change(call, Command.SuspendGame::new)),
                write("/admin/games/*/open", call -> change(call, Command.OpenGame::new)),
                write("/admin/games/*/close", call -> change(call, Command.CloseGame::new)),
                write("/admin/games/*/cancelOrders", this::cancelOrders),
                Route.patch("/admin/games/*", Needs.OPERATOR, OperatorCall.of(this::changeGame))
                        .keyed());
    }

    private static Route write(String path, OperatorCall operation) {
        return Route.post(path, Needs.OPERATOR, OperatorCall.of(operation)).keyed();
    }

    private void createGame(Call call) throws Fields.Refused {
        Fields fields =
                Fields.of(
                        call,
                        "league",
                        "sport",
                        "start",
                        "away",
                        "home",
                        "eventName",
                        "tournamentName",
                        "periodName",
                        "parentGameID",
                        "featured",
                        "isSpecials",
                        "isYesNo",
                        "live",
                        "open");
        String league = GameFields.league(fields.text("league", GameFields.MAX_NAME));
        String sport = GameFields.sport(fields.text("sport", GameFields.MAX_NAME));
        Participant away = GameFields.participant(fields, "away", sport);
        Participant home = GameFields.participant(fields, "home", sport);
        String eventName = fields.optionalText("eventName", GameFields.MAX_EVENT_NAME);
        GameTerms terms =
                new GameTerms(
                        GameIds.random(),
                        league,
                        GameFields.parent(fields),
                        fields.instantMillis("start"),
                        away,
                        home,
                        eventName == null
                                ? Season.eventName(away.longName(), home.longName())
                                : eventName,
                        GameFields.orElse(
                                fields.optionalText("tournamentName", GameFields.MAX_NAME), ""),
                        GameFields.orElse(
                                fields.optionalText("periodName", GameFields.MAX_NAME),
                                "Full Time"),
                        fields.flag("featured", false),
                        fields.flag("isSpecials", false),
                        fields.flag("isYesNo", false),
                        fields.flag("live", false));
        boolean open = fields.flag("open", true);
        boolean otherSport =
                view.leagues().stream()
                        .anyMatch(row -> row.name().equals(league) && !row.sport().equals(sport));
        if (otherSport) {
            throw new Fields.Refused("sport is not the sport of league " + league);
        }
        submit(
                call,
                new CreateGame(terms, open ? GameState.OPEN : GameState.SCHEDULED),
                terms.game());
    }

    /** Start, names, featured; what is not given stays. */
    private void changeGame(Call call) throws Fields.Refused {
        Fields fields =
                Fields.of(
                        call,
                        "start",
                        "eventName",
                        "tournamentName",
                        "periodName",
                        "away",
                        "home",
                        "featured",
                        "reason");
        fields.optionalText("reason", GameFields.MAX_REASON);
        GameRow game = find(call);
        if (game == null) {
            return;
        }
        GameTerms now = game.terms();
        GameTerms terms =
                new GameTerms(
                        now.game(),
                        now.league(),
                        now.parent(),
                        fields.has("start") ? fields.instantMillis("start") : now.startMillis(),
                        GameFields.renamed(fields, "away", now.away()),
                        GameFields.renamed(fields, "home", now.home()),
                        GameFields.orElse(
                                fields.optionalText("eventName", GameFields.MAX_EVENT_NAME),
                                now.eventName()),
                        GameFields.orElse(
                                fields.optionalText("tournamentName", GameFields.MAX_NAME),
                                now.tournamentName()),
                        GameFields.orElse(
                                fields.optionalText("periodName", GameFields.MAX_NAME),
                                now.periodName()),
                        fields.flag("featured", now.featured()),
                        now.specials(),
                        now.yesNo(),
                        now.live());
        submit(call, new Command.ChangeGame(terms), now.game());
    }

    /** The game of the path; null when it was answered that there is none. */
    private @Nullable GameRow find(Call call) {
        String id = call.pathParameter(0);
        GameRow game = Ids.isWellFormed(id) ? view.game(Ids.GAME.number(id)) : null;
        if (game == null) {
            call.fail(404, "game not found");
        }
        return game;
    }

    private void cancelOrders(Call call) throws Fields.Refused {
        Fields.of(call, "reason").text("reason", GameFields.MAX_REASON);
        GameRow game = find(call);
        if (game == null) {
            return;
        }
        Submission.of(
                desk,
                call,
                new Command.CancelGameOrders(game.id()),
                events ->
                        call.data(out -> {
                            out.writeStartObject();
                            out.writeNumberProperty("cancelled", events.size());
                            out.writeEndObject();
                        }));
    }

    private void change(Call call, LongFunction<Command> command) throws Fields.Refused {
        GameFields.readReason(call);
        String id = call.pathParameter(0);
        if (!Ids.isWellFormed(id)) {
            call.fail(404, "game not found");
            return;
        }
        submit(call, command.apply(Ids.GAME.number(id)), Ids.GAME.number(id));
    }

    /**
     * Submits a command about one game and answers with the game: the one that was created when the
     * same was asked for before, if it was.
     */
    private void submit(Call call, Command command, long id) {
        Submission.of(
                desk,
                call,
                command,
                events -> {
                    GameRow game =
                            view.game(
                                    events.getFirst() instanceof Event.GameCreated created
                                            ? created.terms().game()
                                            : id);
                    if (game == null || events.getFirst() instanceof Event.Refused) {
                        OperatorCall.fail(call, events.getFirst());
                        return;
                    }
                    answer(call, game);
                });
    }

    static void answer(Call call, GameRow game) {
        call.data(out -> {
            out.writeStartObject();
            out.writeName("game");
            GameShape.writeForOperator(game, out);
            out.writeEndObject();
        });
    }

    private void games(Call call) {
        String state = call.parameter("state");
        String league = call.parameter("league");
        List<GameRow> games =
                view.games().stream()
                        .filter(game ->
                                state == null || game.state().name().equalsIgnoreCase(state))
                        .filter(game ->
                                league == null || game.isOf(league.toUpperCase(Locale.ROOT)))
                        .toList();
        call.rows("games", games, GameShape::writeForOperator);
    }
}
