package evens.client;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A token that is good for part of what its owner may do.
 *
 * @param scopes of {@code read}, {@code trade}, {@code cancel} and {@code admin}
 * @param expiresAt null if it does not end by itself
 */
public record NamedToken(
        String id,
        String name,
        List<String> scopes,
        Instant createdAt,
        @Nullable Instant expiresAt) {

    static NamedToken of(JsonNode json) {
        return new NamedToken(
                Json.text(json, "id"),
                Json.text(json, "name"),
                Json.list(json.required("scopes"), JsonNode::asString),
                Json.instant(json, "createdAt"),
                Json.present(json, "expiresAt") ? Json.instant(json, "expiresAt") : null);
    }
}
