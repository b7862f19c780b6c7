package evens.cluster;

import evens.cluster.feed.MessageReader;
import evens.cluster.feed.RecordedFeed;
import evens.cluster.feed.Telling;
import evens.model.FeedListener;
import evens.model.Gateway;
import evens.model.Step;
import io.aeron.Aeron;
import io.aeron.archive.Archive;
import io.aeron.cluster.ClusterControl.ToggleState;
import io.aeron.cluster.ConsensusModule;
import io.aeron.cluster.service.ClusteredServiceContainer;
import io.aeron.driver.MediaDriver;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.agrona.concurrent.Agent;
import org.agrona.concurrent.AgentRunner;
import org.agrona.concurrent.IdleStrategy;
import org.agrona.concurrent.status.AtomicCounter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The log: one node, in this process. {@link #launch} brings back what was, {@link #gateway} is the
 * way in, and the listener given to {@code launch} hears all that happens.
 */
public final class ClusterNode implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ClusterNode.class);
    private static final long ANSWERS_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final long LEAVE_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final long SHUTDOWN_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final ClusterSettings settings;
    private final Failure failure;
    private final Folders folders;
    private final Deque<AutoCloseable> parts;
    private final RecordedFeed recordedFeed;
    private final ClusterBinding binding;
    private final LogGateway gateway;
    private final AgentRunner gatewayRunner;
    private final Telling telling;
    private final LogArchive archive;
    private final ConsensusModule consensusModule;
    private final SnapshotKeeper snapshots;
    private final AtomicBoolean isTerminated = new AtomicBoolean();
    private boolean isClosed;

    /**
     * Starts the node and returns when all that was written before has been replayed, the listener
     * has heard it, and commands are taken.
     *
     * @param listener hears everything, on a thread of the node
     * @throws IllegalStateException if the node can not start, with a sentence that says why;
     *     nothing of it is left then
     */
    public static ClusterNode launch(ClusterSettings settings, FeedListener listener) {
        Failure failure = new Failure(settings.lastWords());
        Deque<AutoCloseable> parts = new ArrayDeque<>();
        try {
            ClusterNode node = new ClusterNode(settings, listener, failure, parts);
            node.begin();
            return node;
        } catch (RuntimeException | Error | InterruptedException error) {
            // threads of the parts would keep a process alive that answers nothing
            Throwable first = failure.first();
            failure.closing();
            closeAll(parts);
            if (error instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            Throwable cause = first == null ? error : first;
            throw new IllegalStateException(Failure.sentence(cause), cause);
        }
    }

    /** Every part is pushed when it runs, and closed in reverse. */
    private ClusterNode(
            ClusterSettings settings,
            FeedListener listener,
            Failure failure,
            Deque<AutoCloseable> parts) {
        this.settings = settings;
        this.failure = failure;
        this.parts = parts;
        folders = Folders.of(settings.logFolder());
        folders.makeAnew();
        LogTail.repair(folders.archive());
        parts.push(folders::deleteScratch);
        Signal signal = new Signal();
        Parts aeron = new Parts(settings, folders, signal, failure);

        recordedFeed = new RecordedFeed(settings.feedFile());
        parts.push(recordedFeed);
        binding = new ClusterBinding(settings, recordedFeed, failure);
        parts.push(MediaDriver.launch(aeron.driver()));
        Aeron client = aeron.client("evens-gateway");
        parts.push(client);
        gateway =
                new LogGateway(
                        signal,
                        () -> aeron.session(client),
                        client.conductorAgentInvoker(),
                        Parts.LARGEST_COMMAND);
        telling = new Telling(binding.rings(), listener, gateway);
        start(runner(binding.recorder(), binding.recorder()));
        start(runner(telling, signal.park()));

        parts.push(Archive.launch(aeron.archive()));
        consensusModule =
                ConsensusModule.launch(aeron.consensusModule(() -> isTerminated.set(true)));
        parts.push(consensusModule);
        parts.push(ClusteredServiceContainer.launch(aeron.container(binding)));
        archive = new LogArchive(aeron, folders);
        snapshots =
                new SnapshotKeeper(
                        settings,
                        binding,
                        archive,
                        consensusModule.context().controlToggleCounter(),
                        failure);
        gatewayRunner = runner(gateway, signal.park());
    }

    private AgentRunner runner(Agent agent, IdleStrategy idle) {
        return new AgentRunner(idle, failure, null, agent);
    }

    private void start(AgentRunner runner) {
        parts.push(runner);
        AgentRunner.startOnThread(runner);
    }

    private void begin() throws InterruptedException {
        await(binding::isLive);
        if (binding.needsSnapshot()) {
            snapshots.snapshot();
        }
        start(gatewayRunner);
        await(gateway::isReady);
        archive.requireOneMessageLength(); // before anybody has the gateway
        snapshots.start();
        failure.running();
        LOG.info(
                "the log is open at step {}: snapshot at step {}, {} steps replayed",
                binding.sequence(),
                binding.startedFromSnapshot(),
                binding.stepsReplayed());
    }

    private void await(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            if (failure.first() != null) {
                throw new IllegalStateException("the launch failed");
            }
            if (Thread.interrupted()) {
                throw new InterruptedException("the launch was interrupted");
            }
            Pause.briefly();
        }
    }

    /** The way in. */
    public Gateway gateway() {
        return gateway;
    }

    /** Steps of the recorded feed from {@code from} on, in order, {@code most} at most. */
    public List<Step> recordedSteps(long from, int most) {
        return recordedFeed.steps(from, most);
    }

    /** The step that holds the {@code message}th message of the account, 0 if it is not kept. */
    public long recordedStepOf(long account, long message) {
        return recordedFeed.sequenceOf(account, message);
    }

    /** The messages of the account that are kept, in order, beginning with this number. */
    public MessageReader recordedMessages(long account, long from) {
        return recordedFeed.messages(account, from);
    }

    /** The last step of the recorded feed, 0 if it is empty. */
    public long lastRecordedStep() {
        return recordedFeed.lastSequence();
    }

    /** Has a snapshot taken now, and returns when it is on disk. */
    public void snapshot() {
        snapshots.snapshot();
    }

    /** How the node is. Looks at the disk: not for every request. */
    public ClusterStatus status() {
        ClusterBinding.SnapshotTaken last = binding.lastSnapshot();
        return new ClusterStatus(
                binding.sequence(),
                telling.heardSequence(),
                binding.startedFromSnapshot(),
                binding.stepsReplayed(),
                last.sequence(),
                last.bytes(),
                last.stallMillis(),
                recordedFeed.firstSequence(),
                recordedFeed.lastSequence(),
                recordedFeed.sizeInBytes(),
                folders.sizeInBytes(),
                archive.logStartPosition(),
                settings.fileSyncLevel(),
                gateway.underWay());
    }

    /**
     * Stops cleanly: takes no more commands, answers those under way, takes a snapshot and closes
     * every part. Nothing is lost if the process is killed instead.
     */
    @Override
    public synchronized void close() {
        if (isClosed) {
            return;
        }
        isClosed = true;
        snapshots.stop();
        if (failure.first() == null) {
            gateway.stop(ANSWERS_NANOS);
            gateway.leave(LEAVE_NANOS);
        }
        boolean isWell = failure.first() == null;
        failure.closing();
        if (isWell && settings.snapshotAtClose()) {
            shutDown();
        }
        closeAll(parts);
    }

    /** A snapshot with nothing behind it, so that a version with other rules can go on from it. */
    private void shutDown() {
        AtomicCounter toggle = consensusModule.context().controlToggleCounter();
        long deadline = System.nanoTime() + SHUTDOWN_NANOS;
        boolean isAsked = false;
        while (!isTerminated.get() && System.nanoTime() - deadline < 0) {
            isAsked = isAsked || ToggleState.SHUTDOWN.toggle(toggle);
            Pause.briefly();
        }
    }

    private static void closeAll(Deque<AutoCloseable> parts) {
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception e) {
                LOG.warn("a part could not be closed: {}", e.getMessage());
            }
        }
    }
}
