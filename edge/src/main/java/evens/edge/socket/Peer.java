package evens.edge.socket;

import evens.edge.auth.Authenticator.Finding.Known;
import io.netty.channel.ChannelHandlerContext;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.internal.http.WebSocketInternal;
import org.jspecify.annotations.Nullable;

/**
 * Who is at the other end of a socket.
 *
 * @param who null for somebody who did not say
 */
public record Peer(ServerWebSocket socket, @Nullable Known who) {

    /** Where frames are written that are to be flushed together. */
    public ChannelHandlerContext channel() {
        return ((WebSocketInternal) socket).channelHandlerContext();
    }

    void ping() {
        socket.writePing(Buffer.buffer());
    }

    public void close(int code, String reason) {
        socket.close((short) code, reason);
    }
}
