package evens.edge.admin;

import evens.edge.rest.Call;
import evens.edge.rest.Route;
import evens.edge.rest.Route.Needs;
import evens.edge.rest.Submission;
import evens.edge.view.GameRow;
import evens.edge.view.LeagueRow;
import evens.edge.view.View;
import evens.edge.wire.GameShape;
import evens.model.Command;
import evens.model.Command.CreateGame;
import evens.model.Command.CreateLeague;
import evens.model.Event;
import evens.model.GameState;
import evens.model.GameTerms;
import evens.model.Gateway;
import evens.model.Ids;
import evens.model.Participant;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.LongFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** {@code /admin/leagues} and {@code /admin/games}: what may be bet on. */
public final class GameRoutes {
    private static final Pattern LEAGUE = Pattern.compile("[A-Z0-9][A-Z0-9-]{0,39}");
    private static final Pattern SPORT = Pattern.compile("[a-z0-9][a-z0-9-]{0,19}");
    private static final int MAX_NAME = 100;
    private static final int MAX_REASON = 1000;
    private static final int DEFAULT_LIVE_DELAY_SECONDS = 10;
    private static final List<String> IMPORT_PARAMETERS =
            List.of("league", "sport", "timeZone", "startFrom", "dryRun");

    private final Gateway gateway;
    private final View view;

    public GameRoutes(Gateway gateway, View view) {
        this.gateway = gateway;
        this.view = view;
    }

    public List<Route> routes() {
        return List.of(
                Route.post("/admin/leagues", Needs.OPERATOR, OperatorCall.of(this::createLeague)),
                Route.patch(
                        "/admin/leagues/*", Needs.OPERATOR, OperatorCall.of(this::changeLeague)),
                Route.get("/admin/games", Needs.OPERATOR, this::games),
                Route.post("/admin/games", Needs.OPERATOR, OperatorCall.of(this::createGame)),
                Route.post(
                        "/admin/games/import", Needs.OPERATOR, OperatorCall.of(this::importSeason)),
                Route.post(
                        "/admin/games/*/suspend",
                        Needs.OPERATOR,
                        OperatorCall.of(call -> change(call, Command.SuspendGame::new))),
                Route.post(
                        "/admin/games/*/open",
                        Needs.OPERATOR,
                        OperatorCall.of(call -> change(call, Command.OpenGame::new))),
                Route.post(
                        "/admin/games/*/close",
                        Needs.OPERATOR,
                        OperatorCall.of(call -> change(call, Command.CloseGame::new))),
                Route.post(
                        "/admin/games/*/cancelOrders",
                        Needs.OPERATOR,
                        OperatorCall.of(this::cancelOrders)),
                Route.patch("/admin/games/*", Needs.OPERATOR, OperatorCall.of(this::changeGame)),
                Route.post(
                        "/admin/suspend",
                        Needs.OPERATOR,
                        OperatorCall.of(call ->
                                suspendExchange(call, new Command.SuspendExchange(), true))),
                Route.post(
                        "/admin/resume",
                        Needs.OPERATOR,
                        OperatorCall.of(call ->
                                suspendExchange(call, new Command.ResumeExchange(), false))));
    }

    private void createLeague(Call call) throws Fields.Refused {
        Fields fields = Fields.of(call, "league", "sport", "liveDelaySeconds");
        CreateLeague league =
                new CreateLeague(
                        league(fields.text("league", MAX_NAME)),
                        sport(fields.text("sport", MAX_NAME)),
                        liveDelay(fields, DEFAULT_LIVE_DELAY_SECONDS));
        submit(call, league, league.league());
    }

    /** How long live bets wait; what is not given stays. */
    private void changeLeague(Call call) throws Fields.Refused {
        Fields fields = Fields.of(call, "liveDelaySeconds", "reason");
        fields.optionalText("reason", MAX_REASON);
        int wanted = liveDelay(fields, 0);
        LeagueRow now = view.league(call.pathParameter(0).toUpperCase(Locale.ROOT));
        if (now == null) {
            call.fail(404, "league not found");
            return;
        }
        int delay = fields.has("liveDelaySeconds") ? wanted : now.liveDelaySeconds();
        submit(call, new Command.ChangeLeague(now.name(), delay), now.name());
    }

