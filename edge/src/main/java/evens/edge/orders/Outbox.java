package evens.edge.orders;

import evens.edge.socket.FrameWriter;
import evens.edge.wire.SocketAnswer;
import evens.edge.wire.SocketPieces;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;

/** The answers of one socket on their way out: what its peer does not read waits here. */
final class Outbox implements FrameWriter.Source {
    private final FrameWriter writer;
    private final Deque<Waiting> answers = new ArrayDeque<>();
    private long weight;

    private record Waiting(SocketPieces pieces, long weight) {}

    Outbox(ChannelHandlerContext channel, Executor loop) {
        writer = new FrameWriter(channel, loop, this);
    }

    void add(SocketAnswer answer) {
        answers.add(new Waiting(new SocketPieces(answer), answer.weight()));
        weight += answer.weight();
    }

    /** About how many bytes wait, without those of the answer that is being written. */
    long weight() {
        return weight;
    }

    /** Writes what the channel takes. */
    void send() {
        writer.send();
    }

    @Override
    public boolean hasNext() {
        return !answers.isEmpty();
    }

    @Override
    public WebSocketFrame next() {
        Waiting first = answers.element();
        SocketPieces pieces = first.pieces();
        boolean begins = pieces.isNew();
        if (begins) {
            weight -= first.weight();
        }
        ByteBuf bytes = Unpooled.wrappedBuffer(pieces.next());
        boolean ends = pieces.hasEnded();
        WebSocketFrame frame =
                begins
                        ? new TextWebSocketFrame(ends, 0, bytes)
                        : new ContinuationWebSocketFrame(ends, 0, bytes);
        if (ends) {
            answers.remove();
        }
        return frame;
    }

    /** Forgets what was not written. */
    void clear() {
        answers.clear();
        weight = 0;
    }
}
