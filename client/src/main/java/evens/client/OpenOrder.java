package evens.client;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An order of the caller that rests in a book.
 *
 * @param type {@code moneyline}, {@code spread}, {@code total} or {@code moneyline1x2}
 * @param participantID who is backed; null for totals and three ways
 * @param filled stake matched so far
 * @param offered the original stake
 * @param remaining stake that can still be matched
 */
public record OpenOrder(
        String id,
        String gameID,
        String type,
        @Nullable String participantID,
        BigDecimal odds,
        BigDecimal filled,
        BigDecimal offered,
        BigDecimal remaining,
        Instant createdAt,
        String wagerRequestID,
        @Nullable String userReference) {

    static OpenOrder of(JsonNode json) {
        return new OpenOrder(
                Json.text(json, "id"),
                Json.text(json.required("game"), "id"),
                Json.text(json, "type"),
                Json.textOrNull(json, "participantID"),
                Json.decimal(json, "odds"),
                Json.decimal(json, "filled"),
                Json.decimal(json, "offered"),
                Json.decimal(json, "remaining"),
                Json.instant(json, "createdAt"),
                Json.text(json, "wagerRequestID"),
                Json.textOrNull(json, "userReference"));
    }
}
