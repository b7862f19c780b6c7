package evens.client;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What is left of an order that has just been placed and now rests in the book.
 *
 * @param offered the stake that rests
 */
public record Offer(
        String orderID,
        String wagerRequestID,
        BigDecimal offered,
        BigDecimal odds,
        String side,
        @Nullable String userReference) {

    static Offer of(JsonNode json) {
        return new Offer(
                Json.text(json, "orderID"),
                Json.text(json, "wagerRequestID"),
                Json.decimal(json, "offered"),
                Json.decimal(json, "odds"),
                Json.text(json, "side"),
                Json.textOrNull(json, "userReference"));
    }
}
