package evens.edge.rest;

import evens.edge.wire.Texts;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The header under which a write happens at most once. A write that can not promise that refuses
 * it; reads take no notice.
 */
final class IdempotencyKey {
    private static final String HEADER = "Idempotency-Key";

    private IdempotencyKey() {}

    /** Why the request may not carry what it carries; null if it may. */
    static @Nullable String problem(HttpServerRequest request, Route route) {
        List<String> keys = request.headers().getAll(HEADER);
        if (keys.isEmpty() || !route.writes()) {
            return null;
        }
        if (!route.takesKey()) {
            return "Idempotency-Key is not possible here";
        }
        return keys.size() == 1 && Texts.isKey(keys.getFirst())
                ? null
                : "Idempotency-Key must be 1 to 255 visible ASCII characters";
    }

    /** The key of a write that may carry one; null if it carries none. */
    static @Nullable String of(HttpServerRequest request, Route route) {
        return route.takesKey() ? request.getHeader(HEADER) : null;
    }
}
