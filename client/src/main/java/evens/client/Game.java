package evens.client;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A fixture. */
public record Game(
        String id,
        String league,
        String sport,
        Instant start,
        @Nullable String eventName,
        boolean ended,
        Team away,
        Team home) {

    static Game of(JsonNode json) {
        JsonNode participants = json.required("participants");
        return new Game(
                Json.text(json, "id"),
                Json.text(json, "league"),
                Json.text(json, "sport"),
                Json.instant(json, "start"),
                Json.textOrNull(json, "eventName"),
                Json.flag(json, "ended"),
                Team.of(participants.required(0)),
                Team.of(participants.required(1)));
    }
}
