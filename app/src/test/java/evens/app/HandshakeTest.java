package evens.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evens.app.Venue.Player;
import evens.client.ApiException;
import evens.client.RawResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Who may open a socket, and what is said to whom may not, before it is one. */
@Tag("contract")
class HandshakeTest {
    private static final List<String> FEEDS = List.of("/price-stream", "/v2/user");
    private static final List<String> PATHS = List.of("/orders/ws", "/price-stream", "/v2/user");

    private static Venue venue;
    private static Player ann;
    private static String cookie;

    @BeforeAll
    static void open() {
        venue = Venue.shared();
        ann = venue.player("ann", "1000");
        RawResponse login =
                ann.client()
                        .raw(
                                "POST",
                                "/user/login",
                                Map.of(),
                                "{\"username\": \"%s\", \"password\": \"%s\"}"
                                        .formatted(ann.username(), Venue.PASSWORD)
                                        .getBytes(StandardCharsets.UTF_8));
        String header = login.headers().firstValue("Set-Cookie").orElseThrow();
        cookie = header.substring("auth=".length(), header.indexOf(';'));
    }

    /** Headers, query, status: the first that says who asks decides. */
    static Stream<Arguments> ways() {
        return Table.arguments(
                """
                Authorization: $token                               | -             | 101
                Authorization: Bearer $token                        | -             | 101
                Auth: $token                                        | -             | 101
                Auth: Bearer $token                                 | -             | 101
                -                                                   | ?token=$token | 101
                Cookie: auth=$cookie                                | -             | 101
                Cookie: auth=$cookie ;; Origin: $base               | -             | 101
                Authorization: $token ;; Auth: bad                  | ?token=bad    | 101
                Auth: $token ;; Cookie: auth=bad                    | ?token=bad    | 101
                Cookie: auth=bad                                    | ?token=$token | 101
                -                                                   | -             | 401
                Authorization: bad                                  | ?token=$token | 401
                Auth: bad                                           | ?token=$token | 401
                Authorization:                                      | -             | 401
                -                                                   | ?token=bad    | 401
                -                                                   | ?token=       | 401
                Cookie: auth=bad                                    | -             | 401
                Cookie: auth=$token                                 | -             | 401
                Cookie: auth=$cookie ;; Origin: https://example.com | -             | 403
                Cookie: auth=$cookie ;; Origin: null                | -             | 403
                Cookie: auth=$cookie ;; Sec-Fetch-Site: cross-site  | -             | 403
                """);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("ways")
    void whoAsks(String headers, String query, int status) throws IOException {
        for (String path : PATHS) {
            String end = upgrade("GET", path + (query.equals("-") ? "" : query), headers);
            assertThat(end).startsWith("HTTP/1.1 " + status + " ");
            if (status == 401) {
                assertThat(end)
                        .endsWith("{\"error\":{\"message\":\"InvalidCredentials\",\"code\":401}}");
            }
        }
    }

    /** Scopes of a token, and whether it opens a feed. */
    static Stream<Arguments> readers() {
        return Table.arguments(
                """
                read        | 101
                trade       | 101
                cancel      | 403
                cancel read | 101
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("readers")
    void whoMayRead(String scopes, int status) throws IOException {
        String token =
                ann.client().tokens().create("a test", List.of(scopes.split(" ", -1)), null).auth();
        for (String path : FEEDS) {
            assertThat(upgrade("GET", path, "Authorization: " + token))
                    .startsWith("HTTP/1.1 " + status + " ");
        }
    }

    /** How often a heartbeat is asked for. */
    static Stream<Arguments> heartbeats() {
        return Table.arguments(
                """
                ?heartbeat=1               | 101
                ?heartbeat=3600            | 101
                ?heartbeat=0               | 400
                ?heartbeat=3601            | 400
                ?heartbeat=-1              | 400
                ?heartbeat=1.5             | 400
                ?heartbeat=                | 400
                ?heartbeat=x               | 400
                ?heartbeat=99999999999     | 400
                ?heartbeat=5&heartbeat=5   | 400
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("heartbeats")
    void howOften(String query, int status) throws IOException {
        for (String path : FEEDS) {
            String end = upgrade("GET", path + query, "Authorization: $token");
            assertThat(end).startsWith("HTTP/1.1 " + status + " ");
            if (status == 400) {
                assertThat(end)
                        .endsWith("{\"error\":\"heartbeat must be from 1 to 3600 whole seconds\"}");
            }
            assertThat(upgrade("GET", path + query, "-")).startsWith("HTTP/1.1 401 ");
        }
    }

    /** Scopes of a token, whether it opens a socket, may place, may cancel. */
    static Stream<Arguments> scopes() {
        return Table.arguments(
                """
                read        | -   | -   | -
                trade       | yes | yes | yes
                cancel      | yes | -   | yes
                read cancel | yes | -   | yes
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scopes")
    void whatTheTokenIsGoodFor(String scopes, String opens, String places, String cancels) {
        String token =
                ann.client().tokens().create("a test", List.of(scopes.split(" ", -1)), null).auth();
        if (opens.equals("-")) {
            assertThatThrownBy(() -> Talk.with(venue.server().base(), token))
                    .isInstanceOfSatisfying(
                            ApiException.class, no -> assertThat(no.status()).isEqualTo(403));
            return;
        }
        try (Talk talk = Talk.with(venue.server().base(), token)) {
            JsonNode placed = talk.ask("[\"placeV3\",{\"requestID\":\"p\",\"orders\":[]}]");
            assertThat(placed.has("data")).as("%s", placed).isEqualTo(places.equals("yes"));
            if (places.equals("-")) {
                assertThat(placed.required("error").asString())
                        .isEqualTo("the token lacks the scope trade");
            }
            for (String each :
                    List.of(
                            "[\"cancelAll\"]",
                            "[\"heartbeat\",{\"requestTimeout\":0,\"off\":true}]")) {
                assertThat(talk.ask(each).has("data")).isEqualTo(cancels.equals("yes"));
            }
        }
    }

    /** Method, target, headers, status. */
    static Stream<Arguments> others() {
        return Table.arguments(
                """
                GET  | /ORDERS/Ws  | Authorization: $token                                 | 101
                GET  | /Price-Stream | Authorization: $token                               | 101
                POST | /price-stream | Authorization: $token                               | 405
                GET  | /price-stream | Authorization: $token ;; Upgrade: h2c               | 426
                GET  | /price-stream/ | Authorization: $token                              | 404
                POST | /orders/ws  | Authorization: $token                                 | 405
                GET  | /orders/ws  | Authorization: $token ;; Upgrade: h2c                 | 426
                GET  | /orders/ws  | Authorization: $token ;; Connection: keep-alive       | 426
                GET  | /orders/ws  | Authorization: $token ;; Sec-WebSocket-Version: 99    | 426
                GET  | /orders/ws  | Authorization: $token ;; Sec-WebSocket-Key:           | 400
                GET  | /orders/ws  | Authorization: $token ;; Sec-WebSocket-Key: absent    | 400
                GET  | /orders/ws2 | Authorization: $token                                 | 404
                """);
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("others")
    void whatIsNoHandshake(String method, String target, String headers, int status)
            throws IOException {
        assertThat(upgrade(method, target, headers)).startsWith("HTTP/1.1 " + status + " ");
    }

    @Test
    void aBannedAccountOpensNone() throws IOException {
        Player eve = venue.player("eve", "10");
        String token = eve.token();
        Wire.send(
                venue.operator(),
                "PATCH",
                "/admin/accounts/" + eve.id(),
                "{\"banned\":true,\"reason\":\"a test\"}");
        for (String path : PATHS) {
            assertThat(upgrade("GET", path, "Authorization: " + token))
                    .matches("(?s)HTTP/1.1 40[13] .*");
        }
    }

    /** Head and body of what is answered to a handshake with these headers instead of its own. */
    private static String upgrade(String method, String target, String headers) throws IOException {
        Map<String, String> all = new HashMap<>();
        all.put("Host", venue.server().base().getAuthority());
        all.put("Upgrade", "websocket");
        all.put("Connection", "Upgrade");
        all.put("Sec-WebSocket-Version", "13");
        all.put("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==");
        for (String header : headers.equals("-") ? new String[0] : headers.split(" ;; ", -1)) {
            String[] parts = filled(header).split(":", 2);
            all.put(parts[0], parts[1].strip());
        }
        StringBuilder request = new StringBuilder(method + " " + filled(target) + " HTTP/1.1\r\n");
        all.forEach(
                (name, value) -> request.append(name).append(": ").append(value).append("\r\n"));
        return PlainHttp.handshake(venue.server().base(), request.append("\r\n").toString());
    }

    private static String filled(String text) {
        return text.replace("$token", ann.token())
                .replace("$cookie", cookie)
                .replace("$base", venue.server().base().toString());
    }
}
