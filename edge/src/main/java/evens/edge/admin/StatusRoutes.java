package evens.edge.admin;

import evens.edge.EdgePorts;
import evens.edge.rest.Call;
import evens.edge.rest.Route;
import evens.edge.rest.Route.Needs;
import evens.edge.rest.Submission;
import evens.edge.view.TrialBalance;
import evens.edge.view.View;
import evens.model.Command;
import evens.model.Event;
import evens.model.Gateway;
import evens.model.HistoryStatus;
import evens.model.Identity;
import evens.model.Identity.Person;
import evens.model.NodeStatus;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** {@code /admin/status} and {@code /admin/trialBalance}: whether all is well. */
public final class StatusRoutes {
    private final Gateway gateway;
    private final Identity identity;
    private final View view;
    private final Supplier<NodeStatus> node;
    private final Supplier<HistoryStatus> history;
    private final String version;

    public StatusRoutes(EdgePorts ports, String version) {
        this.gateway = ports.gateway();
        this.identity = ports.identity();
        this.view = ports.view();
        this.node = ports.node();
        this.history = ports.historyStatus();
        this.version = version;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/admin/status", Needs.OPERATOR, this::status),
                Route.get("/admin/trialBalance", Needs.OPERATOR, this::trialBalance));
    }

    private void trialBalance(Call call) {
        TrialBalance balance = view.trialBalance();
        call.sequence(balance.sequence());
        call.data(out -> {
            out.writeStartObject();
            out.writeStringProperty("sum", exact(balance.sum()));
            out.writeStringProperty("customers", exact(balance.customers()));
            out.writeStringProperty("house", exact(balance.house()));
            out.writeStringProperty("outside", exact(balance.outside()));
            out.writeNumberProperty("sequence", balance.sequence());
            out.writeEndObject();
        });
    }

    private static String exact(long micros) {
        return BigDecimal.valueOf(micros, 6).toPlainString();
    }

    private void status(Call call) {
        identity.find("")
                .whenComplete((people, _) -> call.onLoop(() -> hashes(call, strangers(people))));
    }

    /** Accounts of the log that the identity store does not know; -1 when it does not answer. */
    private int strangers(@Nullable List<Person> people) {
        if (people == null) {
            return -1;
        }
        Set<Long> known = people.stream().map(Person::account).collect(Collectors.toSet());
        Set<Long> unknown = new HashSet<>(view.accountIds());
        unknown.removeAll(known);
        return unknown.size();
    }

    private void hashes(Call call, int strangers) {
        if (!"true".equals(call.parameter("hash"))) {
            call.data(out -> write(strangers, null, out));
            return;
        }
        Submission.of(
                gateway,
                call,
                new Command.AskHashes(),
                events ->
                        call.data(out ->
                                write(strangers, (Event.HashesTold) events.getFirst(), out)));
    }

    private void write(int strangers, Event.@Nullable HashesTold hashes, JsonGenerator out) {
        NodeStatus status = node.get();
        out.writeStartObject();
        out.writeBooleanProperty("ready", gateway.isReady());
        out.writeStringProperty("role", status.role());
        out.writeNumberProperty("sequence", status.sequence());
        out.writeNumberProperty("viewSequence", view.sequence());
        out.writeNumberProperty("syncLevel", status.syncLevel());
        out.writeObjectPropertyStart("snapshot");
        out.writeNumberProperty("loadedSequence", status.loadedSequence());
        out.writeNumberProperty("replayedSteps", status.replayedSteps());
        out.writeNumberProperty("lastSequence", status.snapshotSequence());
        out.writeNumberProperty("lastMillis", status.snapshotMillis());
        out.writeNumberProperty("lastBytes", status.snapshotBytes());
        out.writeNumberProperty("logStart", status.logStart());
        out.writeEndObject();
        out.writeObjectPropertyStart("feed");
        out.writeNumberProperty("firstSequence", status.feedFirst());
        out.writeNumberProperty("lastSequence", status.feedLast());
        out.writeEndObject();
        HistoryStatus past = history.get();
        out.writeObjectPropertyStart("history");
        out.writeNumberProperty("sequence", past.applied());
        out.writeNumberProperty("lag", past.lag());
        out.writeStringProperty("notice", past.notice());
        out.writeEndObject();
        out.writeBooleanProperty("suspended", view.isSuspended());
        out.writeNumberProperty("accountsWithoutIdentity", strangers);
        out.writeStringProperty("version", version);
        if (hashes != null) {
            out.writeStringProperty("stateHash", HexFormat.of().toHexDigits(hashes.stateHash()));
            out.writeStringProperty("stepHash", HexFormat.of().toHexDigits(hashes.stepHash()));
        }
        out.writeEndObject();
    }
}