    private static int liveDelay(Fields fields, int otherwise) throws Fields.Refused {
        return fields.integer(
                "liveDelaySeconds", 0, CreateLeague.MAX_LIVE_DELAY_SECONDS, otherwise);
    }

    /** Submits a command about one league and answers with the league. */
    private void submit(Call call, Command command, String name) {
        Submission.of(
                gateway,
                call,
                command,
                events -> {
                    LeagueRow league = view.league(name);
                    if (league == null || events.getFirst() instanceof Event.Refused) {
                        OperatorCall.fail(call, events.getFirst());
                        return;
                    }
                    call.data(out -> {
                        out.writeStartObject();
                        out.writeObjectPropertyStart("league");
                        out.writeStringProperty("league", league.name());
                        out.writeStringProperty("sport", league.sport());
                        out.writeNumberProperty("liveDelaySeconds", league.liveDelaySeconds());
                        out.writeEndObject();
                        out.writeEndObject();
                    });
                });
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
                        "open");
        String league = league(fields.text("league", MAX_NAME));
        String sport = sport(fields.text("sport", MAX_NAME));
        Participant away = participant(fields, "away", sport);
        Participant home = participant(fields, "home", sport);
        String eventName = fields.optionalText("eventName", 2 * MAX_NAME);
        GameTerms terms =
                new GameTerms(
                        GameIds.random(),
                        league,
                        parent(fields),
                        fields.instantMillis("start"),
                        away,
                        home,
                        eventName == null
                                ? Season.eventName(away.longName(), home.longName())
                                : eventName,
                        orElse(fields.optionalText("tournamentName", MAX_NAME), ""),
                        orElse(fields.optionalText("periodName", MAX_NAME), "Full Time"),
                        fields.flag("featured", false),
                        fields.flag("isSpecials", false),
                        fields.flag("isYesNo", false));
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

