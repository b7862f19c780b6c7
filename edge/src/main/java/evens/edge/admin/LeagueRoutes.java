package evens.edge.admin;

import evens.edge.orders.OrderDesk;
import evens.edge.rest.Call;
import evens.edge.rest.Route;
import evens.edge.rest.Route.Needs;
import evens.edge.rest.Submission;
import evens.edge.view.LeagueRow;
import evens.edge.view.View;
import evens.model.Command;
import evens.model.Command.CreateLeague;
import evens.model.Event;
import java.util.List;
import java.util.Locale;

/** {@code /admin/leagues}. */
public final class LeagueRoutes {
    private final OrderDesk desk;
    private final View view;

    public LeagueRoutes(OrderDesk desk, View view) {
        this.desk = desk;
        this.view = view;
    }

    public List<Route> routes() {
        return List.of(
                Route.post("/admin/leagues", Needs.OPERATOR, OperatorCall.of(this::create)).keyed(),
                Route.patch("/admin/leagues/*", Needs.OPERATOR, OperatorCall.of(this::change))
                        .keyed());
    }

    /** The same again is no error; a delay that is not given is the one that there is. */
    private void create(Call call) throws Fields.Refused {
        Fields fields = Fields.of(call, "league", "sport", "liveDelaySeconds");
        String name = GameFields.league(fields.text("league", GameFields.MAX_NAME));
        LeagueRow now = view.league(name);
        int usual = now == null ? LiveDelays.of(name) : now.liveDelaySeconds();
        CreateLeague league =
                new CreateLeague(
                        name,
                        GameFields.sport(fields.text("sport", GameFields.MAX_NAME)),
                        LiveDelays.read(fields, usual));
        submit(call, league, name);
    }

    /** How long live bets wait; what is not given stays. */
    private void change(Call call) throws Fields.Refused {
        Fields fields = Fields.of(call, "liveDelaySeconds", "reason");
        fields.optionalText("reason", GameFields.MAX_REASON);
        int wanted = LiveDelays.read(fields, 0);
        LeagueRow now = view.league(call.pathParameter(0).toUpperCase(Locale.ROOT));
        if (now == null) {
            call.fail(404, "league not found");
            return;
        }
        int delay = fields.has("liveDelaySeconds") ? wanted : now.liveDelaySeconds();
        submit(call, new Command.ChangeLeague(now.name(), delay), now.name());
    }

    /** Submits a command about one league and answers with the league. */
    private void submit(Call call, Command command, String name) {
        Submission.of(
                desk,
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
}
