package evens.client;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Everything that one caller may do with orders, by requests. Each answer says when it was true.
 */
public final class Orders {
    private final Connection connection;

    Orders(Connection connection) {
        this.connection = connection;
    }

    /** Places a batch; the answer has one entry for each order, in the same place. */
    public Reply<List<Placed>> place(List<NewOrder> orders, Conditions conditions) {
        ObjectNode body = Json.object();
        ArrayNode array = body.putArray("orders");
        orders.forEach(order -> array.add(order.json()));
        return post("/session/v3/place", body, conditions)
                .map(data -> Json.list(data.required("createdSessions"), Placed::of));
    }

    /** Replaces an order that rests, unless the new one would be refused. */
    public Reply<Edited> edit(Edit edit, Conditions conditions) {
        return post("/session/v4/editOrder", edit.json(), conditions).map(Edited::of);
    }

    // cancelling

    public Reply<Cancelled> cancel(String orderID, Conditions conditions) {
        ObjectNode body = Json.object().put("sessionID", orderID);
        return post("/session/cancel", body, conditions).map(Cancelled::of);
    }

    /** Cancels a list; the answer has one entry for each id, in the same place. */
    public Reply<List<Cancelled>> cancelMultiple(List<String> orderIDs, Conditions conditions) {
        ObjectNode body = Json.object();
        ArrayNode array = body.putArray("sessionIDs");
        orderIDs.forEach(array::add);
        return cancels("/session/cancelMultiple", body, conditions);
    }

    /** Cancels the orders of a game that have one of these references. */
    public Reply<List<Cancelled>> cancelByReference(
            String gameID, List<String> references, Conditions conditions) {
        ObjectNode body = Json.object().put("gameID", gameID);
        ArrayNode array = body.putArray("userReferences");
        references.forEach(array::add);
        return cancels("/session/cancelByReference", body, conditions);
    }

    /**
     * Cancels the orders of a game.
     *
     * @param type of market; null for all
     */
    public Reply<List<Cancelled>> cancelAllForGame(
            String gameID, @Nullable String type, Conditions conditions) {
        ObjectNode body = Json.object().put("gameID", gameID);
        if (type != null) {
            body.put("type", type);
        }
        return cancels("/session/cancelAllOrdersForGame", body, conditions);
    }

    /**
     * Cancels the orders of a league.
     *
     * @param league {@code LIVE} for all games that are live
     * @return whether the request was received; the orders are cancelled then
     */
    public Reply<Boolean> cancelAllForLeague(String league, Conditions conditions) {
        ObjectNode body = Json.object().put("league", league);
        return post("/session/cancelAllForLeague", body, conditions)
                .map(data -> Json.flag(data, "ordersReceived"));
    }

    /** Cancels everything; the answer has one entry for each order that was open, oldest first. */
    public Reply<List<Cancelled>> cancelAll(Conditions conditions) {
        return cancels("/session/cancelAllOrders", Json.object(), conditions);
    }

    /** Cancels everything, and refuses new orders until {@link #releaseLatch}. */
    public Reply<List<Cancelled>> latch(Conditions conditions) {
        return cancels("/session/cancelAllOrders", Json.object().put("mode", "latch"), conditions);
    }

    public Reply<JsonNode> releaseLatch() {
        return post("/session/releaseLatch", Json.object(), Conditions.NONE);
    }

    // pausing

    /**
     * Takes orders out of their books, to be brought back.
     *
     * @param gameID null for all games
     */
    public Reply<List<Cancelled>> pause(@Nullable String gameID, Conditions conditions) {
        return cancels("/session/pauseOrders", ofGame(gameID), conditions);
    }

    /**
     * Brings paused orders back, each as one that only rests.
     *
     * @param gameID null for all games
     */
    public Reply<List<Resumed>> resume(@Nullable String gameID, Conditions conditions) {
        return post("/session/resumeOrders", ofGame(gameID), conditions)
                .map(data -> Json.list(data.required("createdSessions"), Resumed::of));
    }

    private static ObjectNode ofGame(@Nullable String gameID) {
        return gameID == null ? Json.object() : Json.object().put("gameID", gameID);
    }

    // the dead-man's switch

    /**
     * Arms it: all orders are cancelled unless the next heartbeat comes in time.
     *
     * @param timeout more than 5 s, at most a day
     */
    public Reply<JsonNode> heartbeat(Duration timeout) {
        ObjectNode body = Json.object().put("timeout", seconds(timeout));
        return post("/user/ordersHeartbeat", body, Conditions.NONE);
    }

    /** Disarms it. */
    public Reply<JsonNode> stopHeartbeats() {
        ObjectNode body = Json.object().put("timeout", 0).put("off", true);
        return post("/user/ordersHeartbeat", body, Conditions.NONE);
    }

    static BigDecimal seconds(Duration timeout) {
        return BigDecimal.valueOf(timeout.toMillis(), 3);
    }

    private Reply<List<Cancelled>> cancels(String path, ObjectNode body, Conditions conditions) {
        return post(path, body, conditions).map(data -> Json.list(data, Cancelled::of));
    }

    private Reply<JsonNode> post(String path, ObjectNode body, Conditions conditions) {
        Long epoch = conditions.epoch();
        if (epoch != null) {
            body.put("epoch", epoch);
        }
        String key = conditions.idempotencyKey();
        Map<String, String> headers = key == null ? Map.of() : Map.of("Idempotency-Key", key);
        Function<JsonNode, JsonNode> data = answer -> answer.required("data");
        return Reply.of(connection.send("POST", path, body, headers)).map(data);
    }
}
