package evens.cluster;

import evens.cluster.codec.CommandPublisher;
import evens.cluster.feed.Replies;
import evens.model.Command;
import evens.model.Gateway;
import evens.model.Step;
import io.aeron.Publication;
import io.aeron.cluster.client.AeronCluster;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.agrona.CloseHelper;
import org.agrona.concurrent.Agent;
import org.agrona.concurrent.AgentInvoker;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way into the log. Any thread submits; one thread owns the client and offers.
 *
 * <p>Commands wait in two {@link Lanes} until there is room in the pipe, of which placements leave
 * a part free for what overtakes them.
 *
 * <p>What becomes of a command is heard on the feed only. If its step is heard, it is answered with
 * it. If the close of the session that it was sent by is heard first, it was never executed and
 * never will be, because the close is in the log too, and nothing of that session comes after it.
 */
public final class LogGateway implements Gateway, Replies, Agent {
    /** Commands that may have been offered to the log and not answered yet. */
    static final int MOST_IN_PIPE = 2048;

    /** How much of the pipe is for what overtakes alone: it gets through when all else waits. */
    static final int KEPT_FOR_URGENT = 256;

    static final long NO_SESSION = -1;

    private static final Logger LOG = LoggerFactory.getLogger(LogGateway.class);
    private static final int AT_ONCE = 256;
    private static final long KEEP_ALIVE_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long RECONNECT_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final Signal signal;
    private final Supplier<AeronCluster.Context> contexts;
    private final AgentInvoker housekeeping;
    private final CommandPublisher publisher;
    private final Lanes lanes = new Lanes();
    private final Map<Long, Request> pending = new ConcurrentHashMap<>();
    private final Set<Long> closedSessions = ConcurrentHashMap.newKeySet();
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger inPipe = new AtomicInteger();
    private AeronCluster.@Nullable AsyncConnect connecting;
    private @Nullable AeronCluster client;
    private @Nullable Request unsent;
    private int unsentLength;
    private long lastCorrelation;
    private long keptAliveNanos;
    private long connectNanos;
    private volatile long session = NO_SESSION;
    private volatile long openedSession = NO_SESSION;
    private volatile boolean isStopping;
    private volatile boolean isLeaving;
    private volatile boolean isClosed;

    /**
     * @param contexts a new one for each try to connect
     * @param housekeeping of the client that the contexts name: without it the driver thinks that
     *     the client has died, and takes its messages no more
     * @param largestCommand most bytes that a command may have
     */
    LogGateway(
            Signal signal,
            Supplier<AeronCluster.Context> contexts,
            AgentInvoker housekeeping,
            int largestCommand) {
        this.signal = signal;
        this.contexts = contexts;
        this.housekeeping = housekeeping;
        this.publisher = new CommandPublisher(largestCommand);
    }

    @Override
    public boolean isReady() {
        long own = session;
        return own != NO_SESSION && own == openedSession && !isStopping;
    }

    /** Commands that were accepted and not answered yet. */
    public int underWay() {
        return underWay.get();
    }

    /** Commands that have been offered to the log and not answered yet. */
    int inPipe() {
        return inPipe.get();
    }

    @Override
    public void submit(Command command, Sender sender, Reply reply) {
        if (!isReady()) {
            reply.refused(Refusal.NOT_EXECUTED);
            return;
        }
        underWay.incrementAndGet();
        Request request = new Request(command, sender, reply);
        if (!lanes.add(request)) {
            refuse(request, Refusal.OVERLOADED);
            return;
        }
        signal.raise();
        if (isClosed && request.take()) { // nobody looks into the lanes any more
            refuseWaiting(request, Refusal.NOT_EXECUTED);
        }
    }

    // the gateway's own thread

    @Override
    public int doWork() {
        housekeeping.invoke();
        AeronCluster connected = client;
        if (connected == null) {
            return refuseAllWaiting() + connect();
        }
        int work = connected.pollEgress();
        if (isLeaving || connected.isClosed()) {
            isLeaving = false;
            leave(connected);
            return 1;
        }
        long now = System.nanoTime();
        if (now - keptAliveNanos > KEEP_ALIVE_NANOS) {
            keptAliveNanos = now;
            connected.sendKeepAlive();
        }
        for (int i = 0; i < AT_ONCE && send(connected); i++) {
            work++;
        }
        return work;
    }

    private int connect() {
        AeronCluster.AsyncConnect attempt = connecting;
        if (attempt == null) {
            if (isStopping || System.nanoTime() - connectNanos < 0) {
                return 0;
            }
            connecting = AeronCluster.asyncConnect(contexts.get());
            return 1;
        }
        try {
            AeronCluster connected = attempt.poll();
            if (connected == null) {
                return 0;
            }
            connecting = null;
            client = connected;
            keptAliveNanos = System.nanoTime();
            session = connected.clusterSessionId();
        } catch (RuntimeException e) {
            LOG.info("no session with the log yet: {}", e.getMessage());
            CloseHelper.quietClose(attempt);
            connecting = null;
            connectNanos = System.nanoTime() + RECONNECT_NANOS;
        }
        return 1;
    }

