package evens.client;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What comes over a user stream, in the order in which it came. */
public sealed interface UserFrame permits UserFrame.Opening, UserFrame.Message, Heartbeat {

    /** Null if it is none that is known. */
    static @Nullable UserFrame of(JsonNode json) {
        if (json.has("messageID")) {
            return Message.of(json);
        }
        JsonNode heartbeat = json.path("heartbeat");
        return heartbeat.isObject() ? Heartbeat.of(heartbeat) : null;
    }

    /** The first of all: a socket is about to be opened. What was heard before is of another. */
    record Opening() implements UserFrame {}

    /**
     * Something happened to an order of the account, or by it.
     *
     * @param json as it came, over the socket or replayed
     */
    record Message(MessageID id, JsonNode json) implements UserFrame {

        static Message of(JsonNode json) {
            return new Message(MessageID.of(Json.text(json, "messageID")), json);
        }

        /** The account's half of a match; null, as JSON knows it, if nothing was matched. */
        public JsonNode matched() {
            return json.path("matched");
        }

        /** The account's order after it; null, as JSON knows it, of a match that it took. */
        public JsonNode unmatched() {
            return json.path("unmatched");
        }
    }
}
