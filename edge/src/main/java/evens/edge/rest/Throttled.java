package evens.edge.rest;

import evens.edge.limits.Allowance;
import io.vertx.core.http.HttpServerRequest;

/** What a client hears of rate limits. */
final class Throttled {
    private Throttled() {}

    /** How much is left for its address: on every reply, unless there is no limit. */
    static void tell(HttpServerRequest request, Allowance allowance) {
        if (allowance.limit() > 0) {
            request.response()
                    .putHeader("RateLimit-Limit", Integer.toString(allowance.limit()))
                    .putHeader("RateLimit-Remaining", Integer.toString(allowance.remaining()))
                    .putHeader("RateLimit-Reset", Integer.toString(allowance.seconds()));
        }
    }

    /**
     * The answer to a request beyond a limit.
     *
     * @param seconds until it may be asked again
     */
    static void answer(HttpServerRequest request, int seconds) {
        request.response().putHeader("Retry-After", Integer.toString(Math.max(seconds, 1)));
        Errors.text(request, 429, "Too many requests. Please try again later.");
    }
}
