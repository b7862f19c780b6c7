package evens.edge.rest;

import evens.edge.wire.Json;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;

/** The two bodies that an error has on the wire. */
final class Errors {
    private Errors() {}

    static void text(HttpServerRequest request, int status, String message) {
        send(request, status, out -> out.writeStringProperty("error", message));
    }

    static void object(HttpServerRequest request, int status, String message) {
        send(
                request,
                status,
                out -> {
                    out.writeObjectPropertyStart("error");
                    out.writeStringProperty("message", message);
                    out.writeNumberProperty("code", status);
                    out.writeEndObject();
                });
    }

    /** The refusal of a board to somebody who did not sign in has a word for a code. */
    static void anonymous(HttpServerRequest request) {
        send(
                request,
                403,
                out -> {
                    out.writeObjectPropertyStart("error");
                    out.writeStringProperty("message", "Sign in to read the board");
                    out.writeStringProperty("code", "ANON_READ_REFUSED");
                    out.writeEndObject();
                });
    }

    private static void send(HttpServerRequest request, int status, Consumer<JsonGenerator> error) {
        HttpServerResponse response = request.response();
        if (response.closed() || response.ended()) {
            return;
        }
        response.setStatusCode(status)
                .putHeader("Content-Type", "application/json")
                .end(
                        Json.write(out -> {
                            out.writeStartObject();
                            error.accept(out);
                            out.writeEndObject();
                        }));
    }
}
