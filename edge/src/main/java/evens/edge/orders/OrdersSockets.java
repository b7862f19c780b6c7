package evens.edge.orders;

import evens.edge.limits.PlacingLimit;
import evens.edge.view.AccountRow;
import evens.edge.view.View;
import evens.model.Identity;
import evens.model.Identity.Bearer;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.vertx.core.Context;
import io.vertx.core.http.ServerWebSocket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;

/**
 * The orders sockets of one event loop. Now and then it looks whether their owners may still trade,
 * and whether they are still there.
 */
public final class OrdersSockets {
    /** Largest message that a client may send, in bytes. */
    public static final int MAX_MESSAGE = FrameReader.MAX_MESSAGE;

    private static final long CHECK_MILLIS = 250;
    private static final long PING_NANOS = Duration.ofSeconds(25).toNanos();
    private static final long SILENT_NANOS = Duration.ofSeconds(75).toNanos();

    private final Executor loop;
    private final OrderDesk desk;
    private final View view;
    private final Identity identity;
    private final PlacingLimit placing;
    private final SocketOperations operations;
    private final Set<Watched> open = new LinkedHashSet<>();

    /** The sockets of this loop, which is not a request's own copy of it. */
    public OrdersSockets(
            Context loop, OrderDesk desk, View view, Identity identity, PlacingLimit placing) {
        this.loop = task -> loop.runOnContext(_ -> task.run());
        this.desk = desk;
        this.view = view;
        this.identity = identity;
        this.placing = placing;
        this.operations = new SocketOperations(view, InstantSource.system());
        loop.owner().setPeriodic(CHECK_MILLIS, _ -> List.copyOf(open).forEach(this::check));
    }

    /** A socket with the times at which something was heard and sent. */
    private static final class Watched {
        private final OrdersConnection connection;
        private long heardNanos = System.nanoTime();
        private long pingedNanos = heardNanos;

        Watched(OrdersConnection connection) {
            this.connection = connection;
        }
    }

    /** Serves a socket that is open now. */
    public void serve(ServerWebSocket socket, String token, Bearer bearer) {
        OrdersConnection connection = new OrdersConnection(this, new Peer(socket, token, bearer));
        Watched watched = new Watched(connection);
        open.add(watched);
        socket.frameHandler(frame -> {
            watched.heardNanos = System.nanoTime();
            if (frame.isText() || frame.isBinary() || frame.isContinuation()) {
                connection.hear(frame);
            }
        });
        socket.pongHandler(_ -> watched.heardNanos = System.nanoTime());
        socket.exceptionHandler(failure -> refuse(connection, failure));
        socket.closeHandler(_ -> {
            open.remove(watched);
            connection.closed();
        });
    }

    private static void refuse(OrdersConnection connection, Throwable failure) {
        if (failure instanceof CorruptedWebSocketFrameException corrupted) {
            boolean large = corrupted.closeStatus().equals(WebSocketCloseStatus.MESSAGE_TOO_BIG);
            connection.close(
                    corrupted.closeStatus().code(),
                    large ? "a frame has at most 1 MiB" : "the frame is malformed");
        }
    }

    private void check(Watched watched) {
        OrdersConnection connection = watched.connection;
        Peer peer = connection.peer();
        AccountRow row = view.account(peer.account());
        long now = System.nanoTime();
        if (row != null && row.banned()) {
            connection.close(1008, "the account is banned");
        } else if (identity.bearer(peer.token()) == null) {
            connection.close(1008, "the token is not valid any more");
        } else if (now - watched.heardNanos > SILENT_NANOS) {
            connection.close(1001, "nothing was heard for 75 s");
        } else if (now - watched.pingedNanos > PING_NANOS) {
            watched.pingedNanos = now;
            peer.ping();
        }
    }

    /** Runs tasks on the event loop. */
    Executor loop() {
        return loop;
    }

    OrderDesk desk() {
        return desk;
    }

    PlacingLimit placing() {
        return placing;
    }

    SocketOperations operations() {
        return operations;
    }

    /** The last step that readers see. */
    long sequence() {
        return view.sequence();
    }

    /** The account's epoch now. */
    long epoch(long account) {
        AccountRow row = view.account(account);
        return row == null ? 0 : row.epoch();
    }
}
