package evens.client;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An offer as a taker sees it. Numbers have no zeros behind them, so that equal ones are equal.
 *
 * @param odds what the taker would get
 * @param bet the maker's original stake
 * @param sumUntaken the largest stake a taker can still put on it
 * @param takenRatio how much of it is taken, from 0 to 1
 * @param expiry null if it ends with the start of the game
 * @param createdBy the reader's own id on the reader's own offers, else null
 */
public record LadderOffer(
        String id,
        BigDecimal odds,
        BigDecimal bet,
        BigDecimal sumUntaken,
        BigDecimal takenRatio,
        Instant createdAt,
        @Nullable Instant expiry,
        boolean postArb,
        @Nullable String createdBy) {

    static LadderOffer of(JsonNode json) {
        return new LadderOffer(
                Json.text(json, "id"),
                Json.shortest(Json.decimal(json, "odds")),
                Json.shortest(Json.decimal(json, "bet")),
                Json.shortest(Json.decimal(json, "sumUntaken")),
                Json.shortest(Json.decimalOrZero(json, "takenRatio")),
                Json.instant(json, "createdAt"),
                Json.present(json, "expiry") ? Json.instant(json, "expiry") : null,
                Json.flag(json, "isPostArb"),
                Json.textOrNull(json, "createdBy"));
    }
}
