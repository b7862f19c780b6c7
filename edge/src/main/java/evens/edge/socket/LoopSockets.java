package evens.edge.socket;

import evens.edge.auth.Authenticator.Finding.Known;
import evens.edge.socket.FrameReader.Heard;
import evens.edge.view.AccountRow;
import evens.edge.view.View;
import evens.model.Identity;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.vertx.core.Context;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.WebSocketFrame;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The sockets of one event loop: the doors where they open, and a look at them now and then,
 * whether their owners may still be here, and whether they are still there.
 */
public final class LoopSockets {
    /** Largest message that a client may send, in bytes; a frame is not larger either. */
    public static final int MAX_MESSAGE = FrameReader.MAX_MESSAGE;

    private static final long CHECK_MILLIS = 250;
    private static final long PING_NANOS = Duration.ofSeconds(25).toNanos();
    private static final long SILENT_NANOS = Duration.ofSeconds(75).toNanos();

    private final View view;
    private final Identity identity;
    private final Map<String, Door> doors;
    private final Set<Watched> open = new LinkedHashSet<>();

    /**
     * The sockets of this loop, which is not a request's own copy of it.
     *
     * @param doors by their lower-case paths
     */
    public LoopSockets(Context loop, View view, Identity identity, Map<String, Door> doors) {
        this.view = view;
        this.identity = identity;
        this.doors = doors;
        loop.owner().setPeriodic(CHECK_MILLIS, _ -> List.copyOf(open).forEach(this::check));
    }

    /** The door at this path, null if there is none. */
    public @Nullable Door door(String lowerPath) {
        return doors.get(lowerPath);
    }

    /** A socket with the times at which something was heard and sent. */
    private static final class Watched {
        private final Peer peer;
        private final Connection connection;
        private final FrameReader frames = new FrameReader();
        private long heardNanos = System.nanoTime();
        private long pingedNanos = heardNanos;

        Watched(Peer peer, Connection connection) {
            this.peer = peer;
            this.connection = connection;
        }

        void hear(WebSocketFrame frame) {
            heardNanos = System.nanoTime();
            if (!frame.isText() && !frame.isBinary() && !frame.isContinuation()) {
                return;
            }
            switch (frames.read(frame)) {
                case Heard.Part _ -> {}
                case Heard.Message message -> connection.message(message.text());
                case Heard.Binary _ -> connection.binary();
                case Heard.TooLarge _ -> connection.close(1009, "a message has at most 1 MiB");
            }
        }
    }

    /** Serves a socket that is open now. */
    public void serve(ServerWebSocket socket, @Nullable Known who, Door.Opening opening) {
        Peer peer = new Peer(socket, who);
        Connection connection = opening.opened(peer);
        Watched watched = new Watched(peer, connection);
        open.add(watched);
        socket.frameHandler(watched::hear);
        socket.pongHandler(_ -> watched.heardNanos = System.nanoTime());
        socket.exceptionHandler(failure -> refuse(connection, failure));
        socket.closeHandler(_ -> {
            open.remove(watched);
            connection.closed();
        });
    }

    private static void refuse(Connection connection, Throwable failure) {
        if (failure instanceof CorruptedWebSocketFrameException corrupted) {
            boolean large = corrupted.closeStatus().equals(WebSocketCloseStatus.MESSAGE_TOO_BIG);
            connection.close(
                    corrupted.closeStatus().code(),
                    large ? "a frame has at most 1 MiB" : "the frame is malformed");
        }
    }

    private void check(Watched watched) {
        Connection connection = watched.connection;
        long now = System.nanoTime();
        String ended = ended(watched.peer.who());
        if (ended != null) {
            connection.close(1008, ended);
        } else if (now - watched.heardNanos > SILENT_NANOS) {
            connection.close(1001, "nothing was heard for 75 s");
        } else {
            connection.look(now);
            if (now - watched.pingedNanos > PING_NANOS) {
                watched.pingedNanos = now;
                watched.peer.ping();
            }
        }
    }

    /** Why somebody may not be here any more; null if he may. */
    private @Nullable String ended(@Nullable Known who) {
        if (who == null) {
            return null;
        }
        AccountRow row = view.account(who.bearer().person().account());
        if (row != null && row.banned()) {
            return "the account is banned";
        }
        return identity.bearer(who.token()) == null ? "the token is not valid any more" : null;
    }
}
