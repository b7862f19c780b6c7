package evens.client;

import java.math.BigDecimal;
import tools.jackson.databind.JsonNode;

/**
 * One match of an order that has just been placed, seen by its taker.
 *
 * @param orderID the resting order that was taken
 * @param amount the taker's stake without commission
 * @param risk the stake with commission
 * @param win the winnings net of commission
 */
public record Fill(
        String orderID,
        String txID,
        String wagerRequestID,
        BigDecimal amount,
        BigDecimal odds,
        BigDecimal risk,
        BigDecimal win,
        BigDecimal winWithoutCommission) {

    static Fill of(JsonNode json) {
        return new Fill(
                Json.text(json, "orderID"),
                Json.text(json, "txID"),
                Json.text(json, "wagerRequestID"),
                Json.decimal(json, "amount"),
                Json.decimal(json, "odds"),
                Json.decimal(json, "risk"),
                Json.decimal(json, "win"),
                Json.decimal(json, "winWithoutCommission"));
    }
}
