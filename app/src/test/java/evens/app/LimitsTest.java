package evens.app;

import static org.assertj.core.api.Assertions.assertThat;

import evens.app.PlainHttp.Answer;
import evens.app.Venue.Player;
import evens.client.Game;
import evens.client.RawResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How often an address, an account and a name may ask. The tests are a proxy that says whom it asks
 * for, so that each of them is an address of its own.
 */
@Tag("long")
class LimitsTest {
    private static final int REQUESTS = 30;
    private static final int PLACEMENTS = 4;
    private static final int LOGINS = 3;
    private static final String BODY = "{\"error\":\"Too many requests. Please try again later.\"}";
    private static final AtomicInteger COUNT = new AtomicInteger();

    @TempDir static Path data;
    private static Venue venue;
    private String address = "";
    private Player ann;

    @BeforeAll
    static void open() {
        venue =
                new Venue(
                        data,
                        Map.of(
                                "EVENS_SIGNUP", "on",
                                "EVENS_PROXIES", "127.0.0.0/8",
                                "EVENS_REQUESTS_PER_MINUTE", Integer.toString(REQUESTS),
                                "EVENS_ORDERS_PER_MINUTE", Integer.toString(PLACEMENTS),
                                "EVENS_LOGINS_PER_MINUTE", Integer.toString(LOGINS)));
    }

    @AfterAll
    static void close() {
        venue.close();
    }

    @BeforeEach
    void somebodySomewhere() {
        address = "192.0.2." + COUNT.incrementAndGet();
        ann = venue.player("ann", "1000");
    }

    /** A request of every kind of answer, with the credentials of a player or none. */
    static Stream<Arguments> answers() {
        return Table.arguments(
                """
                GET  | /user/getMe                | ann |                         | 200
                POST | /session/cancelAllOrders   | ann | {}                      | 200
                POST | /session/cancel            | ann | {}                      | 400
                POST | /session/v3/place          | ann | {                       | 400
                GET  | /user/getMe                |     |                         | 401
                GET  | /exchange/getLeagues       |     |                         | 403
                GET  | /admin/status              | ann |                         | 403
                GET  | /nowhere                   |     |                         | 404
                GET  | /user/login                |     |                         | 405
                POST | /user/signup               |     | {"username": "ADMIN", "password": "8letters"} | 409
                GET  | /health/live               |     |                         | 200
                GET  | /openapi.json              |     |                         | 200
                """);
    }

    @ParameterizedTest(name = "{0} {1} {4}")
    @MethodSource("answers")
    void everyReplySaysWhatIsLeft(String method, String path, String who, String body, int status) {
        String sent = body.replace("ADMIN", ServerProcess.OPERATOR);
        String token = who.isEmpty() ? null : ann.token();
        RawResponse first = send(address, method, path, token, sent);
        assertThat(first.status()).as(first.body()).isEqualTo(status);
        boolean cancel = path.startsWith("/session/cancel");
        assertThat(header(first, "RateLimit-Limit")).isEqualTo(REQUESTS);
        assertThat(header(first, "RateLimit-Remaining")).isEqualTo(REQUESTS - (cancel ? 0 : 1));
        assertThat(header(first, "RateLimit-Reset")).isBetween(cancel ? 0 : 1, cancel ? 0 : 61);

        RawResponse trusted = send(null, method, path, token, sent);
        assertThat(header(trusted, "RateLimit-Remaining")).as("from here").isEqualTo(REQUESTS);
    }

    @Test
    void alsoARequestThatIsNone() throws IOException {
        String request = "GET / HTTP/1.1\r\nX-Forwarded-For: " + address + "\r\nbad header\r\n\r\n";
        Answer answer =
                new PlainHttp(venue.server().base()).send(request.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.headers()).containsKeys("ratelimit-limit", "ratelimit-remaining");
    }

    /** One more than the limit is refused; another address is not. */
    @Test
    void anAddressThatAsksTooOften() {
        exhaust(address);
        for (String path : new String[] {"/user/getMe", "/nowhere", "/exchange/getLeagues"}) {
            refused(send(address, "GET", path, ann.token(), ""));
        }
        refused(send(address, "POST", "/session/v3/place", ann.token(), "{\"orders\":[]}"));
        assertThat(send("198.51.100.1", "GET", "/user/getMe", ann.token(), "").status())
                .isEqualTo(200);
        assertThat(send(null, "GET", "/user/getMe", ann.token(), "").status()).isEqualTo(200);
    }

