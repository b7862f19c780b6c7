package evens.app;

import evens.cluster.ClusterNode;
import evens.cluster.ClusterSettings;
import evens.cluster.ClusterStatus;
import evens.edge.EdgePorts;
import evens.edge.EdgeServer;
import evens.edge.EdgeSettings;
import evens.edge.PemFiles;
import evens.edge.limits.LimitSettings;
import evens.edge.view.View;
import evens.model.Gateway;
import evens.model.NodeStatus;
import evens.store.Projector;
import evens.store.SqlHistory;
import evens.store.SqlIdentity;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;

/**
 * A running exchange: its parts from the inside out, closed in reverse.
 *
 * <p>Data directory, identities, history, view, log, projector, edge. This is the one place where
 * they meet.
 */
final class Evens implements AutoCloseable {
    /** An hour longer than idempotency keys are remembered, whose answers are found there. */
    private static final Duration KEEP_RECORDED = Duration.ofHours(25);

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final URI address;

    /**
     * Starts all parts and waits until commands are accepted.
     *
     * @throws CannotStart with a sentence; whatever had been started is closed again
     */
    Evens(Settings settings, Path data) {
        this(settings, data, log -> log);
    }

    /**
     * As {@link #Evens(Settings, Path)}, with something of one's own between edge and log.
     *
     * @param around decorates the way into the log
     */
    Evens(Settings settings, Path data, UnaryOperator<Gateway> around) {
        settings.check();
        LimitSettings limits = settings.limits();
        EdgeSettings.Tls tls = settings.tls();
        if (tls != null) {
            PemFiles.check(tls);
        }
        try {
            DataDirectory directory = keep(DataDirectory.open(data));
            SqlIdentity identity =
                    keep(
                            SqlIdentity.open(
                                    directory.sql(),
                                    directory.exchangeId(),
                                    settings.costOfPasswords()));
            SqlHistory history = keep(SqlHistory.open(directory.history(), directory.exchangeId()));
            View view = new View();
            AtomicLong unread = new AtomicLong(history.applied() + 1);
            ClusterNode node = keep(launch(logSettings(settings, directory, unread), view, data));
            NodeFeed recorded = new NodeFeed(node, unread);
            Projector projector = keep(Projector.start(history, recorded));
            EdgeServer edge =
                    keep(
                            EdgeServer.start(
                                    new EdgeSettings(
                                            settings.host,
                                            settings.port,
                                            tls,
                                            limits,
                                            settings.signupIsOpen(),
                                            settings.anonymousReadsAreOn(),
                                            version()),
                                    new EdgePorts(
                                            around.apply(node.gateway()),
                                            identity,
                                            history,
                                            view,
                                            recorded,
                                            () -> status(node.status()),
                                            projector::status)));
            new FirstOperator(identity, edge.opening()).ensure(settings);
            String scheme = tls == null ? "http://" : "https://";
            address = URI.create(scheme + settings.host + ":" + edge.port());
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

    private static ClusterSettings logSettings(
            Settings settings, DataDirectory directory, AtomicLong unread) {
        ClusterSettings log =
                ClusterSettings.of(directory.log(), directory.feed())
                        .withFileSyncLevel(settings.syncLevel)
                        .withKeepRecorded(KEEP_RECORDED, unread::get)
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
