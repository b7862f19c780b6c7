package evens.edge.orders;

import evens.model.Identity.Bearer;
import io.netty.channel.ChannelHandlerContext;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.internal.http.WebSocketInternal;

/**
 * Who is at the other end of a socket.
 *
 * @param token by which it is known
 */
record Peer(ServerWebSocket socket, String token, Bearer bearer) {

    long account() {
        return bearer.person().account();
    }

    /** Where frames are written that are to be flushed together. */
    ChannelHandlerContext channel() {
        return ((WebSocketInternal) socket).channelHandlerContext();
    }

    void ping() {
        socket.writePing(Buffer.buffer());
    }

    void close(int code, String reason) {
        socket.close((short) code, reason);
    }
}
