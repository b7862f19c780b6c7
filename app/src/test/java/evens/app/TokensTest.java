package evens.app;

import static org.assertj.core.api.Assertions.assertThat;

import evens.app.Venue.Player;
import evens.client.EvensClient;
import evens.client.Game;
import evens.client.RawResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Tokens that are made for a purpose: made, listed, used, revoked. */
@Tag("contract")
class TokensTest {
    private static Venue venue;
    private Player ann;

    @BeforeAll
    static void open() {
        venue = Venue.shared();
    }

    @BeforeEach
    void somebody() {
        ann = venue.player("ann", "1000");
    }

    /** A body, its status, and what is wrong with it. */
    static Stream<Arguments> bodies() {
        return Table.arguments(
                """
                {"name": "bot", "scopes": ["read"]}                          | 200 |
                {"name": "bot", "scopes": ["read", "read"]}                  | 200 |
                {"name": "bot", "scopes": ["cancel", "trade", "read"]}       | 200 |
                {"name": "bot", "scopes": ["read"], "expiresInDays": null}   | 200 |
                {"name": "bot", "scopes": ["read"], "expiresInDays": 1}      | 200 |
                {"name": "bot", "scopes": ["read"], "expiresInDays": 3650}   | 200 |
                {"name": "bot", "scopes": ["read"], "colour": "red"}         | 200 |
                {"name": "böt 7", "scopes": ["read"]}                        | 200 |
                {"name": "$64", "scopes": ["read"]}                          | 200 |
                {"name": "$65", "scopes": ["read"]}                          | 400 | name must be text of at most 64 characters
                {"name": "", "scopes": ["read"]}                             | 400 | name is required
                {"name": " ", "scopes": ["read"]}                            | 400 | name is required
                {"name": null, "scopes": ["read"]}                           | 400 | name is required
                {"scopes": ["read"]}                                         | 400 | name is required
                {"name": 7, "scopes": ["read"]}                              | 400 | name must be text.*
                {"name": "a\\u0000b", "scopes": ["read"]}                    | 400 | name must be text.*
                {"name": "a\\ud800b", "scopes": ["read"]}                    | 400 | name must be text.*
                {"name": "bot"}                                              | 400 | scopes is required
                {"name": "bot", "scopes": null}                              | 400 | scopes is required
                {"name": "bot", "scopes": []}                                | 400 | scopes must name at least one
                {"name": "bot", "scopes": "read"}                            | 400 | scopes must be a list of words
                {"name": "bot", "scopes": {"read": true}}                    | 400 | scopes must be a list of words
                {"name": "bot", "scopes": [1]}                               | 400 | scopes must be a list of words
                {"name": "bot", "scopes": ["read", null]}                    | 400 | scopes must be a list of words
                {"name": "bot", "scopes": ["READ"]}                          | 400 | scopes must be of read, trade, cancel and admin
                {"name": "bot", "scopes": ["read", "write"]}                 | 400 | scopes must be of .*
                {"name": "bot", "scopes": [""]}                              | 400 | scopes must be of .*
                {"name": "bot", "scopes": ["admin"]}                         | 403 | only operators may have the scope admin
                {"name": "bot", "scopes": ["read", "admin"]}                 | 403 | only operators may have the scope admin
                {"name": "bot", "scopes": ["read"], "expiresInDays": 0}      | 400 | expiresInDays must be an integer from 1 to 3650
                {"name": "bot", "scopes": ["read"], "expiresInDays": -1}     | 400 | expiresInDays must be .*
                {"name": "bot", "scopes": ["read"], "expiresInDays": 3651}   | 400 | expiresInDays must be .*
                {"name": "bot", "scopes": ["read"], "expiresInDays": 1.5}    | 400 | expiresInDays must be .*
                {"name": "bot", "scopes": ["read"], "expiresInDays": "1"}    | 400 | expiresInDays must be .*
                {"name": "bot", "scopes": ["read"], "expiresInDays": true}   | 400 | expiresInDays must be .*
                {"name": "bot", "scopes": ["read"], "expiresInDays": 99999999999999999999} | 400 | expiresInDays must be .*
                {"name": "bot", "name": "b", "scopes": ["read"]}             | 400 | the body is not valid JSON
                ["bot", "read"]                                              | 400 | the body must be an object
                "bot"                                                        | 400 | the body must be an object
                null                                                         | 400 | the body must be an object
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void aBody(String body, int status, String wrong) {
        String sent = body.replace("$64", "x".repeat(64)).replace("$65", "x".repeat(65));
        RawResponse response = Wire.post(ann, "/user/tokens", sent);
        assertThat(response.status()).as(response.body()).isEqualTo(status);
        switch (status) {
            case 400 -> ErrorBody.string(response, wrong);
            case 403 -> ErrorBody.object(response, wrong);
            default ->
                    assertThat(Wire.data(response).propertyNames())
                            .containsExactly("token", "auth");
        }
        assertThat(list(ann)).hasSize(status == 200 ? 1 : 0);
    }

    @Test
    void isShownOnceAndListedWithoutItself() {
        Instant before = Instant.now();
        JsonNode first = make(ann, "{\"name\":\"for ever\",\"scopes\":[\"trade\",\"read\"]}");
        JsonNode second =
                make(ann, "{\"name\":\"a day\",\"scopes\":[\"cancel\"],\"expiresInDays\":1}");

        String auth = first.required("auth").asString();
        JsonNode token = first.required("token");
        assertThat(auth).matches("[0-9a-f]{256}").isNotEqualTo(second.required("auth").asString());
        assertThat(token.propertyNames())
                .containsExactly("id", "name", "scopes", "createdAt", "expiresAt", "lastFour");
        assertThat(token.required("id").asString()).matches("[0-9a-f]{24}");
        assertThat(token.required("name").asString()).isEqualTo("for ever");
        assertThat(token.required("scopes").toString()).isEqualTo("[\"read\",\"trade\"]");
        assertThat(token.required("expiresAt").isNull()).isTrue();
        assertThat(token.required("lastFour").asString()).isEqualTo(auth.substring(252));
        assertThat(time(token, "createdAt")).isBetween(before.minusMillis(1), Instant.now());
        JsonNode ends = second.required("token");
        assertThat(Duration.between(time(ends, "createdAt"), time(ends, "expiresAt")))
                .isEqualTo(Duration.ofDays(1));

        RawResponse listed = Wire.get(ann, "/user/tokens");
        assertThat(Wire.data(listed).propertyNames()).containsExactly("tokens");
        assertThat(list(ann)).containsExactly(token, ends);
        assertThat(listed.body()).doesNotContain(auth).doesNotContain(ann.token());
        assertThat(list(venue.player("bob", "1"))).isEmpty();
    }

    private static Instant time(JsonNode token, String name) {
        return Instant.parse(token.required(name).asString());
    }

    /** What one may do with which scope; the whole table is in {@link AuthorizationTest}. */
    @ParameterizedTest
    @ValueSource(strings = {"read", "cancel", "trade"})
    void isGoodForItsScopes(String scope) {
        Game game = venue.game();
        String order = Wire.rest(ann, game, "post home at 150 for 10");
        Player bot = bot(ann, scope);

        boolean places = status(bot, "/session/v3/place", order(game)) == 200;
        boolean reads = Wire.get(bot, "/user/getMe").status() == 200;
        boolean sees = Wire.get(bot, "/user/getUnmatched").status() == 200;
        boolean cancels =
                status(bot, "/session/cancel", "{\"sessionID\":\"" + order + "\"}") == 200;

        assertThat(places).isEqualTo(scope.equals("trade"));
        assertThat(reads).isEqualTo(!scope.equals("cancel"));
        assertThat(sees).isTrue();
        assertThat(cancels).isEqualTo(!scope.equals("read"));
        assertThat(ann.client().unmatched()).hasSize((places ? 1 : 0) + (cancels ? 0 : 1));
    }

    private static String order(Game game) {
        return "{\"orders\":[" + Wire.order(game, "post away at 150 for 10") + "]}";
    }

    @Test
    void aMissingScopeIsSaid() {
        ErrorBody.object(
                Wire.post(bot(ann, "read"), "/session/cancelAllOrders", "{}"),
                "the token lacks the scope cancel");
        ErrorBody.object(
                Wire.post(bot(ann, "read"), "/user/tokens", "{}"),
                "only the token of a login may do this");
    }

    @Test
    void anOperatorMayHaveTheScopeAdmin() {
        Player operator = new Player(ServerProcess.OPERATOR, "", venue.operator());
        assertThat(Wire.get(bot(operator, "admin"), "/admin/status").status()).isEqualTo(200);
        assertThat(Wire.get(bot(operator, "trade"), "/admin/status").status()).isEqualTo(403);
    }

    @Test
    void isAcceptedWhereverATokenIs() {
        Player bot = bot(ann, "cancel");
        Player bearer = with(ann, "Bearer " + bot.token());
        assertThat(status(bearer, "/session/cancelAllOrders", "{}")).isEqualTo(200);
        RawResponse inTheBody =
                ann.client()
                        .raw(
                                "POST",
                                "/session/cancelAllOrders",
                                Map.of("Content-Type", "application/json"),
                                ("{\"token\":\"" + bot.token() + "\"}")
                                        .getBytes(StandardCharsets.UTF_8));
        assertThat(inTheBody.status()).as(inTheBody.body()).isEqualTo(200);
    }

    private static URI base() {
        return venue.server().base();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "DELETE"})
    void isRevoked(String method) {
        JsonNode made = make(ann, "{\"name\":\"bot\",\"scopes\":[\"read\"]}");
        Player other = bot(ann, "read");
        Player bot = with(ann, made.required("auth").asString());
        String id = made.required("token").required("id").asString();
        Player bob = venue.player("bob", "1");

        ErrorBody.object(revoke(bob, method, id), "token not found");
        assertThat(Wire.get(bot, "/user/getMe").status()).isEqualTo(200);

        JsonNode answer = Wire.data(revoke(ann, method, id.toUpperCase(Locale.ROOT)));
        assertThat(answer).isEqualTo(ErrorBody.read("{\"id\":\"" + id + "\",\"revoked\":true}"));
        assertThat(Wire.get(bot, "/user/getMe").status()).isEqualTo(401);
        assertThat(Wire.get(other, "/user/getMe").status()).isEqualTo(200);
        assertThat(Wire.get(ann, "/user/getMe").status()).isEqualTo(200);
        assertThat(list(ann)).hasSize(1);
        RawResponse again = revoke(ann, method, id);
        assertThat(again.status()).isEqualTo(404);
        ErrorBody.object(again, "token not found");
    }

    private static RawResponse revoke(Player player, String method, String id) {
        return method.equals("DELETE")
                ? Wire.send(player.client(), "DELETE", "/user/tokens/" + id, null)
                : Wire.post(player, "/user/tokens/revoke", "{\"id\":\"" + id + "\"}");
    }

    static Stream<Arguments> badRevocations() {
        return Table.arguments(
                """
                POST   | /user/tokens/revoke                         | {}                                 | 400
                POST   | /user/tokens/revoke                         | {"id": null}                       | 400
                POST   | /user/tokens/revoke                         | {"id": 7}                          | 400
                POST   | /user/tokens/revoke                         | {"id": ""}                         | 400
                POST   | /user/tokens/revoke                         | {"id": "12"}                       | 400
                POST   | /user/tokens/revoke                         | {"id": "65705e11000000000000000g"} | 400
                POST   | /user/tokens/revoke                         | {"id": "65705e110000000000000000"} | 404
                POST   | /user/tokens/revoke                         | {"id": "65705e11ffffffffffffffff"} | 404
                POST   | /user/tokens/revoke                         | {"id": "65b0a4d00000000000000001"} | 404
                POST   | /user/tokens/revoke                         | []                                 | 400
                DELETE | /user/tokens/12                             |                                    | 400
                DELETE | /user/tokens/65705e11000000000000000g       |                                    | 400
                DELETE | /user/tokens/65705e110000000000000000       |                                    | 404
                DELETE | /user/tokens                                |                                    | 405
                PUT    | /user/tokens                                | {}                                 | 405
                GET    | /user/tokens/revoke                         |                                    | 405
                """);
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("badRevocations")
    void isNotRevoked(String method, String path, String body, int status) {
        bot(ann, "read");
        RawResponse response = Wire.send(ann.client(), method, path, body.isEmpty() ? null : body);
        assertThat(response.status()).as(response.body()).isEqualTo(status);
        assertThat(list(ann)).hasSize(1);
    }

    /** What ends every token of an account. */
    @ParameterizedTest
    @ValueSource(strings = {"ban", "logout", "password"})
    void endsWithAllOthers(String how) {
        Player bot = bot(ann, "trade");
        EvensClient operator = venue.operator();
        RawResponse done =
                switch (how) {
                    case "ban" ->
                            Wire.send(
                                    operator,
                                    "PATCH",
                                    "/admin/accounts/" + ann.id(),
                                    "{\"banned\":true}");
                    case "logout" ->
                            Wire.post(operator, "/admin/accounts/" + ann.id() + "/logout", "{}");
                    default ->
                            Wire.post(
                                    ann,
                                    "/user/changePassword",
                                    "{\"oldPassword\":\"%s\",\"newPassword\":\"another one\"}"
                                            .formatted(Venue.PASSWORD));
                };
        assertThat(done.status()).as(done.body()).isEqualTo(200);
        assertThat(Wire.get(bot, "/user/getMe").status()).isEqualTo(401);
        assertThat(Wire.get(ann, "/user/getMe").status()).isEqualTo(401);
    }

    @Test
    void aLogoutOfItsOwnerLeavesIt() {
        Player bot = bot(ann, "read");
        ann.client().logout();
        assertThat(Wire.get(bot, "/user/getMe").status()).isEqualTo(200);
    }

    private static int status(Player player, String path, String body) {
        return Wire.post(player, path, body).status();
    }

    private static JsonNode make(Player player, String body) {
        return Wire.data(Wire.post(player, "/user/tokens", body));
    }

    private static Player bot(Player owner, String scope) {
        JsonNode made = make(owner, "{\"name\":\"bot\",\"scopes\":[\"" + scope + "\"]}");
        return with(owner, made.required("auth").asString());
    }

    private static Player with(Player owner, String token) {
        return new Player(owner.username(), owner.id(), new EvensClient(base(), token));
    }

    private static List<JsonNode> list(Player player) {
        List<JsonNode> tokens = new ArrayList<>();
        Wire.data(Wire.get(player, "/user/tokens")).required("tokens").forEach(tokens::add);
        return tokens;
    }
}
