package evens.client;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The caller's half of a match that is not graded yet.
 *
 * @param type {@code moneyline}, {@code spread}, {@code total} or {@code moneyline1x2}
 * @param participantID who is backed; null for totals and three ways
 * @param id the resting order of the match, the caller's own if the origin is {@code offer}
 * @param bet the caller's stake without commission
 * @param risk the stake with commission, two decimals
 * @param win the winnings net of commission, two decimals
 * @param origin {@code offer} if the caller posted, {@code wager} if the caller took
 */
public record MatchedBet(
        String id,
        String txID,
        String gameID,
        String type,
        @Nullable String participantID,
        BigDecimal odds,
        BigDecimal bet,
        BigDecimal risk,
        BigDecimal win,
        String origin,
        String wagerRequestID,
        @Nullable String userReference) {

    static MatchedBet of(JsonNode json) {
        return new MatchedBet(
                Json.text(json, "id"),
                Json.text(json, "txID"),
                Json.text(json.required("game"), "id"),
                Json.text(json, "type"),
                Json.textOrNull(json, "participantID"),
                Json.decimal(json, "odds"),
                Json.decimal(json, "bet"),
                Json.decimal(json, "risk"),
                Json.decimal(json, "win"),
                Json.text(json, "origin"),
                Json.text(json, "wagerRequestID"),
                Json.textOrNull(json, "userReference"));
    }
}
