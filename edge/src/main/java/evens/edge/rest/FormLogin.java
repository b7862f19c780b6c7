package evens.edge.rest;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Some clients log in with a form instead of JSON; no other request may. */
final class FormLogin {
    private FormLogin() {}

    static boolean isOne(HttpServerRequest request) {
        String type = request.getHeader("Content-Type");
        String path = request.path();
        return type != null
                && path != null
                && path.toLowerCase(Locale.ROOT).equals("/user/login")
                && type.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded");
    }

    /** The form's fields as an object; null if it is not a form. */
    static @Nullable JsonNode read(Buffer bytes) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        try {
            for (String pair : bytes.toString(StandardCharsets.UTF_8).split("&", -1)) {
                String[] parts = pair.split("=", 2);
                if (parts.length != 2) {
                    return null;
                }
                fields.put(
                        URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
                        URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            }
        } catch (IllegalArgumentException malformed) {
            return null;
        }
        return fields;
    }
}
