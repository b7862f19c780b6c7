package evens.app;

import static org.assertj.core.api.Assertions.assertThat;

import evens.app.Venue.Player;
import evens.client.EvensClient;
import evens.client.RawResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Opening an account oneself, and changing one's password. */
@Tag("long")
class SignupTest {
    private static final AtomicInteger COUNT = new AtomicInteger();

    @TempDir static Path data;
    private static Venue venue;
    private static Player ann;

    @BeforeAll
    static void open() {
        venue = new Venue(data, Map.of("EVENS_SIGNUP", "on"));
        ann = venue.player("ann", "1000");
        Wire.data(
                Wire.post(
                        venue.operator(),
                        "/admin/accounts",
                        "{\"username\":\"mia\",\"email\":\"mia@example.org\",\"password\":\"%s\"}"
                                .formatted(Venue.PASSWORD)));
    }

    @AfterAll
    static void close() {
        venue.close();
    }

    /** A body, its status, and what is wrong with it; {@code $new} is a name that nobody has. */
    static Stream<Arguments> bodies() {
        return Table.arguments(
                """
                {"username": "$new", "password": "8letters"}                              | 200 |
                {"username": "$new", "password": "8letters", "email": null}               | 200 |
                {"username": "$new", "password": "8letters", "email": "$new@example.org"} | 200 |
                {"username": "$new", "password": "$256"}                                  | 200 |
                {"username": "Zoë $new", "password": "пароль😀!"}                          | 200 |
                {"username": "$new", "password": "8letters", "colour": "red"}             | 200 |
                {"username": "$new", "password": "8letters", "isAdmin": true, "deposit": 100, "creditLimit": -100, "commission": 0} | 200 |
                {"username": "$ann", "password": "8letters"}                              | 409 | the username or the email is taken
                {"username": "MIA", "password": "8letters"}                               | 409 | the username or the email is taken
                {"username": "Mia@Example.org", "password": "8letters"}                   | 409 | the username or the email is taken
                {"username": "$new", "password": "8letters", "email": "mia@example.org"}  | 409 | the username or the email is taken
                {"username": "$new", "password": "8letters", "email": "$ann"}             | 409 | the username or the email is taken
                {"password": "8letters"}                                                  | 400 | username is required
                {"username": null, "password": "8letters"}                                | 400 | username is required
                {"username": "", "password": "8letters"}                                  | 400 | username is required
                {"username": " ", "password": "8letters"}                                 | 400 | username is required
                {"username": 7, "password": "8letters"}                                   | 400 | username must be text.*
                {"username": ["x"], "password": "8letters"}                               | 400 | username must be text.*
                {"username": "$65", "password": "8letters"}                               | 400 | username must be text of at most 64 characters
                {"username": "a\\nb", "password": "8letters"}                             | 400 | username must be text.*
                {"username": "a\\udc00b", "password": "8letters"}                         | 400 | username must be text.*
                {"username": "$new"}                                                      | 400 | password is required
                {"username": "$new", "password": null}                                    | 400 | password is required
                {"username": "$new", "password": ""}                                      | 400 | password is required
                {"username": "$new", "password": 12345678}                                | 400 | password must be text.*
                {"username": "$new", "password": "seven77"}                               | 400 | password must have at least 8 characters
                {"username": "$new", "password": "$257"}                                  | 400 | password must be text of at most 256 characters
                {"username": "$new", "password": "8let\\u0000ters"}                       | 400 | password must be text.*
                {"username": "$new", "password": "8letters", "email": 7}                  | 400 | email must be text.*
                {"username": "$new", "password": "8letters", "email": "$257"}             | 400 | email must be text of at most 254 characters
                {"username": "$new", "username": "b", "password": "8letters"}             | 400 | the body is not valid JSON
                []                                                                        | 400 | the body must be an object
                "x"                                                                       | 400 | the body must be an object
                {"username"                                                               | 400 | the body is not valid JSON
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void aBody(String body, int status, String wrong) {
        String name = "new" + COUNT.incrementAndGet();
        int accounts = accounts();
        String sent =
                body.replace("$new", name)
                        .replace("$ann", ann.username())
                        .replace("$65", "x".repeat(65))
                        .replace("$256", "x".repeat(256))
                        .replace("$257", "x".repeat(257));

        RawResponse response = signUp(sent);

        assertThat(response.status()).as(response.body()).isEqualTo(status);
        assertThat(accounts()).isEqualTo(accounts + (status == 200 ? 1 : 0));
        switch (status) {
            case 400 -> ErrorBody.string(response, wrong);
            case 409 -> ErrorBody.object(response, wrong);
            default -> {
                JsonNode user = Wire.data(response).required("user");
                assertThat(user.required("isAdmin").booleanValue()).isFalse();
                assertThat(user.required("balance").decimalValue()).isZero();
                assertThat(user.required("creditLimit").decimalValue()).isZero();
                assertThat(user.required("available").decimalValue()).isZero();
                assertThat(user.required("commissionCharged").decimalValue())
                        .isEqualByComparingTo("0.01");
            }
        }
    }

    private static int accounts() {
        return Wire.data(Wire.send(venue.operator(), "GET", "/admin/accounts", null))
                .required("users")
                .size();
    }

    private static RawResponse signUp(String body) {
        return Wire.post(new EvensClient(venue.server().base(), ""), "/user/signup", body);
    }

    /** Whoever signed up is in, as after a login, and may log in again. */
    @Test
    void isAnsweredLikeALogin() {
        String credentials = "{\"username\":\"Dora\",\"password\":\"doras password\"}";
        RawResponse signup = signUp(credentials);
        RawResponse login =
                Wire.post(new EvensClient(venue.server().base(), ""), "/user/login", credentials);

        JsonNode user = Wire.data(signup).required("user");
        JsonNode again = Wire.data(login).required("user");
        assertThat(user.propertyNames()).containsExactlyElementsOf(again.propertyNames());
        assertThat(user.required("id")).isEqualTo(again.required("id"));
        assertThat(user.required("username").asString()).isEqualTo("Dora");
        String token = user.required("auth").asString();
        assertThat(token).matches("[0-9a-f]{256}");
        assertThat(signup.headers().firstValue("Set-Cookie").orElse(""))
                .startsWith("auth=" + token + ".")
                .contains("HttpOnly");
        assertThat(new EvensClient(venue.server().base(), token).me().username()).isEqualTo("Dora");
        ErrorBody.object(signUp(credentials), "the username or the email is taken");
    }

    @Test
    void isJsonOnly() {
        RawResponse form =
                ann.client()
                        .raw(
                                "POST",
                                "/user/signup",
                                Map.of("Content-Type", "application/x-www-form-urlencoded"),
                                "username=form&password=8letters".getBytes(StandardCharsets.UTF_8));
        assertThat(form.status()).isEqualTo(415);
        assertThat(Wire.send(ann.client(), "GET", "/user/signup", null).status()).isEqualTo(405);
    }

    /** Nobody opens an account on an exchange that did not say so. */
    @Test
    void isOffUnlessTheOperatorSaysOtherwise(@TempDir Path other) {
        try (ServerProcess server = ServerProcess.serve(other)) {
            RawResponse response =
                    Wire.post(
                            new EvensClient(server.base(), ""),
                            "/user/signup",
                            "{\"username\":\"dora\",\"password\":\"8letters\"}");
            assertThat(response.status()).isEqualTo(403);
            ErrorBody.object(response, "accounts are opened by an operator here");
        }
    }

    /** A body, its status, and what is wrong with it. */
    static Stream<Arguments> changes() {
        return Table.arguments(
                """
                {"oldPassword": "$old", "newPassword": "8letters"}               | 200 |
                {"oldPassword": "$old", "newPassword": "$old"}                   | 200 |
                {"oldPassword": "$old", "newPassword": "8letters", "colour": 1}  | 200 |
                {"oldPassword": "wrong", "newPassword": "8letters"}              | 401 | Wrong password
                {"oldPassword": "$old ", "newPassword": "8letters"}              | 401 | Wrong password
                {"oldPassword": "8letters", "newPassword": "8letters"}           | 401 | Wrong password
                {"newPassword": "8letters"}                                      | 400 | oldPassword is required
                {"oldPassword": null, "newPassword": "8letters"}                 | 400 | oldPassword is required
                {"oldPassword": "", "newPassword": "8letters"}                   | 400 | oldPassword is required
                {"oldPassword": 7, "newPassword": "8letters"}                    | 400 | oldPassword is required
                {"oldPassword": "$old"}                                          | 400 | newPassword is required
                {"oldPassword": "$old", "newPassword": null}                     | 400 | newPassword is required
                {"oldPassword": "$old", "newPassword": 12345678}                 | 400 | newPassword must be text.*
                {"oldPassword": "$old", "newPassword": "seven77"}                | 400 | newPassword must have at least 8 characters
                {"oldPassword": "$old", "newPassword": "$257"}                   | 400 | newPassword must be text.*
                {"oldPassword": "$old", "newPassword": "8let\\tters"}            | 400 | newPassword must be text.*
                []                                                               | 400 | oldPassword is required
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void aChangeOfThePassword(String body, int status, String wrong) {
        Player bob = venue.player("bob", "1");
        String old = bob.token();
        EvensClient second = new EvensClient(venue.server().base());
        second.login(bob.username(), Venue.PASSWORD);
        String sent = body.replace("$old", Venue.PASSWORD).replace("$257", "x".repeat(257));

        RawResponse response = Wire.post(bob, "/user/changePassword", sent);

        assertThat(response.status()).as(response.body()).isEqualTo(status);
        if (status == 200) {
            String token = Wire.data(response).required("user").required("auth").asString();
            assertThat(token).isNotEqualTo(old);
            assertThat(response.headers().firstValue("Set-Cookie").orElse(""))
                    .startsWith("auth=" + token + ".");
            assertThat(me(token)).isEqualTo(200);
        } else if (status == 400) {
            ErrorBody.string(response, wrong);
        } else {
            ErrorBody.object(response, wrong);
        }
        assertThat(me(old)).isEqualTo(status == 200 ? 401 : 200);
        assertThat(me(String.valueOf(second.token()))).isEqualTo(status == 200 ? 401 : 200);
        boolean changed = status == 200 && !body.contains("\"newPassword\": \"$old\"");
        assertThat(logIn(bob, Venue.PASSWORD)).isEqualTo(changed ? 401 : 200);
        assertThat(logIn(bob, "8letters")).isEqualTo(changed ? 200 : 401);
    }

    private static int me(String token) {
        EvensClient client = new EvensClient(venue.server().base(), token);
        return Wire.send(client, "GET", "/user/getMe", null).status();
    }

    private static int logIn(Player player, String password) {
        Map<String, String> headers = new HashMap<>();
        headers.put("Content-Type", "application/json");
        return player.client()
                .raw(
                        "POST",
                        "/user/login",
                        headers,
                        "{\"username\":\"%s\",\"password\":\"%s\"}"
                                .formatted(player.username(), password)
                                .getBytes(StandardCharsets.UTF_8))
                .status();
    }

    /** What was acknowledged is there after kill -9. */
    @Test
    void survivesAKill(@TempDir Path other) {
        Map<String, String> on = Map.of("EVENS_SIGNUP", "on");
        String credentials = "{\"username\":\"dora\",\"password\":\"8letters\"}";
        String token;
        String named;
        String revoked;
        try (ServerProcess server = ServerProcess.serve(other, on)) {
            EvensClient nobody = new EvensClient(server.base(), "");
            JsonNode first = Wire.data(Wire.post(nobody, "/user/signup", credentials));
            EvensClient dora =
                    new EvensClient(
                            server.base(), first.required("user").required("auth").asString());
            token =
                    Wire.data(
                                    Wire.post(
                                            dora,
                                            "/user/changePassword",
                                            "{\"oldPassword\":\"8letters\",\"newPassword\":\"nine letters\"}"))
                            .required("user")
                            .required("auth")
                            .asString();
            EvensClient again = new EvensClient(server.base(), token);
            named = auth(again);
            revoked = auth(again);
            String last =
                    Wire.data(Wire.send(again, "GET", "/user/tokens", null))
                            .at("/tokens/1/id")
                            .asString();
            Wire.data(Wire.send(again, "DELETE", "/user/tokens/" + last, null));
            server.kill9();
        }
        try (ServerProcess server = ServerProcess.serve(other, on)) {
            EvensClient client = new EvensClient(server.base());
            assertThat(client.login("dora", "nine letters").username()).isEqualTo("dora");
            assertThat(new EvensClient(server.base(), token).me().username()).isEqualTo("dora");
            assertThat(new EvensClient(server.base(), named).me().username()).isEqualTo("dora");
            EvensClient ended = new EvensClient(server.base(), revoked);
            assertThat(Wire.send(ended, "GET", "/user/getMe", null).status()).isEqualTo(401);
        }
    }

    private static String auth(EvensClient client) {
        return Wire.data(
                        Wire.post(
                                client, "/user/tokens", "{\"name\":\"bot\",\"scopes\":[\"read\"]}"))
                .required("auth")
                .asString();
    }
}
