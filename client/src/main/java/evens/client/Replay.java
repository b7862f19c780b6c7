package evens.client;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Messages of the user feed that were sent before, oldest first.
 *
 * @param complete false if some that were asked for are kept no longer
 * @param sequence the step up to which they are all here; 0 if that is not said
 */
public record Replay(boolean complete, long sequence, List<UserFrame.Message> messages) {

    static Replay of(RawResponse response) {
        return of(response.json(), Reply.sequence(response));
    }

    static Replay of(JsonNode json, long sequence) {
        boolean complete = Json.text(json, "status").equals("success");
        return new Replay(
                complete,
                sequence,
                Json.list(
                        json.required(complete ? "messages" : "availableMessages"),
                        UserFrame.Message::of));
    }
}
