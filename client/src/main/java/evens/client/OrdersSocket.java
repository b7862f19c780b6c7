package evens.client;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A socket for orders. Messages go out in the order in which they are sent, and as many may be
 * under way as one likes; each has a future of its own. A future fails with {@link OrdersRefused}
 * if the exchange said no, with {@link SocketClosed} if the socket closed before it said anything.
 * Any thread may use it.
 */
public final class OrdersSocket implements AutoCloseable {
    private final Messages messages;
    private final Map<String, CompletableFuture<Reply<JsonNode>>> waiting =
            new ConcurrentHashMap<>();
    private final AtomicLong count = new AtomicLong();

    OrdersSocket(Messages.Opening opening) {
        messages = opening.open(this::hear);
        var _ =
                messages.closed()
                        .whenComplete(
                                (closed, _) -> waiting.values().forEach(f -> fail(f, closed)));
    }

    private static void fail(CompletableFuture<?> future, SocketClosed closed) {
        future.completeExceptionally(closed);
    }

    /** Places a batch; the answer has one entry for each order, in the same place. */
    public CompletableFuture<Reply<List<Placed>>> place(
            List<NewOrder> orders, Conditions conditions) {
        ObjectNode payload = Json.object();
        ArrayNode array = payload.putArray("orders");
        orders.forEach(order -> array.add(order.json()));
        return send("placeV3", payload, conditions, data -> Json.list(data, Placed::of));
    }

    public CompletableFuture<Reply<Placed>> place(NewOrder order) {
        return place(List.of(order), Conditions.NONE).thenApply(all -> all.map(List::getFirst));
    }

    public CompletableFuture<Reply<Cancelled>> cancel(String orderID) {
        ObjectNode payload = Json.object().put("orderId", orderID);
        return cancels("cancelById", payload, Conditions.NONE)
                .thenApply(all -> all.map(List::getFirst));
    }

    /** Cancels a list; the answer has one entry for each id, in the same place. */
    public CompletableFuture<Reply<List<Cancelled>>> cancelMultiple(
            List<String> orderIDs, Conditions conditions) {
        ObjectNode payload = Json.object();
        ArrayNode array = payload.putArray("orderIDs");
        orderIDs.forEach(array::add);
        return cancels("cancelMultiple", payload, conditions);
    }

    /**
     * Cancels the orders of a game.
     *
     * @param which {@code type}, {@code side} and {@code market} of those that are meant; empty for
     *     all
     */
    public CompletableFuture<Reply<List<Cancelled>>> cancelAllByGame(
            String gameID, Map<String, String> which, Conditions conditions) {
        ObjectNode payload = Json.object().put("gameId", gameID);
        which.forEach(payload::put);
        return cancels("cancelAllByGame", payload, conditions);
    }

    /** Cancels everything; the answer has one entry for each order that was open, oldest first. */
    public CompletableFuture<Reply<List<Cancelled>>> cancelAll(Conditions conditions) {
        return cancels("cancelAll", Json.object(), conditions);
    }

    /** Cancels everything, and refuses new orders until the latch is released. */
    public CompletableFuture<Reply<List<Cancelled>>> latch(Conditions conditions) {
        return cancels("cancelAll", Json.object().put("mode", "latch"), conditions);
    }

    /**
     * Arms the dead-man's switch: all orders are cancelled unless the next heartbeat comes in time.
     *
     * @param timeout more than 0, at most a day
     */
    public CompletableFuture<Reply<JsonNode>> heartbeat(Duration timeout) {
        ObjectNode payload = Json.object().put("requestTimeout", Orders.seconds(timeout));
        return send("heartbeat", payload, Conditions.NONE, data -> data);
    }

    private CompletableFuture<Reply<List<Cancelled>>> cancels(
            String type, ObjectNode payload, Conditions conditions) {
        return send(type, payload, conditions, data -> Json.list(data, Cancelled::of));
    }

    private <T> CompletableFuture<Reply<T>> send(
            String type, ObjectNode payload, Conditions conditions, Function<JsonNode, T> read) {
        if (conditions.epoch() != null) {
            payload.put("epoch", conditions.epoch());
        }
        if (conditions.idempotencyKey() != null) {
            payload.put("idempotencyKey", conditions.idempotencyKey());
        }
        String requestID = "r" + count.incrementAndGet();
        payload.put("requestID", requestID);
        CompletableFuture<Reply<JsonNode>> answer = new CompletableFuture<>();
        waiting.put(requestID, answer);
        messages.send("[\"" + type + "\"," + Json.write(payload) + "]");
        SocketClosed closed = messages.closed().getNow(null);
        if (closed != null) {
            fail(answer, closed);
        }
        return answer.thenApply(reply -> reply.map(read));
    }

    private void hear(String text) {
        JsonNode json = Json.read(text);
        String requestID = Json.textOrNull(json, "requestID");
        CompletableFuture<Reply<JsonNode>> answer =
                requestID == null ? null : waiting.remove(requestID);
        if (answer == null) {
            return;
        }
        String error = Json.textOrNull(json, "error");
        if (error == null) {
            answer.complete(Reply.of(json));
        } else {
            answer.completeExceptionally(
                    new OrdersRefused(error, Json.textOrNull(json, "error_type")));
        }
    }

    /** How many messages are not answered yet. */
    public int unanswered() {
        return waiting.size();
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