    private static long parent(Fields fields) throws Fields.Refused {
        String parent = fields.optionalText("parentGameID", MAX_NAME);
        if (parent == null) {
            return Ids.NONE;
        }
        if (!Ids.isWellFormed(parent) || Ids.GAME.number(parent) == Ids.NONE) {
            throw new Fields.Refused("parentGameID must be the id of a game");
        }
        return Ids.GAME.number(parent);
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
        fields.optionalText("reason", MAX_REASON);
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
                        renamed(fields, "away", now.away()),
                        renamed(fields, "home", now.home()),
                        orElse(fields.optionalText("eventName", 2 * MAX_NAME), now.eventName()),
                        orElse(
                                fields.optionalText("tournamentName", MAX_NAME),
                                now.tournamentName()),
                        orElse(fields.optionalText("periodName", MAX_NAME), now.periodName()),
                        fields.flag("featured", now.featured()),
                        now.specials(),
                        now.yesNo());
        submit(call, new Command.ChangeGame(terms), now.game());
    }

    private static Participant renamed(Fields fields, String side, Participant now)
            throws Fields.Refused {
        if (!fields.has(side)) {
            return now;
        }
        Fields names = fields.object(side, "longName", "shortName", "rotationNumber");
        return new Participant(
                now.id(),
                orElse(names.optionalText("longName", MAX_NAME), now.longName()),
                orElse(names.optionalText("shortName", MAX_NAME), now.shortName()),
                orElse(names.optionalText("rotationNumber", 10), now.rotationNumber()));
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
        Fields.of(call, "reason").text("reason", MAX_REASON);
        GameRow game = find(call);
        if (game == null) {
            return;
        }
        Submission.of(
                gateway,
                call,
                new Command.CancelGameOrders(game.id()),
                events ->
                        call.data(out -> {
                            out.writeStartObject();
                            out.writeNumberProperty("cancelled", events.size());
                            out.writeEndObject();
                        }));
    }

    private void suspendExchange(Call call, Command command, boolean suspended)
            throws Fields.Refused {
        if (call.body() != null) {
            Fields.of(call, "reason").optionalText("reason", MAX_REASON);
        }
        Submission.of(
                gateway,
                call,
                command,
                _ ->
                        call.data(out -> {
                            out.writeStartObject();
                            out.writeBooleanProperty("suspended", suspended);
                            out.writeEndObject();
                        }));
    }

    private static String orElse(@Nullable String text, String otherwise) {
        return Objects.requireNonNullElse(text, otherwise);
    }

    private static Participant participant(Fields fields, String side, String sport)
            throws Fields.Refused {
        Fields participant = fields.object(side, "longName", "shortName", "rotationNumber");
        String longName = participant.text("longName", MAX_NAME);
        String shortName = participant.optionalText("shortName", MAX_NAME);
        String rotation = participant.optionalText("rotationNumber", 10);
        return new Participant(
                GameIds.participant(sport, longName),
                longName,
                orElse(shortName, longName),
                orElse(rotation, ""));
    }

    private void change(Call call, LongFunction<Command> command) throws Fields.Refused {
        if (call.body() != null) {
            Fields.of(call, "reason").optionalText("reason", MAX_REASON);
        }
        String id = call.pathParameter(0);
        if (!Ids.isWellFormed(id)) {
            call.fail(404, "game not found");
            return;
        }
        submit(call, command.apply(Ids.GAME.number(id)), Ids.GAME.number(id));
    }

    /** Submits a command about one game and answers with the game. */
    private void submit(Call call, Command command, long id) {
        Submission.of(
                gateway,
                call,
                command,
                events -> {
                    GameRow game = view.game(id);
                    if (game == null || events.getFirst() instanceof Event.Refused) {
                        OperatorCall.fail(call, events.getFirst());
                        return;
                    }
                    call.data(out -> {
                        out.writeStartObject();
                        out.writeName("game");
                        GameShape.writeForOperator(game, out);
                        out.writeEndObject();
                    });
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
                                league == null || game.terms().league().equalsIgnoreCase(league))
                        .toList();
        call.rows("games", games, GameShape::writeForOperator);
    }

    private void importSeason(Call call) throws Fields.Refused {
        for (String name : call.queryNames()) {
            if (!IMPORT_PARAMETERS.contains(name)) {
                throw new Fields.Refused("unknown parameter: " + name);
            }
        }
        String league = league(required(call, "league"));
        String sport = sport(required(call, "sport"));
        String zone = call.parameter("timeZone");
        String startFrom = call.parameter("startFrom");
        JsonNode file = call.body();
        if (file == null || !file.isObject()) {
            throw new Fields.Refused("the body must have a name and a list of matches");
        }
        Season season = Season.read(file, league, sport, zone(zone == null ? "UTC" : zone));
        if (startFrom != null) {
            season.startFrom(Fields.instantMillis(startFrom, "startFrom"));
        }
        boolean dryRun = "true".equals(call.parameter("dryRun"));
        new SeasonImport(gateway, call, season, dryRun)
                .begin(new CreateLeague(league, sport, DEFAULT_LIVE_DELAY_SECONDS));
    }

    private static String required(Call call, String name) throws Fields.Refused {
        String value = call.parameter(name);
        if (value == null || value.isBlank()) {
            throw new Fields.Refused(name + " is required");
        }
        return value;
    }

    private static ZoneId zone(String name) throws Fields.Refused {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            throw new Fields.Refused("timeZone must be a name such as Europe/London");
        }
    }

    private static String league(String name) throws Fields.Refused {
        String upper = name.toUpperCase(Locale.ROOT);
        if (!LEAGUE.matcher(upper).matches()) {
            throw new Fields.Refused("league must be letters, digits and dashes, such as NBA");
        }
        return upper;
    }

    private static String sport(String name) throws Fields.Refused {
        String lower = name.toLowerCase(Locale.ROOT);
        if (!SPORT.matcher(lower).matches()) {
            throw new Fields.Refused("sport must be letters, digits and dashes, such as soccer");
        }
        return lower;
    }
}
