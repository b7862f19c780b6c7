package evens.edge.socket;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.time.Duration;
import java.util.concurrent.Executor;

/**
 * Writes what a source has for a socket: without a flush for each frame, as many as the channel
 * takes, and the rest when it has sent those. What its peer does not read stays in the source.
 */
public final class FrameWriter {
    /** What is said to a peer that is {@linkplain #isStuck stuck}. */
    public static final String STUCK = "nothing was read for 10 s";

    private static final long MOST_STUCK_NANOS = Duration.ofSeconds(10).toNanos();

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

    /** Whether something has waited for long, and the peer has taken nothing. */
    public boolean isStuck(long nowNanos) {
        return resuming && nowNanos - resumingSinceNanos > MOST_STUCK_NANOS;
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
