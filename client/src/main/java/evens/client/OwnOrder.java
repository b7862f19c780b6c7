package evens.client;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An open order of an account, the same whether it was heard or listed. Numbers have no zeros
 * behind them, so that equal ones are equal.
 *
 * @param offered the original stake
 * @param remaining stake that can still be matched
 */
public record OwnOrder(
        String id,
        String gameID,
        Pick pick,
        BigDecimal odds,
        BigDecimal offered,
        BigDecimal remaining,
        String wagerRequestID,
        @Nullable String userReference) {

    /** Of a row of {@code /user/getUnmatched}. */
    public static OwnOrder ofRow(JsonNode row) {
        return of(
                row,
                Json.text(row, "id"),
                Json.text(row.required("game"), "id"),
                Ladders.pick(row));
    }

    /** Of a message that has an order. */
    static OwnOrder of(UserFrame.Message message) {
        JsonNode order = message.unmatched();
        return of(
                order,
                Json.text(order, "orderID"),
                Json.text(message.json(), "gameID"),
                OwnBet.heard(order));
    }

    private static OwnOrder of(JsonNode json, String id, String gameID, Pick pick) {
        return new OwnOrder(
                id,
                gameID,
                pick,
                Json.shortest(Json.decimal(json, "odds")),
                Json.shortest(Json.decimal(json, "offered")),
                Json.shortest(Json.decimal(json, "remaining")),
                Json.text(json, "wagerRequestID"),
                Json.textOrNull(json, "userReference"));
    }

    /** Stake matched so far. */
    public BigDecimal filled() {
        return Json.shortest(offered.subtract(remaining));
    }
}
