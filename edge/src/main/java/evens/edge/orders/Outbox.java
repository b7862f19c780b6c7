package evens.edge.orders;

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

/**
 * The answers of one socket on their way out. Frames are written without a flush for each, as many
 * as the channel takes, and the rest when it has sent those: what its peer does not read waits
 * here.
 */
final class Outbox {
    private final ChannelHandlerContext channel;
    private final Executor loop;
    private final Deque<Waiting> answers = new ArrayDeque<>();
    private long weight;
    private boolean resuming;

    private record Waiting(SocketPieces pieces, long weight) {}

    Outbox(ChannelHandlerContext channel, Executor loop) {
        this.channel = channel;
        this.loop = loop;
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
        boolean wrote = false;
        while (!answers.isEmpty() && channel.channel().isWritable()) {
            writeNext();
            wrote = true;
        }
        if (!answers.isEmpty() && !resuming) {
            resumeWhenSent();
        } else if (wrote) {
            channel.flush();
        }
    }

    private void writeNext() {
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
        var _ = channel.write(frame, channel.voidPromise());
        if (ends) {
            answers.remove();
        }
    }

    /** An empty buffer is sent when all before it is. */
    private void resumeWhenSent() {
        resuming = true;
        channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(_ -> loop.execute(this::resume));
    }

    private void resume() {
        resuming = false;
        if (channel.channel().isActive()) {
            send();
        }
    }

    /** Forgets what was not written. */
    void clear() {
        answers.clear();
        weight = 0;
    }
}
