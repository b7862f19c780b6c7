package evens.client;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * What happens to the orders of an account, over a socket, each thing once. Its listener hears one
 * message after the other, on a thread that must not be held up: whoever can not keep up is closed
 * with 1013, and asks for a replay of the rest. Frames that are not known are passed over.
 */
public final class UserStream implements AutoCloseable {
    private final Messages messages;

    UserStream(Messages.Opening opening, Consumer<UserFrame> listener) {
        listener.accept(new UserFrame.Opening());
        messages = opening.open(text -> hear(text, listener));
    }

    private static void hear(String text, Consumer<UserFrame> listener) {
        UserFrame frame = UserFrame.of(Json.read(text));
        if (frame != null) {
            listener.accept(frame);
        }
    }

    /** The texts below, for what is no command. */
    public Messages messages() {
        return messages;
    }

    /** Completes when the socket is closed, whoever did it. */
    public CompletableFuture<SocketClosed> closed() {
        return messages.closed();
    }

    @Override
    public void close() {
        messages.close();
    }
}