    /** What stands before the last hop anybody can write. */
    @Test
    void aForgedHopDoesNotHelp() {
        for (int i = 0; i < REQUESTS; i++) {
            send("203.0.113." + i + ", " + address, "GET", "/health/live", null, "");
        }
        refused(send("203.0.113.99, " + address, "GET", "/health/live", null, ""));
        refused(send(address + ", 127.0.0.9", "GET", "/health/live", null, ""));
    }

    /** Everything that takes orders away, or keeps them alive. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/session/cancel",
                "/session/cancelMultiple",
                "/session/cancelByReference",
                "/session/cancelAllOrdersForGame",
                "/session/cancelAllForLeague",
                "/session/cancelAllOrders",
                "/session/pauseOrders",
                "/user/ordersHeartbeat"
            })
    void cancelsAreNeverRefusedAndNeverCounted(String path) {
        for (int i = 0; i < 2 * REQUESTS; i++) {
            int status = send(address, "POST", path, ann.token(), "{}").status();
            assertThat(status).isIn(200, 400);
        }
        RawResponse read = send(address, "GET", "/user/getMe", ann.token(), "");
        assertThat(header(read, "RateLimit-Remaining")).isEqualTo(REQUESTS - 1);
        exhaust(address);
        assertThat(send(address, "POST", path, ann.token(), "{}").status()).isIn(200, 400);
    }

    @Test
    void whoeverIsRefusedEverythingElseCanStillCancel() {
        Game game = venue.game();
        String order = Wire.rest(ann, game, "post home at 150 for 10");
        exhaust(address);
        String body = "{\"sessionID\":\"" + order + "\"}";
        assertThat(send(address, "POST", "/session/cancel", ann.token(), body).status())
                .isEqualTo(200);
        assertThat(ann.client().unmatched()).isEmpty();
    }

    /** A cancel of nobody is one more request. */
    @Test
    void aCancelWithoutCredentialsCounts() {
        for (int i = 0; i < REQUESTS; i++) {
            String token = i % 2 == 0 ? "bad" : null;
            assertThat(send(address, "POST", "/session/cancelAllOrders", token, "{}").status())
                    .isEqualTo(401);
        }
        refused(send(address, "POST", "/session/cancelAllOrders", "bad", "{}"));
        refused(send(address, "GET", "/user/getMe", ann.token(), ""));
        assertThat(send(address, "POST", "/session/cancelAllOrders", ann.token(), "{}").status())
                .isEqualTo(200);
    }

    /** Wherever it asks from, one account places so often and no more. */
    @Test
    void anAccountThatPlacesTooOften() {
        Game game = venue.game();
        String body =
                "{\"orders\":[%1$s,%1$s]}".formatted(Wire.order(game, "post home at 150 for 1"));
        for (int i = 0; i < PLACEMENTS; i++) {
            RawResponse placed =
                    send("192.0.3." + i, "POST", "/session/v3/place", ann.token(), body);
            assertThat(placed.status()).as(placed.body()).isEqualTo(200);
        }
        refused(send(address, "POST", "/session/v3/place", ann.token(), body));
        refused(send(null, "POST", "/session/v2/place", ann.token(), body));
        assertThat(ann.client().unmatched()).hasSize(2 * PLACEMENTS);
        assertThat(ann.client().cancelAll()).hasSize(2 * PLACEMENTS);
        Player bob = venue.player("bob", "1000");
        assertThat(send(address, "POST", "/session/v3/place", bob.token(), body).status())
                .isEqualTo(200);
    }

