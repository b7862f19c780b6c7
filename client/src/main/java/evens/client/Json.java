package evens.client;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads and writes JSON without ever going through a {@code double}. */
final class Json {
    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                    .build();

    private Json() {}

    static JsonNode read(String text) {
        return MAPPER.readTree(text);
    }

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    static String text(JsonNode object, String field) {
        return object.required(field).asString();
    }

    static @Nullable String textOrNull(JsonNode object, String field) {
        return present(object, field) ? object.required(field).asString() : null;
    }

    /** A number, or a string that holds one: the wire writes amounts of bets as strings. */
    static BigDecimal decimal(JsonNode object, String field) {
        JsonNode value = object.required(field);
        return value.isString() ? new BigDecimal(value.asString()) : value.decimalValue();
    }

    static BigDecimal decimalOrZero(JsonNode object, String field) {
        return present(object, field) ? decimal(object, field) : BigDecimal.ZERO;
    }

    /** The same number without zeros behind it, so that equal numbers are equal. */
    static BigDecimal shortest(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    static Instant instant(JsonNode object, String field) {
        return Instant.parse(text(object, field));
    }

    static boolean flag(JsonNode object, String field) {
        return object.path(field).asBoolean(false);
    }

    static boolean present(JsonNode object, String field) {
        return !object.path(field).isMissingNode() && !object.path(field).isNull();
    }

    static <T> List<T> list(JsonNode array, Function<JsonNode, T> element) {
        List<T> all = new ArrayList<>(array.size());
        array.forEach(each -> all.add(element.apply(each)));
        return List.copyOf(all);
    }
}
