package evens.edge.socket;

import io.vertx.core.buffer.Buffer;

/** One socket that is open. It lives on one event loop, and so do all calls. */
public interface Connection {
    /** A whole message came, which says to be text. */
    void message(Buffer text);

    /** A whole message came that is not text. */
    void binary();

    /** A moment has passed: time to see whether the peer is too slow. */
    void look(long nowNanos);

    /** Ends the socket. Does nothing if it has ended. */
    void close(int code, String reason);

    /** The socket is closed, whoever did it. */
    void closed();
}
