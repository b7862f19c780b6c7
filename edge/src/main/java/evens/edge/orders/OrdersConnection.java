package evens.edge.orders;

import evens.edge.orders.FrameReader.Heard;
import evens.edge.orders.SocketOperation.Sent;
import evens.edge.wire.SocketAnswer;
import evens.edge.wire.SocketAnswer.Failed;
import evens.edge.wire.SocketRequest;
import evens.edge.wire.SocketRequest.Asked;
import evens.edge.wire.SocketRequest.Malformed;
import evens.model.Command;
import evens.model.Gateway;
import evens.model.Identity.Scope;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocketFrame;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * One orders socket. Its messages go to the desk in the order in which they came, and none waits
 * for the answer to another. It lives on one event loop; answers come there by its inbox.
 */
final class OrdersConnection {
    /** Most bytes of answers that a peer may leave unread. */
    private static final long MAX_UNREAD = 16 << 20;

    private static final String INVALID = "validation_error";
    private static final String SYSTEM = "system_error";

    private final OrdersSockets sockets;
    private final Peer peer;
    private final Outbox outbox;
    private final Inbox inbox;
    private final FrameReader frames = new FrameReader();
    private final InFlight inFlight = new InFlight();
    private final Gateway.Sender sender = new Gateway.Sender();
    private final long number = ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE);
    private boolean closing;

    OrdersConnection(OrdersSockets sockets, Peer peer) {
        this.sockets = sockets;
        this.peer = peer;
        this.outbox = new Outbox(peer.channel(), sockets.loop());
        this.inbox = new Inbox(sockets.loop(), outbox::send);
    }

    Peer peer() {
        return peer;
    }

    Inbox inbox() {
        return inbox;
    }

    OrdersSockets sockets() {
        return sockets;
    }

    /** A frame with data came. */
    void hear(WebSocketFrame frame) {
        if (closing) {
            return;
        }
        switch (frames.read(frame)) {
            case Heard.Part _ -> {}
            case Heard.Message message -> read(message.text());
            case Heard.Binary _ -> fail(null, "send text, not binary", null);
            case Heard.TooLarge _ -> close(1009, "a message has at most 1 MiB");
        }
    }

    private void read(Buffer message) {
        Sent sent = new Sent(peer.account(), sockets.epoch(peer.account()), number);
        switch (SocketRequest.read(message)) {
            case Malformed bad -> fail(bad.requestID(), bad.error(), null);
            case Asked asked -> {
                SocketOperation operation = sockets.operations().find(asked.type());
                if (operation == null) {
                    fail(asked.requestID(), "unknown message type", null);
                } else {
                    take(asked, operation, sent);
                }
            }
        }
    }

    private void take(Asked asked, SocketOperation operation, Sent sent) {
        boolean places = operation.places();
        if (!peer.bearer().may(operation.needs())) {
            fail(asked.requestID(), notFor(operation.needs()), places ? INVALID : null);
            return;
        }
        if (places && !sockets.placing().allows(peer.account())) {
            fail(asked.requestID(), "Too many requests. Please try again later.", SYSTEM);
            return;
        }
        Task task;
        try {
            task = operation.reader().read(asked.fields(), sent);
        } catch (BadMessage bad) {
            fail(asked.requestID(), bad.error(), places ? INVALID : null);
            return;
        }
        Command command = task.command();
        Underway underway = new Underway(this, asked.requestID(), operation, task);
        if (command == null) {
            underway.nothingToDo();
        } else if (places && !inFlight.begin(task.orders())) {
            fail(asked.requestID(), "too many requests", SYSTEM);
        } else {
            sockets.desk().submit(command, task.key(), sender, underway);
        }
    }

    private static String notFor(Scope scope) {
        return scope == Scope.TRADE
                ? "the token lacks the scope trade"
                : "the token lacks the scope cancel";
    }

    private void fail(@Nullable String requestID, String error, @Nullable String type) {
        inbox.add(() -> say(new Failed(requestID, error, type)));
    }

    /** A message that was submitted is over; on the loop. */
    void ended(SocketOperation operation, Task task) {
        if (operation.places()) {
            inFlight.end(task.orders());
        }
    }

    /** Puts an answer behind those that wait; on the loop. */
    void say(SocketAnswer answer) {
        if (closing) {
            return;
        }
        outbox.add(answer);
        if (outbox.weight() > MAX_UNREAD) {
            close(1013, "more than 16 MiB of answers were not read");
        }
    }

    /** Ends the socket. What is on its way to the exchange is executed, and orders stay. */
    void close(int code, String reason) {
        if (!closing) {
            closing = true;
            outbox.clear();
            peer.close(code, reason);
        }
    }

    /** The socket is closed, whoever did it. */
    void closed() {
        closing = true;
        outbox.clear();
    }
}