    /** Even the right password is refused when there were too many wrong ones. */
    @Test
    void aNameThatIsTriedTooOften() {
        String wrong = "{\"username\":\"%s\",\"password\":\"wrong\"}";
        for (int i = 1; i < LOGINS; i++) {
            // the login of this player was the first
            String body = wrong.formatted(ann.username());
            assertThat(send("192.0.4." + i, "POST", "/user/login", null, body).status())
                    .isEqualTo(401);
        }
        String right =
                "{\"username\":\"%s\",\"password\":\"%s\"}"
                        .formatted(ann.username().toUpperCase(Locale.ROOT), Venue.PASSWORD);
        refused(send(address, "POST", "/user/login", null, right));
        refused(send(null, "POST", "/user/login", null, right));
        refused(
                send(
                        address,
                        "POST",
                        "/user/changePassword",
                        ann.token(),
                        "{\"oldPassword\":\"%s\",\"newPassword\":\"8letters\"}"
                                .formatted(Venue.PASSWORD)));
        refused(
                send(
                        address,
                        "POST",
                        "/user/signup",
                        null,
                        "{\"username\":\"%s\",\"password\":\"8letters\"}"
                                .formatted(ann.username())));
        assertThat(ann.client().me().username()).as("the token is as good as ever").isNotNull();
        assertThat(send(address, "POST", "/user/login", null, wrong.formatted("other")).status())
                .isEqualTo(401);
    }

    @Test
    void anAddressThatTriesTooManyNames() {
        String body = "{\"username\":\"nobody%d at %s\",\"password\":\"wrong\"}";
        for (int i = 0; i < 6 * LOGINS; i++) {
            RawResponse tried =
                    send(address, "POST", "/user/login", null, body.formatted(i, address));
            assertThat(tried.status()).isEqualTo(401);
        }
        refused(send(address, "POST", "/user/login", null, body.formatted(100, address)));
        refused(
                send(
                        address,
                        "POST",
                        "/user/signup",
                        null,
                        "{\"username\":\"one more\",\"password\":\"8letters\"}"));
        assertThat(send(null, "POST", "/user/login", null, body.formatted(101, address)).status())
                .isEqualTo(401);
    }

    /** As it is delivered. */
    @Test
    void threeThousandAMinute(@TempDir Path other) {
        try (Venue usual = new Venue(other, Map.of("EVENS_PROXIES", "127.0.0.1"))) {
            Map<String, String> from = Map.of("X-Forwarded-For", address);
            for (int i = 1; i <= 3_000; i++) {
                RawResponse response = usual.operator().raw("GET", "/health/live", from, null);
                assertThat(response.status()).isEqualTo(200);
            }
            refused(usual.operator().raw("GET", "/health/live", from, null));
        }
    }

    /** A setting that says nothing is refused with a sentence. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "EVENS_TRUSTED_ADDRESSES=localhost",
                "EVENS_PROXIES=10.0.0.0/33",
                "EVENS_ORDERS_PER_MINUTE=-1",
                "EVENS_LOGINS_PER_MINUTE=-1",
                "EVENS_REQUESTS_PER_MINUTE=10000001",
                "EVENS_SIGNUP=maybe"
            })
    void aWrongSetting(String setting, @TempDir Path other) {
        String[] parts = setting.split("=", 2);
        try (ServerProcess server =
                ServerProcess.launch(
                        Map.of(parts[0], parts[1]), ServerProcess.serveArguments(other))) {
            assertThat(server.exitCode()).isEqualTo(1);
            String option = "--" + parts[0].substring(6).toLowerCase(Locale.ROOT).replace('_', '-');
            assertThat(server.err()).singleElement().asString().contains(option);
        }
    }

    private static void exhaust(String address) {
        RawResponse last = send(address, "GET", "/health/live", null, "");
        while (header(last, "RateLimit-Remaining") > 0) {
            last = send(address, "GET", "/health/live", null, "");
        }
    }

    private static void refused(RawResponse response) {
        assertThat(response.status()).as(response.body()).isEqualTo(429);
        assertThat(response.body()).isEqualTo(BODY);
        assertThat(header(response, "Retry-After")).isBetween(1, 61);
    }

    private static int header(RawResponse response, String name) {
        return Integer.parseInt(response.headers().firstValue(name).orElseThrow());
    }

    /**
     * Sends a request.
     *
     * @param from the hops before this proxy; null for none
     */
    private static RawResponse send(
            @Nullable String from,
            String method,
            String path,
            @Nullable String token,
            String body) {
        Map<String, String> headers = new HashMap<>();
        if (from != null) {
            headers.put("X-Forwarded-For", from);
        }
        if (token != null) {
            headers.put("Authorization", token);
        }
        if (!body.isEmpty()) {
            headers.put("Content-Type", "application/json");
        }
        return venue.operator()
                .raw(
                        method,
                        path,
                        headers,
                        body.isEmpty() ? null : body.getBytes(StandardCharsets.UTF_8));
    }
}
