package evens.app;

import evens.app.Venue.Player;
import evens.client.Game;
import evens.client.NewOrder;
import evens.client.Offer;
import evens.client.OpenOrder;
import evens.client.OrderType;
import evens.client.OrdersRefused;
import evens.client.OrdersSocket;
import evens.client.Placed;
import evens.client.Reply;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Places orders beside what is watched. They stay open, so that in the end their rows tell the
 * log's time at their steps.
 */
final class Marker implements AutoCloseable {
    private final Player player;
    private final NewOrder order;
    private final Set<Long> sequences;
    private final OrdersSocket socket;
    private final Queue<CompletableFuture<Void>> marks = new ConcurrentLinkedQueue<>();
    private final Map<String, Long> steps = new ConcurrentHashMap<>();

    /**
     * Opens a socket.
     *
     * @param sequences where the step of every answer is noted
     */
    Marker(Player player, Game game, Set<Long> sequences) {
        this.player = player;
        this.sequences = sequences;
        order = NewOrder.of(game.id(), game.home().id(), 160, "1", OrderType.POST);
        socket = player.client().ordersSocket();
    }

    /** Marks the log somewhere near; returns at once. */
    void mark() {
        marks.add(socket.place(order).handle(this::answered));
    }

    private Void answered(Reply<Placed> reply, Throwable failure) {
        if (failure == null) {
            Offer offer = reply.value().unmatched();
            if (offer == null || !sequences.add(reply.sequence())) {
                throw new AssertionError("it does not rest in a step of its own: " + reply);
            }
            steps.put(offer.orderID(), reply.sequence());
        } else if (!(failure instanceof CompletionException gone
                && gone.getCause() instanceof OrdersRefused)) { // too many at once are not placed
            throw new AssertionError(failure);
        }
        return null;
    }

    /** Waits for all answers. */
    void await() {
        marks.forEach(CompletableFuture::join);
    }

    void tell(LogTime times) {
        for (OpenOrder open : player.client().unmatched()) {
            Long step = steps.get(open.id());
            if (step != null) {
                times.accepted(step, open.createdAt());
            }
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
