package evens.edge.rest;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a request asks for, in bytes that are the same when the same is asked for: spaces, the order
 * of fields and how a number is written do not matter.
 */
final class Asked {
    private final StringBuilder text = new StringBuilder();

    private Asked() {}

    /**
     * Bytes of a request.
     *
     * @param operation method and path
     */
    static byte[] bytes(String operation, @Nullable JsonNode body) {
        Asked asked = new Asked();
        asked.append('o', operation);
        if (body != null) {
            asked.append(body);
        }
        return asked.text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void append(JsonNode value) {
        if (value.isObject()) {
            Map<String, JsonNode> fields = new TreeMap<>();
            value.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
            text.append('{').append(fields.size());
            fields.forEach((name, field) -> {
                append('k', name);
                append(field);
            });
        } else if (value.isArray()) {
            text.append('[').append(value.size());
            value.forEach(this::append);
        } else if (value.isNumber()) {
            append('n', value.decimalValue().stripTrailingZeros().toString());
        } else {
            append(value.isString() ? 's' : 'w', value.asString());
        }
    }

    /** With its length, so that no text can look like another structure. */
    private void append(char kind, String content) {
        text.append(kind).append(content.length()).append(':').append(content);
    }
}
