package evens.app;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A frame of the price feed, of which only the plain fields have been read.
 *
 * @param fields up to the first that is a list or an object, null where the wire has null
 */
record PriceFrame(String type, Map<String, @Nullable String> fields, String text) {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    static PriceFrame of(String text) {
        try (JsonParser json = MAPPER.createParser(text)) {
            if (json.nextToken() != JsonToken.START_ARRAY) {
                throw new AssertionError("no frame: " + text);
            }
            json.nextToken();
            String type = json.getString();
            Map<String, @Nullable String> fields = new HashMap<>();
            json.nextToken();
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = json.currentName();
                JsonToken value = json.nextToken();
                if (value.isStructStart()) {
                    break;
                }
                fields.put(name, value == JsonToken.VALUE_NULL ? null : json.getString());
            }
            return new PriceFrame(type, fields, text);
        }
    }

    String text(String field) {
        return String.valueOf(fields.get(field));
    }

    long number(String field) {
        return Long.parseLong(text(field));
    }

    /** The last step that it contains. */
    long sequence() {
        return number("sequence");
    }

    LadderKey ladder() {
        return LadderKey.of(fields::get);
    }

    Interest.Of game() {
        return new Interest.Of(
                text(type.equals("gameUpdate") ? "id" : "gameID"),
                fields.get("parentGameID"),
                text("league"),
                text("sport"));
    }

    /** All of it. */
    JsonNode payload() {
        return MAPPER.readTree(text).required(1);
    }
}
