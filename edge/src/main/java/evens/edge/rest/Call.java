package evens.edge.rest;

import evens.edge.limits.Address;
import evens.edge.wire.Json;
import evens.edge.wire.Problem;
import evens.model.Gateway.Refusal;
import evens.model.Identity.Person;
import evens.model.Ids;
import evens.model.Reject;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/**
 * One request on its way to one reply. It lives on the event loop of its connection; {@link
 * #onLoop} brings anything else back there.
 */
public final class Call {
    private static final Logger LOG = LoggerFactory.getLogger(Call.class);

    /** Some of the keys that are remembered may be forgotten by then. */
    private static final int KEYS_RETRY_SECONDS = 60;

    private final HttpServerRequest request;
    private final Context loop;
    private final Address caller;
    private final @Nullable JsonNode body;
    private final @Nullable Person person;
    private final @Nullable String token;
    private final @Nullable String idempotencyKey;
    private final List<String> pathParameters;
    private final long epoch;

    Call(
            Arrival arrival,
            @Nullable JsonNode body,
            @Nullable Person person,
            @Nullable String token) {
        this.request = arrival.request();
        this.loop = arrival.loop();
        this.caller = arrival.caller();
        this.body = body;
        this.person = person;
        this.token = token;
        this.idempotencyKey = IdempotencyKey.of(request, arrival.route());
        this.pathParameters = arrival.route().open(arrival.parts());
        this.epoch = arrival.epoch();
    }

    /** Who asks. Only routes that need nobody may be called without. */
    public Person person() {
        if (person == null) {
            throw new IllegalStateException("this route was reached without authentication");
        }
        return person;
    }

    /** The account that reads, {@link Ids#NONE} if nobody says who asks. */
    public long reader() {
        return person == null ? Ids.NONE : person.account();
    }

    /** The address that asks. */
    public Address caller() {
        return caller;
    }

    /** The token by which the caller is known. */
    public String token() {
        if (token == null) {
            throw new IllegalStateException("this route was reached without authentication");
        }
        return token;
    }

    /**
     * Under which this write happens at most once: 1 to 255 visible ASCII characters. Null if the
     * request has none.
     */
    public @Nullable String idempotencyKey() {
        return idempotencyKey;
    }

    /** The caller's epoch when the head of the request, or the token in its body, was read. */
    public long epoch() {
        return epoch;
    }

    /** The body, null if it is empty. */
    public @Nullable JsonNode body() {
        return body;
    }

    /** What is asked for, as bytes that are the same when the same is asked for. */
    byte[] asked() {
        String operation = request.method() + " " + request.path().toLowerCase(Locale.ROOT);
        return Asked.bytes(operation, body);
    }

    /** A field of the body; null if it is absent or null, or if the body is no object. */
    public @Nullable JsonNode field(String name) {
        JsonNode value = body == null ? null : body.get(name);
        return value == null || value.isNull() ? null : value;
    }

    /** A parameter of the query or, for a POST, a string field of the body. */
    public @Nullable String parameter(String name) {
        String value = request.getParam(name);
        if (value == null) {
            JsonNode field = field(name);
            return field != null && field.isString() ? field.stringValue() : null;
        }
        return value;
    }

    /**
     * A parameter that need not be text: of the query or, for a POST, a field of the body as JSON
     * writes it. Null if it is absent.
     */
    public @Nullable String scalar(String name) {
        String value = parameter(name);
        JsonNode field = value == null ? field(name) : null;
        return field == null ? value : field.toString();
    }

    /** All values of a parameter of the query. */
    public List<String> parameters(String name) {
        return request.params().getAll(name);
    }

    public List<String> queryNames() {
        return List.copyOf(request.params().names());
    }

    /** A part of the path that the route left open. */
    public String pathParameter(int index) {
        return pathParameters.get(index);
    }

    /** Runs the task on the event loop of this request; a defect in it becomes a 500. */
    public void onLoop(Runnable task) {
        loop.runOnContext(_ -> guard(task));
    }

    void guard(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException defect) {
            LOG.error("{} {} failed", request.method(), request.path(), defect);
            fail(500, "internal error");
        }
    }

    public void header(String name, String value) {
        request.response().putHeader(name, value);
    }

    /** The step that a reply is true for, or in which it became final. */
    public void sequence(long sequence) {
        header("X-Exchange-Sequence", Long.toString(sequence));
    }

    /** Answers 200 with {@code {"data": ...}}. */
    public void data(Consumer<JsonGenerator> shape) {
        json(
                200,
                out -> {
                    out.writeStartObject();
                    out.writeName("data");
                    shape.accept(out);
                    out.writeEndObject();
                });
    }

    public void json(int status, Consumer<JsonGenerator> shape) {
        bytes(status, Json.write(shape));
    }

    /** Answers 200 with plain text. */
    public void text(String text) {
        request.response()
                .putHeader("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
                .end(text);
    }

    /** Answers with JSON that is there already. */
    public void bytes(int status, Buffer json) {
        HttpServerResponse response = request.response();
        if (!response.closed() && !response.ended()) {
            response.setStatusCode(status).putHeader("Content-Type", "application/json").end(json);
        }
    }

    /** Answers 200 with {@code {"data": [...]}}, row by row, however many there are. */
    public <T> void rows(List<T> rows, BiConsumer<T, JsonGenerator> row) {
        rows("{\"data\":[", rows, row, "]}");
    }

    /** Answers 200 with {@code {"data": {"name": [...]}}}, row by row, however many there are. */
    public <T> void rows(String name, List<T> rows, BiConsumer<T, JsonGenerator> row) {
        rows("{\"data\":{\"" + name + "\":[", rows, row, "]}}");
    }

    /**
     * Answers 200 with a list inside of more, row by row, however many there are.
     *
     * @param head the JSON before the first row
     * @param tail the JSON behind the last one
     */
    public <T> void rows(String head, List<T> rows, BiConsumer<T, JsonGenerator> row, String tail) {
        new RowsReply<>(request.response(), loop, rows, row, head, tail).send();
    }

    /** Answers 200 with JSON of any length, which is made page by page on another thread. */
    public void pages(PagedReply.Pages pages) {
        new PagedReply(this, request.response(), pages).send();
    }

    /** Ends the connection in the middle of a reply. */
    void hangUp() {
        var _ = request.connection().close();
    }

    /** A bad request: {@code {"error": "..."}}. */
    public void bad(String message) {
        Errors.text(request, 400, message);
    }

    /** Any other refusal: {@code {"error": {"message": ..., "code": ...}}}. */
    public void fail(int status, String message) {
        Errors.object(request, status, message);
    }

    /**
     * Too many of these: 429.
     *
     * @param seconds until it may be asked again
     */
    public void throttled(int seconds) {
        Throttled.answer(request, seconds);
    }

    /** The exchange refused the whole request. */
    public void fail(Reject reject) {
        int status = Problem.status(reject);
        if (status == 400) {
            bad(Problem.text(reject));
        } else if (status == 429) {
            header("Retry-After", Integer.toString(KEYS_RETRY_SECONDS));
            Errors.text(request, status, Problem.text(reject));
        } else {
            fail(status, Problem.text(reject));
        }
    }

    /** The gateway did not execute the command. */
    public void fail(Refusal refusal) {
        switch (refusal) {
            case TOO_LARGE -> fail(413, "the request is larger than the log takes");
            case OVERLOADED -> {
                header("Retry-After", "1");
                fail(503, "overloaded: not executed");
            }
            case NOT_EXECUTED -> {
                header("Retry-After", "1");
                fail(503, "not executed");
            }
        }
    }
}
