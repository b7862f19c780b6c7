package evens.client;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Messages of the user feed that were sent before, oldest first.
 *
 * @param complete false if some that were asked for are kept no longer
 */
public record Replay(boolean complete, List<UserFrame.Message> messages) {

    static Replay of(JsonNode json) {
        boolean complete = Json.text(json, "status").equals("success");
        return new Replay(
                complete,
                Json.list(
                        json.required(complete ? "messages" : "availableMessages"),
                        UserFrame.Message::of));
    }
}
