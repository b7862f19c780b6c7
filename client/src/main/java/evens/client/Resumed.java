package evens.client;

import tools.jackson.databind.JsonNode;

/**
 * What became of one order that was paused.
 *
 * @param placed an offer again, or the error because of which it stays paused
 */
public record Resumed(String orderID, Placed placed) {

    static Resumed of(JsonNode json) {
        return new Resumed(Json.text(json, "orderID"), Placed.of(json));
    }
}
