package evens.client;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An offer as a taker sees it.
 *
 * @param participantID whom the taker would back
 * @param odds what the taker would get
 * @param bet the maker's original stake
 * @param sumUntaken the largest stake a taker can still put on it
 * @param createdBy the caller's own id on the caller's own offers, else null
 */
public record BookEntry(
        String id,
        String participantID,
        BigDecimal odds,
        BigDecimal bet,
        BigDecimal sumUntaken,
        @Nullable String createdBy) {

    static BookEntry of(JsonNode json) {
        return new BookEntry(
                Json.text(json, "id"),
                Json.text(json, "participantID"),
                Json.decimal(json, "odds"),
                Json.decimal(json, "bet"),
                Json.decimal(json, "sumUntaken"),
                Json.textOrNull(json, "createdBy"));
    }
}
