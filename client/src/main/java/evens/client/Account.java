package evens.client;

import java.math.BigDecimal;
import tools.jackson.databind.JsonNode;

/**
 * An account as its owner or an operator sees it.
 *
 * @param balance cash in dollars
 * @param creditLimit 0, or negative for a credit account
 * @param liability worst case over all games, never positive
 * @param commission rate a taker pays, 0.01 is one per cent
 * @param epoch greater after whatever cancels or pauses all orders; -1 where it is not said
 * @param latched whether new orders are refused until the latch is released
 */
public record Account(
        String id,
        String username,
        BigDecimal balance,
        BigDecimal creditLimit,
        BigDecimal liability,
        BigDecimal commission,
        boolean operator,
        long epoch,
        boolean latched) {

    static Account of(JsonNode json) {
        return new Account(
                Json.text(json, "id"),
                Json.text(json, "username"),
                Json.decimal(json, "displayBalance"),
                Json.decimalOrZero(json, "creditLimit"),
                Json.decimalOrZero(json, "liability"),
                Json.decimalOrZero(json, "commissionCharged"),
                Json.flag(json, "isAdmin"),
                json.path("epoch").asLong(-1),
                Json.flag(json, "latched"));
    }
}
