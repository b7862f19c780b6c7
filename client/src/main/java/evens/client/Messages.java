package evens.client;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Text messages to and from a WebSocket. The JDK's sends one at a time, so those that are sent
 * meanwhile wait here.
 */
public final class Messages implements AutoCloseable {
    private static final int BROKEN = 1006;

    private final WebSocket socket;
    private final Deque<String> unsent = new ArrayDeque<>();
    private final CompletableFuture<SocketClosed> closed;
    private boolean sending;

    private Messages(WebSocket socket, CompletableFuture<SocketClosed> closed) {
        this.socket = socket;
        this.closed = closed;
    }

    /** How a socket is opened for somebody who listens. */
    interface Opening {
        Messages open(Consumer<String> hearer);
    }

    /**
     * Opens a socket.
     *
     * @param headers of the handshake
     * @param hearer of each message, on a thread that must not be held up
     * @throws ApiException if the other side says no
     */
    public static Messages open(
            HttpClient http, URI address, Map<String, String> headers, Consumer<String> hearer) {
        WebSocket.Builder builder = http.newWebSocketBuilder();
        headers.forEach(builder::header);
        CompletableFuture<SocketClosed> closed = new CompletableFuture<>();
        try {
            return new Messages(
                    builder.buildAsync(address, new Hearing(hearer, closed)).join(), closed);
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof WebSocketHandshakeException refused) {
                Object body = refused.getResponse().body();
                throw new ApiException(
                        refused.getResponse().statusCode(), body == null ? "" : body.toString());
            }
            throw failure;
        }
    }

    /** Sends a message behind those that were sent before. */
    public void send(String text) {
        synchronized (unsent) {
            unsent.add(text);
            if (sending) {
                return;
            }
            sending = true;
        }
        sendOn();
    }

    private void sendOn() {
        for (String next = next(); next != null; next = next()) {
            CompletableFuture<WebSocket> sent = socket.sendText(next, true);
            if (!sent.isDone()) {
                var _ = sent.whenComplete((_, _) -> sendOn());
                return;
            }
        }
    }

    private @Nullable String next() {
        synchronized (unsent) {
            String next = unsent.poll();
            sending = next != null;
            return next;
        }
    }

    /** The socket below, for what is no text. */
    public WebSocket socket() {
        return socket;
    }

    /** Completes when the socket is closed, whoever did it. */
    public CompletableFuture<SocketClosed> closed() {
        return closed;
    }

    /** Says goodbye, behind what is being sent, and does not wait. */
    @Override
    public void close() {
        var _ =
                socket.sendClose(WebSocket.NORMAL_CLOSURE, "")
                        .whenComplete((_, failure) -> {
                            if (failure != null) {
                                socket.abort();
                            }
                        });
    }

    /** Puts pieces together to messages. */
    private static final class Hearing implements WebSocket.Listener {
        private final Consumer<String> hearer;
        private final CompletableFuture<SocketClosed> closed;
        private final StringBuilder begun = new StringBuilder();

        Hearing(Consumer<String> hearer, CompletableFuture<SocketClosed> closed) {
            this.hearer = hearer;
            this.closed = closed;
        }

        @Override
        public @Nullable CompletionStage<?> onText(
                WebSocket from, CharSequence piece, boolean last) {
            begun.append(piece);
            if (last) {
                String message = begun.toString();
                begun.setLength(0);
                hearer.accept(message);
            }
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onBinary(
                WebSocket from, ByteBuffer data, boolean last) {
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            closed.complete(new SocketClosed(code, reason));
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable failure) {
            closed.complete(new SocketClosed(BROKEN, String.valueOf(failure)));
        }
    }
}