    private void leave(AeronCluster connected) {
        session = NO_SESSION;
        CloseHelper.quietClose(connected);
        client = null;
        connectNanos = System.nanoTime() + RECONNECT_NANOS;
        Request left = unsent;
        if (left != null) {
            unsent = null;
            refuseWaiting(left, Refusal.NOT_EXECUTED);
        }
    }

    private int refuseAllWaiting() {
        int refused = 0;
        for (Request request = lanes.next(true); request != null; request = lanes.next(true)) {
            if (request.take()) {
                refuseWaiting(request, Refusal.NOT_EXECUTED);
            }
            refused++;
        }
        return refused;
    }

    /** Sends one command; false if there is none, or no room for it now. */
    private boolean send(AeronCluster connected) {
        Request request = unsent;
        if (request == null) {
            int room = MOST_IN_PIPE - inPipe.get();
            request = room > 0 ? lanes.next(room > KEPT_FOR_URGENT) : null;
            if (request == null) {
                return false;
            }
            if (!request.take()) {
                return true;
            }
            int length = publisher.publish(request.command, ++lastCorrelation);
            if (length == CommandPublisher.TOO_LARGE) {
                refuseWaiting(request, Refusal.TOO_LARGE);
                return true;
            }
            unsent = request;
            unsentLength = length;
        }
        return offer(connected, request, lastCorrelation);
    }

    private boolean offer(AeronCluster connected, Request request, long correlation) {
        request.session = connected.clusterSessionId();
        pending.put(correlation, request);
        inPipe.incrementAndGet();
        long result = connected.offer(publisher.buffer(), 0, unsentLength);
        if (result > 0) {
            unsent = null;
            lanes.left(request);
            if (closedSessions.contains(request.session) && takeOut(correlation, request)) {
                refuse(request, Refusal.NOT_EXECUTED);
            }
            return true;
        }
        if (!takeOut(correlation, request)) {
            unsent = null; // the end of the session was heard meanwhile
            lanes.left(request);
            return true;
        }
        if (result != Publication.BACK_PRESSURED && result != Publication.ADMIN_ACTION) {
            unsent = null;
            refuseWaiting(request, Refusal.NOT_EXECUTED);
        }
        return false;
    }

    /** Takes the command out of the pipe; false if another thread did before. */
    private boolean takeOut(long correlation, Request request) {
        boolean here = pending.remove(correlation, request);
        if (here) {
            inPipe.decrementAndGet();
        }
        return here;
    }

    @Override
    public void onClose() {
        CloseHelper.quietClose(connecting);
        AeronCluster connected = client;
        if (connected != null) {
            leave(connected);
        }
        isClosed = true;
        refuseAllWaiting();
    }

    @Override
    public String roleName() {
        return "evens-gateway";
    }

    // the thread that closes the node

    /** Takes no more commands, and waits for the answers of those under way. */
    void stop(long timeoutNanos) {
        isStopping = true;
        long deadline = System.nanoTime() + timeoutNanos;
        while (underWay.get() > 0 && System.nanoTime() - deadline < 0) {
            Pause.briefly();
        }
    }

    /** Ends the session and, unless the gateway was stopped, begins another. */
    void renew() {
        isLeaving = true;
        signal.raise();
    }

    /** Ends the session after {@link #stop}, and waits until its end is heard. */
    void leave(long timeoutNanos) {
        long own = session;
        renew();
        long deadline = System.nanoTime() + timeoutNanos;
        while (own != NO_SESSION
                && !closedSessions.contains(own)
                && System.nanoTime() - deadline < 0) {
            Pause.briefly();
        }
    }

    // the feed's thread

    @Override
    public void opened(long opened) {
        openedSession = opened;
    }

    @Override
    public void closed(long closed) {
        closedSessions.add(closed);
        pending.forEach((correlation, request) -> {
            if (request.session == closed && takeOut(correlation, request)) {
                refuse(request, Refusal.NOT_EXECUTED);
            }
        });
    }

    @Override
    public void answered(long from, long correlation, Step step) {
        Request request = pending.get(correlation);
        if (request == null || request.session != from || !takeOut(correlation, request)) {
            return; // of an earlier life of this process
        }
        underWay.decrementAndGet();
        try {
            request.reply.answered(step.sequence(), step.events());
        } catch (RuntimeException e) {
            LOG.error("a reply failed to hear of step {}", step.sequence(), e);
        }
    }

    private void refuseWaiting(Request request, Refusal refusal) {
        lanes.left(request);
        refuse(request, refusal);
    }

    private void refuse(Request request, Refusal refusal) {
        underWay.decrementAndGet();
        try {
            request.reply.refused(refusal);
        } catch (RuntimeException e) {
            LOG.error("a reply failed to hear that it is {}", refusal, e);
        }
    }
}
