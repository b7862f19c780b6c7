package evens.client;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Requests and answers of one caller. */
final class Connection {
    private static final Duration TO_CONNECT = Duration.ofSeconds(5);
    private static final Duration TO_ANSWER = Duration.ofSeconds(60);

    /** Callers share the sockets; its threads are daemons. */
    static final HttpClient SHARED =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(TO_CONNECT)
                    .build();

    private final URI base;
    private final HttpClient http;
    private volatile @Nullable String token;

    Connection(URI base, @Nullable String token, HttpClient http) {
        this.base = base;
        this.http = http;
        this.token = token;
    }

    @Nullable String token() {
        return token;
    }

    void token(@Nullable String newToken) {
        token = newToken;
    }

    /** Opens sockets by the token that this caller has then. */
    Messages.Opening socket(String path) {
        String scheme = base.getScheme().equals("https") ? "wss" : "ws";
        URI address = URI.create(scheme + "://" + base.getRawAuthority() + path);
        return hearer -> {
            String mine = token;
            Map<String, String> headers = mine == null ? Map.of() : Map.of("Authorization", mine);
            return Messages.open(http, address, headers, hearer);
        };
    }

    /** The {@code data} of the answer. */
    JsonNode get(String path) {
        return send("GET", path, null).json().required("data");
    }

    /** The {@code data} of the answer. */
    JsonNode post(String path, JsonNode body) {
        return send("POST", path, body).json().required("data");
    }

    RawResponse send(String method, String path, @Nullable JsonNode body) {
        return send(method, path, body, Map.of());
    }

    RawResponse send(
            String method, String path, @Nullable JsonNode body, Map<String, String> more) {
        Map<String, String> headers = new HashMap<>(more);
        String mine = token;
        if (mine != null) {
            headers.put("Authorization", "Bearer " + mine);
        }
        if (body != null) {
            headers.put("Content-Type", "application/json");
        }
        byte[] bytes = body == null ? null : Json.write(body).getBytes(StandardCharsets.UTF_8);
        RawResponse response = raw(method, path, headers, bytes);
        if (response.status() / 100 != 2) {
            throw new ApiException(response.status(), response.body());
        }
        response.headers().firstValue("X-Auth-Token").ifPresent(this::token);
        return response;
    }

    RawResponse raw(
            String method, String path, Map<String, String> headers, byte @Nullable [] body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(base.resolve(path))
                        .timeout(TO_ANSWER)
                        .method(
                                method,
                                body == null
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        try {
            HttpResponse<String> response =
                    http.send(
                            request.build(),
                            HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new RawResponse(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new InterruptedIOException("interrupted: " + path));
        }
    }
}
