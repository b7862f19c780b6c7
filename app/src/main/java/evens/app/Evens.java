package evens.app;

import evens.cluster.ClusterNode;
import evens.cluster.ClusterSettings;
import evens.cluster.ClusterStatus;
import evens.edge.EdgeServer;
import evens.edge.EdgeSettings;
import evens.edge.view.View;
import evens.model.NodeStatus;
import evens.store.SqlIdentity;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A running exchange: its parts from the inside out, closed in reverse.
 *
 * <p>Data directory, identities, view, log, edge. This is the one place where they meet.
 */
final class Evens implements AutoCloseable {
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final URI address;

    /**
     * Starts all parts and waits until commands are accepted.
     *
     * @throws CannotStart with a sentence; whatever had been started is closed again
     */
    Evens(Settings settings, Path data) {
        settings.check();
        try {
            DataDirectory directory = keep(DataDirectory.open(data));
            SqlIdentity identity =
                    keep(
                            SqlIdentity.open(
                                    directory.sql(),
                                    directory.exchangeId(),
                                    settings.costOfPasswords()));
            View view = new View();
            ClusterNode node = keep(launch(logSettings(settings, directory), view, data));
            EdgeServer edge =
                    keep(
                            EdgeServer.start(
                                    new EdgeSettings(settings.host, settings.port, null, version()),
                                    node.gateway(),
                                    identity,
                                    view,
                                    () -> status(node.status())));
            new FirstOperator(identity, edge.opening()).ensure(settings);
            address = URI.create("http://" + settings.host + ":" + edge.port());
        } catch (RuntimeException refused) {
            close();
            throw refused;
        }
    }

    private static ClusterNode launch(ClusterSettings settings, View view, Path data) {
        try {
            return ClusterNode.launch(settings, view);
        } catch (IllegalStateException refused) {
            String sentence = String.valueOf(refused.getMessage());
            String remedy =
                    sentence.contains("damaged")
                            ? "Put the data directory %s back from a copy, or give another one with --data."
                            : "The data directory is %s.";
            throw new CannotStart(
                    sentence + (sentence.endsWith(".") ? " " : ". ") + remedy.formatted(data),
                    refused);
        }
    }

    private static ClusterSettings logSettings(Settings settings, DataDirectory directory) {
        ClusterSettings log =
                ClusterSettings.of(directory.log(), directory.feed())
                        .withFileSyncLevel(settings.syncLevel)
                        .withRememberedClosedOrders(settings.rememberedOrders);
        Long snapshotCommands = settings.snapshotCommands;
        return snapshotCommands == null
                ? log
                : log.withSnapshots(snapshotCommands, log.snapshotEveryBytes(), Duration.ZERO);
    }

    private static NodeStatus status(ClusterStatus status) {
        return new NodeStatus(
                "leader",
                status.sequence(),
                status.fileSyncLevel(),
                status.startedFromSnapshot(),
                status.stepsReplayed(),
                status.lastSnapshot(),
                status.lastSnapshotStallMillis(),
                status.lastSnapshotBytes(),
                status.logStartPosition(),
                status.recordedFirst(),
                status.recordedLast());
    }

    static String version() {
        String version = Evens.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    private <T extends AutoCloseable> T keep(T part) {
        parts.push(part);
        return part;
    }

    /** Where it is reached. */
    URI address() {
        return address;
    }

    @Override
    public void close() {
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception failure) {
                System.err.println("While stopping: " + failure.getMessage());
            }
        }
    }
}
