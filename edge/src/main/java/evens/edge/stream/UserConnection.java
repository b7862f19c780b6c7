package evens.edge.stream;

import evens.edge.socket.Connection;
import evens.edge.socket.Door;
import evens.edge.socket.FrameWriter;
import evens.edge.socket.Peer;
import evens.edge.view.GameRow;
import evens.edge.wire.Json;
import evens.edge.wire.UserFeedShape;
import evens.edge.wire.UserMessage;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One socket of the user feed. Nothing that it is told is ever left out: a peer that does not keep
 * up is sent away, and reads what it missed from the replay.
 */
final class UserConnection implements Connection, Door.Opening {
    /** Try again later. */
    private static final int TOO_SLOW = 1013;

    private static final long MOST_WAITING = 16 << 20;
    private static final Buffer NO_COMMANDS =
            Json.write(out -> {
                out.writeStartObject();
                out.writeStringProperty("error", "the user feed takes no commands");
                out.writeEndObject();
            });

    private final UserSockets sockets;
    private final long account;
    private final Heartbeat beats;
    private final UserOutbox outbox;
    private @Nullable Peer peer;
    private @Nullable FrameWriter writer;
    private boolean isOver;

    UserConnection(UserSockets sockets, long account, Heartbeat beats) {
        this.sockets = sockets;
        this.account = account;
        this.beats = beats;
        this.outbox = new UserOutbox(sockets.figures());
    }

    long account() {
        return account;
    }

    @Override
    public Connection opened(Peer newPeer) {
        peer = newPeer;
        writer = new FrameWriter(newPeer.channel(), sockets.loop(), outbox);
        sockets.figures().sockets.increment();
        if (isOver) {
            newPeer.close(TOO_SLOW, "too much happened before the socket was open");
        } else {
            beats.start(sockets.context(), () -> sockets.beat(this));
        }
        send();
        return this;
    }

    @Override
    public void failed() {
        end();
        sockets.forget(this);
    }

    /** What one step says to the account. */
    void add(List<UserMessage> messages, Map<Long, GameRow> games) {
        if (!isOver) {
            outbox.add(messages, games);
            limit();
        }
    }

    /** All up to this step has been added. */
    void addBeat(long sequence) {
        if (!isOver) {
            long now = System.currentTimeMillis();
            outbox.add(Json.write(out -> UserFeedShape.writeHeartbeat(sequence, now, out)));
        }
    }

    private void limit() {
        if (outbox.weight() > MOST_WAITING) {
            tooSlow("more than 16 MiB of messages were not read");
        }
    }

    void send() {
        if (writer != null && !isOver) {
            writer.send();
        }
    }

    @Override
    public void message(Buffer text) {
        refuse();
    }

    @Override
    public void binary() {
        refuse();
    }

    private void refuse() {
        if (!isOver) {
            outbox.add(NO_COMMANDS);
            limit();
            sockets.wake(this);
        }
    }

    @Override
    public void look(long nowNanos) {
        if (writer != null && writer.isStuck(nowNanos)) {
            tooSlow(FrameWriter.STUCK);
        }
    }

    private void tooSlow(String reason) {
        if (!isOver) {
            sockets.figures().tooSlow.increment();
            close(TOO_SLOW, reason);
        }
    }

    @Override
    public void close(int code, String reason) {
        if (!isOver) {
            end();
            if (peer != null) {
                peer.close(code, reason);
            }
        }
    }

    @Override
    public void closed() {
        sockets.figures().sockets.decrement();
        end();
        sockets.forget(this);
    }

    private void end() {
        isOver = true;
        beats.stop(sockets.context());
        outbox.clear();
    }
}
