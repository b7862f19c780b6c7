package evens.edge.stream;

import evens.edge.socket.FrameWriter;
import evens.edge.view.GameRow;
import evens.edge.wire.Json;
import evens.edge.wire.UserFeedShape;
import evens.edge.wire.UserMessage;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/**
 * What a socket of the user feed is still to be sent, in order. Messages become JSON when the
 * channel takes them.
 */
final class UserOutbox implements FrameWriter.Source {
    /** About the size of a message. */
    private static final long MESSAGE_BYTES = 800;

    /** What a step counts at most: one that ends all orders must not end the feed. */
    private static final long MOST_OF_A_STEP = 1 << 20;

    private final FeedFigures figures;
    private final Deque<Part> parts = new ArrayDeque<>();
    private long weight;

    /** How many frames of the first part were taken out. */
    private int taken;

    /** Frames that came together. */
    private sealed interface Part {
        long weight();

        /** What one step says. */
        record Messages(List<UserMessage> messages, Map<Long, GameRow> games) implements Part {
            @Override
            public long weight() {
                return Math.min(messages.size() * MESSAGE_BYTES, MOST_OF_A_STEP);
            }
        }

        record Frame(Buffer json) implements Part {
            @Override
            public long weight() {
                return json.length();
            }
        }
    }

    /** An empty one, whose frames are counted here. */
    UserOutbox(FeedFigures figures) {
        this.figures = figures;
    }

    void add(List<UserMessage> messages, Map<Long, GameRow> games) {
        add(new Part.Messages(messages, games));
    }

    void add(Buffer json) {
        add(new Part.Frame(json));
    }

    private void add(Part part) {
        parts.add(part);
        weight += part.weight();
    }

    private void removeFirst() {
        weight -= parts.remove().weight();
        taken = 0;
    }

    /** About how many bytes wait; of a long step not all of them count. */
    long weight() {
        return weight;
    }

    @Override
    public boolean hasNext() {
        return !parts.isEmpty();
    }

    @Override
    public WebSocketFrame next() {
        figures.frames.increment();
        Part first = parts.element();
        return switch (first) {
            case Part.Frame frame -> {
                removeFirst();
                yield frame(frame.json());
            }
            case Part.Messages some -> {
                WebSocketFrame next = frame(json(some, taken));
                taken++;
                if (taken == some.messages().size()) {
                    removeFirst();
                }
                yield next;
            }
        };
    }

    private static Buffer json(Part.Messages some, int index) {
        UserMessage message = some.messages().get(index);
        GameRow game = some.games().get(message.game());
        if (game == null) {
            throw new IllegalStateException("a message about an unknown game");
        }
        return Json.write(out -> UserFeedShape.write(message, game, out));
    }

    private static WebSocketFrame frame(Buffer json) {
        ByteBuf bytes = Unpooled.wrappedBuffer(json.getBytes());
        return new TextWebSocketFrame(bytes);
    }

    void clear() {
        parts.clear();
        taken = 0;
        weight = 0;
    }
}
