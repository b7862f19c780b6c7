package evens.client;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What became of an edit.
 *
 * @param cancelled the old order
 * @param placed the new one; null if there is none
 */
public record Edited(Cancelled cancelled, @Nullable Placed placed) {

    static Edited of(JsonNode json) {
        return new Edited(
                Cancelled.of(json.required("cancelled")),
                json.has("unmatched") ? Placed.of(json) : null);
    }
}
