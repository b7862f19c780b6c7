package evens.app;

import static org.assertj.core.api.Assertions.assertThat;

import evens.edge.EdgePorts;
import evens.edge.EdgeServer;
import evens.edge.EdgeSettings;
import evens.edge.admin.AccountOpening;
import evens.edge.auth.Authenticator;
import evens.edge.limits.LimitSettings;
import evens.edge.limits.Limits;
import evens.edge.metrics.Metrics;
import evens.edge.orders.OrderDesk;
import evens.edge.rest.Route;
import evens.edge.view.View;
import evens.model.Command;
import evens.model.Gateway;
import evens.model.HistoryStatus;
import evens.model.NodeStatus;
import evens.model.RecordedFeed;
import evens.model.Step;
import evens.store.PasswordCost;
import evens.store.SqlHistory;
import evens.store.SqlIdentity;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The document at {@code /openapi.json} and the routes say the same. */
final class OpenApiTest {
    @TempDir Path folder;

    @Test
    void everyRouteIsDocumentedAndEveryDocumentedOperationExists() throws Exception {
        assertThat(documented()).isNotEmpty().isEqualTo(served(folder));
    }

    private static Set<String> documented() throws Exception {
        try (InputStream in = EdgeServer.class.getResourceAsStream("openapi.json")) {
            JsonNode paths = JsonMapper.shared().readTree(in).get("paths");
            Set<String> operations = new TreeSet<>();
            for (Map.Entry<String, JsonNode> path : paths.properties()) {
                for (String method : path.getValue().propertyNames()) {
                    String open = path.getKey().replaceAll("\\{[a-z]+}", "*");
                    operations.add(
                            method.toUpperCase(Locale.ROOT) + " " + open.toLowerCase(Locale.ROOT));
                }
            }
            return operations;
        }
    }

    /** Every operation that there is, such as {@code POST /user/login}. */
    static Set<String> served(Path folder) {
        Set<String> operations = new TreeSet<>();
        for (Route route : routes(folder)) {
            route.methods()
                    .forEach(method ->
                            operations.add(method.name() + " /" + String.join("/", route.path())));
        }
        return operations;
    }

    /** Every route, to look at and not to call. */
    static List<Route> routes(Path folder) {
        try (SqlIdentity identity = SqlIdentity.open(folder, 1, PasswordCost.SMALLEST);
                SqlHistory history = SqlHistory.open(folder, 1)) {
            View view = new View();
            EdgePorts ports =
                    new EdgePorts(
                            CLOSED,
                            identity,
                            history,
                            view,
                            NOTHING,
                            () -> new NodeStatus("leader", 0, 1, 0, 0, 0, 0, 0, 0, 0, 0),
                            () -> new HistoryStatus(0, 0, 0, null));
            return EdgeServer.routes(
                    new EdgeSettings(
                            "localhost", 0, null, LimitSettings.STANDARD, true, false, "test"),
                    ports,
                    new OrderDesk(CLOSED, view, NOTHING),
                    new Authenticator(identity, false),
                    new AccountOpening(identity, CLOSED),
                    new Metrics(ports.node(), CLOSED, history),
                    Limits.of(LimitSettings.STANDARD));
        }
    }

    /** Routes are only listed here, not called. */
    static final Gateway CLOSED =
            new Gateway() {
                @Override
                public void submit(Command command, Sender sender, Reply reply) {
                    reply.refused(Refusal.NOT_EXECUTED);
                }

                @Override
                public boolean isReady() {
                    return false;
                }
            };

    static final RecordedFeed NOTHING =
            new RecordedFeed() {
                @Override
                public List<Step> steps(long from, int most) {
                    return List.of();
                }

                @Override
                public void keepFrom(long sequence) {}

                @Override
                public long last() {
                    return 0;
                }

                @Override
                public Messages messages(long account, long from) {
                    return _ -> List.of();
                }
            };
}
