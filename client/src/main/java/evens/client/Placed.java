package evens.client;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What became of one order of a batch: fills, an offer that rests, both, neither, or an error.
 *
 * @param error why it was refused; null if it was not
 * @param errorType class of the refusal; null if it was not refused
 */
public record Placed(
        List<Fill> matched,
        @Nullable Offer unmatched,
        @Nullable String error,
        @Nullable String errorType) {

    public boolean accepted() {
        return error == null;
    }

    static Placed of(JsonNode json) {
        return new Placed(
                Json.list(json.path("matched"), Fill::of),
                json.path("unmatched").isEmpty() ? null : Offer.of(json.required("unmatched")),
                Json.textOrNull(json, "error"),
                Json.textOrNull(json, json.has("error_type") ? "error_type" : "errorType"));
    }
}
