package evens.edge.stream;

import io.vertx.core.Context;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How often a socket is told that it has everything: {@code ?heartbeat=N} seconds, or never. */
final class Heartbeat {
    private static final int NEVER = 0;
    private static final long NO_TIMER = -1;
    private static final String PARAMETER = "heartbeat";
    private static final int MOST = 3_600;
    private static final int MOST_DIGITS = 4;

    private final int seconds;
    private long timer = NO_TIMER;

    private Heartbeat(int seconds) {
        this.seconds = seconds;
    }

    /** What is wrong with the parameter; null if nothing is. */
    static @Nullable String problem(HttpServerRequest request) {
        List<String> given = request.params().getAll(PARAMETER);
        boolean usable = given.size() == 1 && isSeconds(given.getFirst());
        return given.isEmpty() || usable
                ? null
                : "heartbeat must be from 1 to " + MOST + " whole seconds";
    }

    /** As a request asks for it that has no problem. */
    static Heartbeat of(HttpServerRequest request) {
        String given = request.params().get(PARAMETER);
        return new Heartbeat(given == null ? NEVER : Integer.parseInt(given));
    }

    /** Runs the task every so often, on this event loop. */
    void start(Context loop, Runnable beat) {
        if (seconds != NEVER) {
            timer = loop.owner().setPeriodic(seconds * 1_000L, _ -> beat.run());
        }
    }

    void stop(Context loop) {
        if (timer != NO_TIMER) {
            loop.owner().cancelTimer(timer);
            timer = NO_TIMER;
        }
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
