package evens.edge.stream;

import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How often a socket wants to be told that it has everything: {@code ?heartbeat=N} seconds. */
final class Heartbeat {
    static final int NEVER = 0;

    private static final String PARAMETER = "heartbeat";
    private static final int MOST = 3_600;
    private static final int MOST_DIGITS = 4;

    private Heartbeat() {}

    /** What is wrong with the parameter; null if nothing is. */
    static @Nullable String problem(HttpServerRequest request) {
        List<String> given = request.params().getAll(PARAMETER);
        boolean usable = given.size() == 1 && isSeconds(given.getFirst());
        return given.isEmpty() || usable
                ? null
                : "heartbeat must be from 1 to " + MOST + " whole seconds";
    }

    /** Seconds, or {@link #NEVER}. */
    static int of(HttpServerRequest request) {
        String given = request.params().get(PARAMETER);
        return given == null ? NEVER : Integer.parseInt(given);
    }

    private static boolean isSeconds(String text) {
        if (text.isEmpty()
                || text.length() > MOST_DIGITS
                || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return false;
        }
        int seconds = Integer.parseInt(text);
        return seconds >= 1 && seconds <= MOST;
    }
}
