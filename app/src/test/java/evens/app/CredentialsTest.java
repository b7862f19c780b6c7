package evens.app;

import static org.assertj.core.api.Assertions.assertThat;

import evens.app.Venue.Player;
import evens.client.EvensClient;
import evens.client.RawResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The three ways to say who one is, on both seed operations. */
@Tag("contract")
class CredentialsTest {
    private static final String INVALID =
            "{\"error\":{\"message\":\"InvalidCredentials\",\"code\":401}}";

    @TempDir static Path data;
    private static Venue venue;
    private static Player ann;
    private static Player bob;
    private static String cookie;

    @BeforeAll
    static void open() {
        venue = new Venue(data);
        ann = venue.player("ann", "100000");
        bob = venue.player("bob", "100000");
        cookie = cookieOf(logIn(ann.username()));
    }

    @AfterAll
    static void close() {
        venue.close();
    }

    /** Header, cookie, token in the body, status: the first that is present decides. */
    static Stream<Arguments> ways() {
        List<String[]> rows =
                Table.rows(
                        """
                        Bearer $token |         |         | 200
                        $token        |         |         | 200
                        -             | $cookie |         | 200
                        -             | -       | $token  | 200
                        $token        | bad     | bad     | 200
                        -             | $cookie | bad     | 200
                        Bearer bad    | $cookie | $token  | 401
                        bad           | -       | -       | 401
                        -             | bad     | $token  | 401
                        -             | $forged | -       | 401
                        -             | $bare   | -       | 401
                        -             | -       | bad     | 401
                        -             | -       | -       | 401
                        Bearer        | -       | -       | 401
                        $half         | -       | -       | 401
                        """);
        return rows.stream()
                .flatMap(row ->
                        Stream.of("cancelMultiple", "cancelAllOrders")
                                .map(operation ->
                                        Arguments.of(
                                                operation,
                                                row[0],
                                                row[1],
                                                row[2],
                                                Integer.parseInt(row[3]))));
    }

    @ParameterizedTest(name = "{0}: {1} / {2} / {3}")
    @MethodSource("ways")
    void whoIsAsking(String operation, String header, String cookie, String token, int status) {
        StateOfOrders orders = new StateOfOrders(venue, ann, bob);
        String mine = orders.id("open");
        String theirs = orders.id("their-open");
        Map<String, String> headers = new HashMap<>();
        put(headers, "Authorization", header, "");
        put(headers, "Cookie", cookie, "auth=");
        String body =
                "{\"sessionIDs\": [\"%s\"]%s}"
                        .formatted(
                                mine, given(token) ? ", \"token\": \"" + secret(token) + "\"" : "");

        RawResponse response = post("/session/" + operation, headers, body);

        assertThat(response.status()).as(response.body()).isEqualTo(status);
        boolean open = ann.client().unmatched().stream().anyMatch(o -> o.id().equals(mine));
        assertThat(open).isEqualTo(status != 200);
        assertThat(bob.client().unmatched()).anyMatch(order -> order.id().equals(theirs));
        if (status == 401) {
            assertThat(response.json()).isEqualTo(ErrorBody.read(INVALID));
        }
        ann.client().cancelAll();
    }

    /** Where a browser says that the request comes from, and whether the cookie still counts. */
    static Stream<Arguments> origins() {
        return Table.arguments(
                """
                -                   | -           | 200
                $base               | -           | 200
                $base               | same-origin | 200
                -                   | same-origin | 200
                -                   | none        | 200
                -                   | cross-site  | 403
                https://example.com | -           | 403
                https://example.com | cross-site  | 403
                null                | -           | 403
                """);
    }

