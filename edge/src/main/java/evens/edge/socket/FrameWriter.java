package evens.edge.socket;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.util.concurrent.Executor;

/**
 * Writes what a source has for a socket: without a flush for each frame, as many as the channel
 * takes, and the rest when it has sent those. What its peer does not read stays in the source.
 */
public final class FrameWriter {
    private final ChannelHandlerContext channel;
    private final Executor loop;
    private final Source source;
    private boolean resuming;
    private long resumingSinceNanos;

    /** Where frames wait until they are written. */
    public interface Source {
        boolean hasNext();

        /** Takes the next one out. */
        WebSocketFrame next();
    }

    public FrameWriter(ChannelHandlerContext channel, Executor loop, Source source) {
        this.channel = channel;
        this.loop = loop;
        this.source = source;
    }

    /** Writes what the channel takes; on the loop. */
    public void send() {
        boolean wrote = false;
        while (source.hasNext() && channel.channel().isWritable()) {
            var _ = channel.write(source.next(), channel.voidPromise());
            wrote = true;
        }
        if (source.hasNext() && !resuming) {
            resumeWhenSent();
        } else if (wrote) {
            channel.flush();
        }
    }

    /** For how long something has waited, and the peer has taken nothing; 0 if nothing waits. */
    public long stuckNanos(long nowNanos) {
        return resuming ? nowNanos - resumingSinceNanos : 0;
    }

    /** An empty buffer is sent when all before it is. */
    private void resumeWhenSent() {
        resuming = true;
        resumingSinceNanos = System.nanoTime();
        channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(_ -> loop.execute(this::resume));
    }

    private void resume() {
        resuming = false;
        if (channel.channel().isActive()) {
            send();
        }
    }
}
