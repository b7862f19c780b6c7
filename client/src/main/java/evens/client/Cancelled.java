package evens.client;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One entry of a cancel's answer.
 *
 * @param sessionID id of the order; null for one that is unknown or somebody else's
 * @param reason why it failed, or why the order ended; null if the answer does not say
 * @param filled stake matched before
 * @param remaining stake released
 */
public record Cancelled(
        boolean success,
        @Nullable String sessionID,
        @Nullable String reason,
        @Nullable String gameID,
        BigDecimal odds,
        BigDecimal filled,
        BigDecimal remaining,
        @Nullable String userReference) {

    static Cancelled of(JsonNode json) {
        boolean success = json.required("success").booleanValue();
        String reason = json.has("reason") || success ? "reason" : "description";
        return new Cancelled(
                success,
                Json.textOrNull(json, json.has("orderID") ? "orderID" : "sessionID"),
                Json.textOrNull(json, reason),
                Json.textOrNull(json, "gameID"),
                Json.decimalOrZero(json, "odds"),
                Json.decimalOrZero(json, "filled"),
                Json.decimalOrZero(json, "remaining"),
                Json.textOrNull(json, "userReference"));
    }
}
