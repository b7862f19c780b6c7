package evens.edge.rest;

/** The answer to a request beyond a rate limit. The header Retry-After is set by who knows it. */
final class Throttled {
    private Throttled() {}

    static void answer(Call call) {
        call.json(
                429,
                out -> {
                    out.writeStartObject();
                    out.writeStringProperty("error", "Too many requests. Please try again later.");
                    out.writeEndObject();
                });
    }
}
