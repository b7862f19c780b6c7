package evens.edge.orders;

import evens.edge.orders.SocketOperation.Sent;
import evens.edge.socket.Connection;
import evens.edge.socket.Inbox;
import evens.edge.socket.Peer;
import evens.edge.wire.SocketAnswer;
import evens.edge.wire.SocketAnswer.Failed;
import evens.edge.wire.SocketRequest;
import evens.edge.wire.SocketRequest.Asked;
import evens.edge.wire.SocketRequest.Malformed;
import evens.model.Command;
import evens.model.Gateway;
import evens.model.Identity.Bearer;
import evens.model.Identity.Scope;
import io.vertx.core.buffer.Buffer;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * One orders socket. Its messages go to the desk in the order in which they came, and none waits
 * for the answer to another. It lives on one event loop; answers come there by its inbox.
 */
final class OrdersConnection implements Connection {
    /** Most bytes of answers that a peer may leave unread. */
    private static final long MAX_UNREAD = 16 << 20;

    private static final String INVALID = "validation_error";
    private static final String SYSTEM = "system_error";

    private final OrdersSockets sockets;
    private final Peer peer;
    private final Bearer bearer;
    private final long account;
    private final Outbox outbox;
    private final Inbox inbox;
    private final InFlight inFlight = new InFlight();
    private final Gateway.Sender sender = new Gateway.Sender();
    private final long number = ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE);
    private boolean closing;

    OrdersConnection(OrdersSockets sockets, Peer peer, Bearer bearer) {
        this.sockets = sockets;
        this.peer = peer;
        this.bearer = bearer;
        this.account = bearer.person().account();
        this.outbox = new Outbox(peer.channel(), sockets.loop());
        this.inbox = new Inbox(sockets.loop(), outbox::send);
    }

    /** Whose it is. */
    long account() {
        return account;
    }

    Inbox inbox() {
        return inbox;
    }

    OrdersSockets sockets() {
        return sockets;
    }

    @Override
    public void binary() {
        if (!closing) {
            fail(null, "send text, not binary", null);
        }
    }

    @Override
    public void look(long nowNanos) {}

    @Override
    public void message(Buffer message) {
        if (closing) {
            return;
        }
        Sent sent = new Sent(account, sockets.epoch(account), number);
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
        if (!bearer.may(operation.needs())) {
            fail(asked.requestID(), notFor(operation.needs()), places ? INVALID : null);
            return;
        }
        if (places && !sockets.placing().allows(account)) {
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
    @Override
    public void close(int code, String reason) {
        if (!closing) {
            closing = true;
            outbox.clear();
            peer.close(code, reason);
        }
    }

    @Override
    public void closed() {
        closing = true;
        outbox.clear();
    }
}
