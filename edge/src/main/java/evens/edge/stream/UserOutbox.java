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

    private final FeedFigures figures;
    private final Deque<Part> parts = new ArrayDeque<>();
    private long weight;

    /** Frames that came together. */
    private sealed interface Part {
        long weight();

        /** What one step says. */
        record Messages(List<UserMessage> messages, Map<Long, GameRow> games) implements Part {
            @Override
            public long weight() {
                return messages.size() * MESSAGE_BYTES;
            }
        }

        record Frame(Buffer json) implements Part {
            @Override
            public long weight() {
                return json.length();
            }
        }
    }

    /** How many frames of the first part were taken out. */
    private int taken;

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

    /**
     * About how many bytes wait, without those of the step that is being sent: what one step says
     * may be any amount, and is sent as fast as it is read.
     */
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
        if (taken == 0) {
            weight -= first.weight();
        }
        return switch (first) {
            case Part.Frame frame -> {
                parts.remove();
                yield frame(frame.json());
            }
            case Part.Messages some -> {
                WebSocketFrame next = frame(json(some, taken));
                taken++;
                if (taken == some.messages().size()) {
                    taken = 0;
                    parts.remove();
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
