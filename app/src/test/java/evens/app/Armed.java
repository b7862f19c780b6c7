package evens.app;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import evens.app.Venue.Player;
import evens.client.Game;
import evens.client.NewOrder;
import evens.client.Offer;
import evens.client.OpenOrder;
import evens.client.OrderType;
import evens.client.OrdersSocket;
import evens.client.Placed;
import evens.client.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;

/** An account with a lease on a socket of its own, and with what it places around its end. */
final class Armed implements AutoCloseable {
    private final Player player;
    private final Game game;
    private final OrdersSocket socket;
    private final Set<Long> sequences;
    private final String first;
    private final long epoch;
    private final List<Reply<Placed>> placed = Collections.synchronizedList(new ArrayList<>());
    private long beat;
    private Duration lease = Duration.ZERO;

    /**
     * Opens a socket and places the first order.
     *
     * @param sequences where the step of every answer is noted from now on
     */
    Armed(Player player, Game game, Set<Long> sequences) {
        this.player = player;
        this.game = game;
        this.sequences = sequences;
        socket = player.client().ordersSocket();
        first = offer(socket.place(order()).join().value()).orderID();
        epoch = epochNow(player);
    }

    private NewOrder order() {
        return NewOrder.of(game.id(), game.home().id(), 150, "1", OrderType.POST);
    }

    private static Offer offer(Placed placed) {
        Offer offer = placed.unmatched();
        if (offer == null) {
            throw new AssertionError("it does not rest: " + placed);
        }
        return offer;
    }

    private static long epochNow(Player player) {
        JsonNode user = Wire.data(Wire.get(player, "/user/getMe")).required("user");
        return user.required("epoch").longValue();
    }

    Player player() {
        return player;
    }

    /** Arms the lease or renews it. */
    CompletableFuture<Void> beat(Duration length) {
        return socket.heartbeat(length)
                .thenAccept(reply -> {
                    note(reply);
                    beat = reply.sequence();
                    lease = length;
                });
    }

    /**
     * Arms the lease and places an order at each of these times after its end. The log is marked
     * before and after arming it, and before each order.
     */
    CompletableFuture<Void> lapse(Marker marker, Duration length, long... millisAfter) {
        marker.mark();
        CompletableFuture<Void> armed = beat(length);
        marker.mark();
        return armed.thenCompose(_ -> {
            List<CompletableFuture<Void>> all = new ArrayList<>();
            for (long after : millisAfter) {
                all.add(placeIn(marker, length.toMillis() + after));
            }
            return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new));
        });
    }

    private CompletableFuture<Void> placeIn(Marker marker, long millis) {
        return CompletableFuture.runAsync(
                        () -> {}, CompletableFuture.delayedExecutor(millis, MILLISECONDS))
                .thenCompose(_ -> {
                    marker.mark();
                    return place();
                });
    }

    /** Places one more. */
    private CompletableFuture<Void> place() {
        return socket.place(order())
                .thenAccept(reply -> {
                    note(reply);
                    placed.add(reply);
                });
    }

    private void note(Reply<?> reply) {
        assertThat(sequences.add(reply.sequence())).as("a step of its own").isTrue();
    }

    /** Tells when what is still open was accepted. */
    void tell(LogTime times) {
        Map<String, Instant> open = new HashMap<>();
        for (OpenOrder order : player.client().unmatched()) {
            open.put(order.id(), order.createdAt());
        }
        for (Reply<Placed> reply : placed) {
            Instant createdAt = open.get(idOf(reply));
            if (createdAt != null) {
                times.accepted(reply.sequence(), createdAt);
            }
        }
    }

    private static String idOf(Reply<Placed> reply) {
        return reply.value().accepted() ? offer(reply.value()).orderID() : "none";
    }

    /**
     * The lease has ended what was open, once, at its time: neither earlier nor behind anything of
     * the account that came later. Returns whether orders were accepted on both sides of it.
     */
    boolean lapsedOnce(LogTime times) {
        List<String> open = player.client().unmatched().stream().map(OpenOrder::id).toList();
        assertThat(epochNow(player)).isEqualTo(epoch + 1);
        assertThat(open).doesNotContain(first);
        long earliest = times.atLeast(beat) + lease.toMillis();
        long latest = times.atMost(beat) + lease.toMillis();
        long lastBefore = 0;
        long firstAfter = Long.MAX_VALUE;
        int ended = 0;
        for (Reply<Placed> reply : placed) {
            long sequence = reply.sequence();
            Placed value = reply.value();
            if (value.accepted() && !open.contains(idOf(reply))) {
                assertThat(times.atLeast(sequence)).as("ended, so before").isLessThan(latest);
                assertThat(reply.epoch()).isBetween(epoch, epoch + 1);
                lastBefore = Math.max(lastBefore, sequence);
                ended++;
            } else {
                assertThat(value.error()).isIn(null, "stale epoch");
                assertThat(times.atMost(sequence)).as("after").isGreaterThanOrEqualTo(earliest);
                assertThat(reply.epoch()).isEqualTo(epoch + 1);
                firstAfter = Math.min(firstAfter, sequence);
            }
        }
        assertThat(lastBefore).as("what was ended came before the rest").isLessThan(firstAfter);
        return ended > 0 && !open.isEmpty();
    }

    /** The first order is over, as its owner is told who tries to cancel it. */
    void firstIsOver(Player now) {
        String body = "{\"sessionIDs\":[\"" + first + "\"]}";
        JsonNode entry = Wire.data(Wire.post(now, "/session/cancelMultiple", body)).required(0);
        assertThat(entry.required("reason").asString()).isEqualTo("Order already cancelled");
    }

    /** Nothing has happened to it. */
    void goesOn(Player now) {
        assertThat(epochNow(now)).isEqualTo(epoch);
        assertThat(now.client().unmatched()).extracting(OpenOrder::id).contains(first);
    }

    /** Nothing of it is open, and that was one kill. */
    void isOver(Player now) {
        assertThat(now.client().unmatched()).isEmpty();
        assertThat(epochNow(now)).isEqualTo(epoch + 1);
    }

    @Override
    public void close() {
        socket.close();
    }
}
