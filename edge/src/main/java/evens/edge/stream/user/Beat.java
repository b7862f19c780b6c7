package evens.edge.stream.user;

import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** How often a socket tells that it is up to date: {@code heartbeat} in the query, in seconds. */
final class Beat {
    private static final String NAME = "heartbeat";
    private static final int MAX_SECONDS = 3_600;
    private static final int MAX_DIGITS = 4;

    private final long everyNanos;
    private long nextNanos;

    private Beat(long seconds) {
        everyNanos = TimeUnit.SECONDS.toNanos(seconds);
        nextNanos = System.nanoTime() + everyNanos;
    }

    /** Whether it is absent, or once a whole number from 1 to 3600. */
    static boolean isWellFormed(HttpServerRequest request) {
        List<String> values = request.params().getAll(NAME);
        return values.isEmpty() || (values.size() == 1 && isSeconds(values.getFirst()));
    }

    private static boolean isSeconds(String text) {
        return !text.isEmpty()
                && text.length() <= MAX_DIGITS
                && text.chars().allMatch(c -> c >= '0' && c <= '9')
                && Integer.parseInt(text) >= 1
                && Integer.parseInt(text) <= MAX_SECONDS;
    }

    /** What a well-formed request asks for; one that is never due if it asks for none. */
    static Beat of(HttpServerRequest request) {
        String seconds = request.getParam(NAME);
        return new Beat(seconds == null ? 0 : Integer.parseInt(seconds));
    }

    /** Whether it is time; if so, the next time is later. */
    boolean isDue(long nowNanos) {
        if (everyNanos == 0 || nowNanos - nextNanos < 0) {
            return false;
        }
        while (nowNanos - nextNanos >= 0) {
            nextNanos += everyNanos;
        }
        return true;
    }
}