    @ParameterizedTest(name = "Origin {0}, Sec-Fetch-Site {1}")
    @MethodSource("origins")
    void aCookieOnlyCountsOnOurOwnPages(String origin, String site, int status) {
        String id = new StateOfOrders(venue, ann, bob).id("open");
        Map<String, String> headers = new HashMap<>();
        headers.put("Cookie", "auth=" + cookie);
        put(headers, "Origin", origin, "");
        put(headers, "Sec-Fetch-Site", site, "");

        RawResponse response = post("/session/cancelAllOrders", headers, "{}");

        assertThat(response.status()).as(response.body()).isEqualTo(status);
        boolean open = ann.client().unmatched().stream().anyMatch(o -> o.id().equals(id));
        assertThat(open).isEqualTo(status != 200);
        if (status == 403) {
            ErrorBody.object(response, ".+");
        }
        ann.client().cancelAll();
    }

    @Test
    void logoutEndsOneTokenAndNoOther() {
        EvensClient other = new EvensClient(venue.server().base());
        other.login(ann.username(), Venue.PASSWORD);
        String token = Objects.requireNonNull(other.token());
        other.logout();
        assertThat(post("/session/cancelAllOrders", Map.of("Authorization", token), "{}").status())
                .isEqualTo(401);
        assertThat(ann.client().me().username()).isEqualTo(ann.username());
    }

    @Test
    void aTokenIs256HexDigitsAndTheCookieIsOutOfReachOfScripts() {
        RawResponse login = logIn(ann.username());
        String token = login.json().at("/data/user/auth").asString();
        assertThat(token).matches("[0-9a-f]{256}");
        String header = login.headers().firstValue("Set-Cookie").orElse("");
        assertThat(header).startsWith("auth=").contains("HttpOnly").contains("SameSite=Strict");
        assertThat(cookieOf(login)).contains(token).isNotEqualTo(token);
    }

    @Test
    void nobodyLearnsWhichNamesExist() {
        String wrong = "{\"username\": \"%s\", \"password\": \"wrong password\"}";
        RawResponse known = post("/user/login", Map.of(), wrong.formatted(ann.username()));
        RawResponse unknown = post("/user/login", Map.of(), wrong.formatted("nobody-at-all"));
        assertThat(known.status()).isEqualTo(401);
        assertThat(unknown.status()).isEqualTo(401);
        assertThat(known.body()).isEqualTo(unknown.body());
    }

    @Test
    void aFormCanLogIn() {
        String form =
                "username=" + ann.username() + "&password=" + Venue.PASSWORD.replace(' ', '+');
        RawResponse response =
                ann.client()
                        .raw(
                                "POST",
                                "/user/login",
                                Map.of("Content-Type", "application/x-www-form-urlencoded"),
                                form.getBytes(StandardCharsets.UTF_8));
        assertThat(response.status()).as(response.body()).isEqualTo(200);
    }

    private static RawResponse logIn(String username) {
        return post(
                "/user/login",
                Map.of(),
                "{\"username\": \"%s\", \"password\": \"%s\"}".formatted(username, Venue.PASSWORD));
    }

    private static String cookieOf(RawResponse login) {
        String header = login.headers().firstValue("Set-Cookie").orElseThrow();
        return header.substring("auth=".length(), header.indexOf(';'));
    }

    private static boolean given(String cell) {
        return !cell.isEmpty() && !cell.equals("-");
    }

    private static void put(Map<String, String> headers, String name, String cell, String before) {
        if (given(cell)) {
            headers.put(name, before + secret(cell));
        }
    }

    private static String secret(String cell) {
        String token = ann.token();
        char last = cookie.charAt(cookie.length() - 1);
        return cell.replace("$token", token)
                .replace("$half", token.substring(0, 128))
                .replace("$cookie", cookie)
                .replace(
                        "$forged",
                        cookie.substring(0, cookie.length() - 4) + (last == 'A' ? "BBBB" : "AAAA"))
                .replace("$bare", token)
                .replace("$base", venue.server().base().toString());
    }

    private static RawResponse post(String path, Map<String, String> headers, String body) {
        Map<String, String> all = new HashMap<>(headers);
        all.put("Content-Type", "application/json");
        return ann.client().raw("POST", path, all, body.getBytes(StandardCharsets.UTF_8));
    }
}
