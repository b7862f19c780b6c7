package evens.edge.wire;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Fields whose names may be spelled in any case, as on the orders socket: {@code gameId} is {@code
 * gameID}. Fields that nobody knows stay as they are.
 */
public final class AnyCase {
    private static final Map<String, String> NAMES =
            Stream.of(
                            "requestID",
                            "orders",
                            "gameID",
                            "type",
                            "side",
                            "market",
                            "odds",
                            "bet",
                            "number",
                            "orderType",
                            "expirationMinutes",
                            "userReference",
                            "orderID",
                            "orderIDs",
                            "mode",
                            "requestTimeout",
                            "off",
                            "epoch",
                            "idempotencyKey")
                    .collect(
                            Collectors.toUnmodifiableMap(
                                    name -> name.toLowerCase(Locale.ROOT), Function.identity()));

    private AnyCase() {}

    /** What was read: the fields under the names we know them by, or what is wrong with them. */
    public record Read(ObjectNode fields, @Nullable String error) {}

    public static Read read(ObjectNode object) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        String error = null;
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            String written = field.getKey();
            String name = NAMES.getOrDefault(written.toLowerCase(Locale.ROOT), written);
            if (fields.has(name)) {
                error = name + " must be there once";
            }
            fields.set(name, field.getValue());
        }
        return new Read(fields, error);
    }
}
