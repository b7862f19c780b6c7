package evens.edge.admin;

import evens.edge.rest.Call;
import evens.edge.rest.Route;
import evens.edge.rest.Route.Needs;
import evens.model.Command.CreateLeague;
import evens.model.Gateway;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** {@code /admin/games/import}: a season at once. */
public final class ImportRoute {
    private static final List<String> IMPORT_PARAMETERS =
            List.of("league", "sport", "timeZone", "startFrom", "dryRun");

    private final Gateway gateway;

    public ImportRoute(Gateway gateway) {
        this.gateway = gateway;
    }

    public List<Route> routes() {
        return List.of(
                Route.post(
                        "/admin/games/import",
                        Needs.OPERATOR,
                        OperatorCall.of(this::importSeason)));
    }

    private void importSeason(Call call) throws Fields.Refused {
        for (String name : call.queryNames()) {
            if (!IMPORT_PARAMETERS.contains(name)) {
                throw new Fields.Refused("unknown parameter: " + name);
            }
        }
        String league = GameFields.league(required(call, "league"));
        String sport = GameFields.sport(required(call, "sport"));
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
                .begin(new CreateLeague(league, sport, LiveDelays.of(league)));
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
}
