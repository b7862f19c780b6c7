package evens.edge.admin;

import evens.edge.rest.Call;
import evens.edge.rest.Route;
import evens.edge.rest.Route.Needs;
import evens.edge.rest.Submission;
import evens.edge.view.GameRow;
import evens.edge.view.LeagueRow;
import evens.edge.view.View;
import evens.model.Command;
import evens.model.Command.CreateGame;
import evens.model.Command.CreateLeague;
import evens.model.Event;
import evens.model.GameState;
import evens.model.GameTerms;
import evens.model.Gateway;
import evens.model.Ids;
import evens.model.Reject;
import java.util.List;
import java.util.function.Consumer;

/**
 * {@code /admin/games/{id}/live}: a game that is traded while its parent is played, in the live
 * league of the parent's. There is one for each parent: the same again answers the same game.
 */
public final class LiveRoute {
    private final Gateway gateway;
    private final View view;

    public LiveRoute(Gateway gateway, View view) {
        this.gateway = gateway;
        this.view = view;
    }

    public List<Route> routes() {
        return List.of(
                Route.post("/admin/games/*/live", Needs.OPERATOR, OperatorCall.of(this::goLive)));
    }

    private void goLive(Call call) throws Fields.Refused {
        int wanted = LiveDelays.NOT_GIVEN;
        if (call.body() != null) {
            Fields fields = Fields.of(call, "liveDelaySeconds", "reason");
            fields.optionalText("reason", GameFields.MAX_REASON);
            wanted = LiveDelays.read(fields, LiveDelays.NOT_GIVEN);
        }
        String id = call.pathParameter(0);
        GameRow parent = Ids.isWellFormed(id) ? view.game(Ids.GAME.number(id)) : null;
        if (parent == null) {
            call.fail(404, "game not found");
        } else if (parent.terms().live()) {
            call.fail(409, "the game is live itself");
        } else {
            createLeague(call, parent, wanted);
        }
    }

    private void createLeague(Call call, GameRow parent, int wanted) throws Fields.Refused {
        String name = GameFields.league(LiveDelays.liveLeague(parent.terms().league()));
        LeagueRow league = view.league(name);
        if (league == null) {
            int seconds = wanted == LiveDelays.NOT_GIVEN ? LiveDelays.of(name) : wanted;
            submit(
                    call,
                    new CreateLeague(name, parent.sport(), seconds),
                    event -> {
                        if (event instanceof Event.Refused) {
                            OperatorCall.fail(call, event);
                        } else {
                            createGame(call, parent, name);
                        }
                    });
        } else if (!league.sport().equals(parent.sport())) {
            call.fail(409, "league " + name + " has another sport");
        } else if (wanted != LiveDelays.NOT_GIVEN && wanted != league.liveDelaySeconds()) {
            call.fail(
                    409,
                    "league %s has a live delay of %d s; PATCH /admin/leagues/%s changes it"
                            .formatted(name, league.liveDelaySeconds(), name));
        } else {
            createGame(call, parent, name);
        }
    }

    private void createGame(Call call, GameRow parent, String league) {
        GameTerms terms = terms(parent.terms(), league);
        submit(
                call,
                new CreateGame(terms, GameState.OPEN),
                event -> {
                    GameRow game = view.game(terms.game());
                    boolean refused =
                            event instanceof Event.Refused no && no.reject() != Reject.GAME_EXISTS;
                    if (refused || game == null) {
                        OperatorCall.fail(call, event);
                    } else {
                        GameRoutes.answer(call, game);
                    }
                });
    }

    private static GameTerms terms(GameTerms parent, String league) {
        return new GameTerms(
                GameIds.live(parent.game()),
                league,
                parent.game(),
                parent.startMillis(),
                parent.away(),
                parent.home(),
                parent.eventName(),
                parent.tournamentName(),
                parent.periodName(),
                parent.featured(),
                parent.specials(),
                parent.yesNo(),
                true);
    }

    private void submit(Call call, Command command, Consumer<Event> then) {
        Submission.of(gateway, call, command, events -> then.accept(events.getFirst()));
    }
}
