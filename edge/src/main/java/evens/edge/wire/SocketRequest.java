package evens.edge.wire;

import io.vertx.core.buffer.Buffer;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One message that came over an orders socket: {@code [type, payload]}. */
public sealed interface SocketRequest {
    /** Longest id that a client may give its request, in characters. */
    int MAX_REQUEST_ID = 256;

    /**
     * Something is asked.
     *
     * @param requestID the client's, or one that was made for it
     * @param type as it was written
     * @param fields of the payload; an absent payload has none
     */
    record Asked(String requestID, String type, ObjectNode fields) implements SocketRequest {}

    /**
     * It can not be read.
     *
     * @param requestID null where there is no place for one
     */
    record Malformed(@Nullable String requestID, String error) implements SocketRequest {}

    static SocketRequest read(Buffer message) {
        JsonNode json = Json.read(message);
        if (json == null || !json.isArray()) {
            return new Malformed(null, "invalid message");
        }
        JsonNode payload = json.path(1);
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        String error = null;
        if (payload instanceof ObjectNode given) {
            AnyCase.Read read = AnyCase.read(given);
            object = read.fields();
            error = read.error();
        } else if (!payload.isMissingNode() && !payload.isNull()) {
            error = "payload must be an object";
        }
        JsonNode id = object.path("requestID");
        String requestID = requestID(id);
        JsonNode type = json.path(0);
        if (!type.isString() || json.size() > 2) {
            return new Malformed(requestID, "invalid message");
        }
        if (error != null) {
            return new Malformed(requestID, error);
        }
        if (!id.isMissingNode() && !id.isNull() && !id.isString()) {
            return new Malformed(requestID, "requestID must be a string");
        }
        if (id.isString() && id.stringValue().length() > MAX_REQUEST_ID) {
            return new Malformed(
                    requestID, "requestID must have at most " + MAX_REQUEST_ID + " characters");
        }
        return new Asked(requestID, type.stringValue(), object);
    }

    private static String requestID(JsonNode given) {
        String text = given.isString() ? given.stringValue() : "";
        boolean usable = !text.isEmpty() && text.length() <= MAX_REQUEST_ID;
        return usable ? text : UUID.randomUUID().toString();
    }
}
