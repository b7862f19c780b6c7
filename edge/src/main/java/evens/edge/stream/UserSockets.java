package evens.edge.stream;

import evens.edge.auth.Authenticator.Finding.Known;
import evens.edge.socket.Inbox;
import evens.edge.view.GameRow;
import evens.edge.view.View;
import evens.edge.wire.UserMessage;
import evens.model.Event;
import evens.model.Identity.Bearer;
import evens.model.Step;
import io.vertx.core.Context;
import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sockets of one event loop on which accounts hear of their own orders and bets. Steps are
 * heard on the feed's thread, which leaves what they say to accounts that listen here.
 */
public final class UserSockets implements FeedDoor {
    public static final String PATH = "/v2/user";

    private static final Logger LOG = LoggerFactory.getLogger(UserSockets.class);

    private final Context context;
    private final Executor loop;
    private final View view;
    private final FeedFigures figures;
    private final Inbox inbox;

    /** Accounts that have a socket, or are about to; the feed's thread looks here. */
    private final Set<Long> listening = ConcurrentHashMap.newKeySet();

    private final Map<Long, Set<UserConnection>> connections = new HashMap<>();
    private final Set<UserConnection> changed = new LinkedHashSet<>();

    /** The last step of which all was left in the inbox. */
    private volatile long told;

    private long delivered;

    /** The sockets of this loop, which is not a request's own copy of it. */
    public UserSockets(Context context, View view, FeedFigures figures) {
        this.context = context;
        this.loop = task -> context.runOnContext(_ -> task.run());
        this.view = view;
        this.figures = figures;
        this.inbox = new Inbox(loop, this::send);
        told =
                view.between(() -> {
                    view.follow(this::stepped);
                    return view.sequence();
                });
    }

    @Override
    public boolean isOpenToAnybody() {
        return false;
    }

    /** From now on nothing is missed: who replays when the socket is open has all before it. */
    @Override
    public Opening open(HttpServerRequest request, @Nullable Known who) {
        Bearer bearer = Objects.requireNonNull(who, "nobody comes in unknown").bearer();
        long account = bearer.person().account();
        UserConnection connection = new UserConnection(this, account, Heartbeat.of(request));
        connections.computeIfAbsent(account, _ -> new HashSet<>()).add(connection);
        listening.add(account);
        return connection;
    }

    /** It hears nothing more. */
    void forget(UserConnection connection) {
        changed.remove(connection);
        Set<UserConnection> others = connections.get(connection.account());
        if (others != null && others.remove(connection) && others.isEmpty()) {
            connections.remove(connection.account());
            listening.remove(connection.account());
        }
    }

    Context context() {
        return context;
    }

    FeedFigures figures() {
        return figures;
    }

    Executor loop() {
        return loop;
    }

    private void stepped(Step step) {
        if (!listening.isEmpty()) {
            Map<Long, List<UserMessage>> messages = messages(step);
            if (!messages.isEmpty()) {
                Told entry = new Told(messages, games(messages));
                inbox.add(() -> deliver(step.sequence(), entry));
            }
        }
        told = step.sequence();
    }

    private Map<Long, List<UserMessage>> messages(Step step) {
        Map<Long, List<UserMessage>> messages = new HashMap<>();
        for (Event event : step.events()) {
            UserMessage.each(
                    event,
                    step.timeMillis(),
                    message -> {
                        if (listening.contains(message.account())) {
                            messages.computeIfAbsent(message.account(), _ -> new ArrayList<>())
                                    .add(message);
                        }
                    });
        }
        return messages;
    }

    private Map<Long, GameRow> games(Map<Long, List<UserMessage>> messages) {
        Set<Long> ids = new HashSet<>();
        messages.values().forEach(some -> some.forEach(message -> ids.add(message.game())));
        return view.gamesById(ids);
    }

    /** What one step says to the accounts of this loop, and the games as they were then. */
    private record Told(Map<Long, List<UserMessage>> messages, Map<Long, GameRow> games) {}

    private void deliver(long sequence, Told entry) {
        delivered = sequence;
        entry.messages()
                .forEach((account, messages) ->
                        connections
                                .getOrDefault(account, Set.of())
                                .forEach(connection -> {
                                    connection.add(messages, entry.games());
                                    changed.add(connection);
                                }));
    }

    /**
     * Tells the connection, behind all that waits in the inbox now, up to which step it has been
     * told everything.
     */
    void beat(UserConnection connection) {
        long before = told;
        inbox.add(() -> {
            connection.addBeat(Math.max(before, delivered));
            changed.add(connection);
        });
    }

    /** Has what was added to the connection sent soon. */
    void wake(UserConnection connection) {
        inbox.add(() -> changed.add(connection));
    }

    private void send() {
        List<UserConnection> all = List.copyOf(changed);
        changed.clear();
        all.forEach(UserSockets::send);
    }

    /** A defect that one meets must not keep the others waiting. */
    private static void send(UserConnection connection) {
        try {
            connection.send();
        } catch (RuntimeException defect) {
            LOG.error("a message of the user feed can not be written", defect);
            connection.close(1011, "internal error");
        }
    }
}
