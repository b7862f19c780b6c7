package evens.client;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/**
 * The market as it changes, over a socket. Its listener hears one frame after the other, on a
 * thread that must not be held up: whoever can not keep up gets fewer states of each ladder, and is
 * closed with 1013 in the end. Until the first command everything is sent. Frames that are not
 * known are passed over.
 */
public final class PriceStream implements AutoCloseable {
    private final Messages messages;
    private final AtomicLong requests = new AtomicLong();

    PriceStream(Messages.Opening opening, Consumer<PriceFrame> listener) {
        listener.accept(new PriceFrame.Opening());
        messages = opening.open(new PriceReader(listener));
    }

    /**
     * Adds to what is sent; the first time, it is all that is sent. {@link Topics#NONE} does
     * nothing.
     */
    public String subscribe(Topics topics) {
        return send(topics.command("subscribe").put("replace", false));
    }

    /** From now on this and nothing else is sent; nothing at all with {@link Topics#NONE}. */
    public String subscribeOnly(Topics topics) {
        return send(topics.command("subscribe").put("replace", true));
    }

    public String unsubscribe(Topics topics) {
        return send(topics.command("unsubscribe"));
    }

    /** Everything, as in the beginning. */
    public String subscribeAll() {
        return send(Json.object().put("type", "subscribeAll"));
    }

    /** Gives the id by which {@link PriceFrame.Subscribed} answers. */
    private String send(ObjectNode command) {
        String requestID = "s" + requests.incrementAndGet();
        messages.send(Json.write(command.put("requestID", requestID)));
        return requestID;
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
