package evens.client;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An account's half of a match, the same whether it was heard or listed. Numbers have no zeros
 * behind them, so that equal ones are equal.
 *
 * @param orderID the resting order of the match, the account's own if the origin is {@code offer}
 * @param amount the account's stake without commission
 * @param risk the stake with commission, rounded to cents
 * @param win the winnings net of commission, rounded to cents
 * @param origin {@code offer} if the account posted, {@code wager} if it took
 */
public record OwnBet(
        String txID,
        String orderID,
        String gameID,
        Pick pick,
        BigDecimal odds,
        BigDecimal amount,
        BigDecimal risk,
        BigDecimal win,
        String origin,
        String wagerRequestID,
        @Nullable String userReference) {

    /** Of a row of {@code /user/getMatchedBets}. */
    public static OwnBet ofRow(JsonNode row) {
        return of(
                row,
                Json.text(row, "id"),
                Json.text(row.required("game"), "id"),
                Ladders.pick(row),
                Json.decimal(row, "bet"),
                Json.text(row, "origin"));
    }

    /** Of a message that has a match. */
    static OwnBet of(UserFrame.Message message) {
        JsonNode match = message.matched();
        return of(
                match,
                Json.text(match, "orderID"),
                Json.text(message.json(), "gameID"),
                heard(match),
                Json.decimal(match, "amount"),
                Json.text(message.json(), "origin"));
    }

    /** The feed says whom an account backs in the words of the order, lists in those of books. */
    static Pick heard(JsonNode block) {
        return new Pick(
                Json.text(block, "type"),
                Json.text(block, "side"),
                Json.textOrNull(block, "market"),
                Json.present(block, "number")
                        ? Json.shortest(Json.decimal(block, "number"))
                        : null);
    }

    private static OwnBet of(
            JsonNode json,
            String orderID,
            String gameID,
            Pick pick,
            BigDecimal amount,
            String origin) {
        return new OwnBet(
                Json.text(json, "txID"),
                orderID,
                gameID,
                pick,
                Json.shortest(Json.decimal(json, "odds")),
                Json.shortest(amount),
                Json.shortest(Json.decimal(json, "risk")),
                Json.shortest(Json.decimal(json, "win")),
                origin,
                Json.text(json, "wagerRequestID"),
                Json.textOrNull(json, "userReference"));
    }
}
