package evens.edge.stream.user;

import evens.edge.socket.Connection;
import evens.edge.socket.Door;
import evens.edge.socket.FrameWriter;
import evens.edge.socket.Peer;
import evens.edge.view.GameRow;
import evens.edge.wire.Json;
import evens.edge.wire.UserFeedShape;
import evens.edge.wire.UserMessage;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
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
    private static final long MOST_STUCK_NANOS = Duration.ofSeconds(20).toNanos();
    private static final Buffer NO_COMMANDS =
            Json.write(out -> {
                out.writeStartObject();
                out.writeStringProperty("error", "the user feed takes no commands");
                out.writeEndObject();
            });

    private final UserSockets sockets;
    private final long account;
    private final Beat beat;
    private final UserOutbox outbox = new UserOutbox();
    private @Nullable Peer peer;
    private @Nullable FrameWriter writer;
    private boolean isOver;

    UserConnection(UserSockets sockets, long account, Beat beat) {
        this.sockets = sockets;
        this.account = account;
        this.beat = beat;
    }

    long account() {
        return account;
    }

    @Override
    public Connection opened(Peer peer) {
        this.peer = peer;
        writer = new FrameWriter(peer.channel(), sockets.loop(), outbox);
        if (isOver) {
            peer.close(TOO_SLOW, "too much happened before the socket was open");
        } else {
            send();
        }
        return this;
    }

    @Override
    public void failed() {
        closed();
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
            close(TOO_SLOW, "more than 16 MiB of messages were not read");
        }
    }

    void send() {
        FrameWriter open = writer;
        if (open != null && !isOver) {
            open.send();
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
        FrameWriter open = writer;
        if (open != null && open.stuckNanos(nowNanos) > MOST_STUCK_NANOS) {
            close(TOO_SLOW, "nothing could be sent for 20 s");
        } else if (beat.isDue(nowNanos)) {
            sockets.beat(this);
        }
    }

    @Override
    public void close(int code, String reason) {
        if (!isOver) {
            isOver = true;
            outbox.clear();
            Peer open = peer;
            if (open != null) {
                open.close(code, reason);
            }
        }
    }

    @Override
    public void closed() {
        isOver = true;
        outbox.clear();
        sockets.forget(this);
    }
}
