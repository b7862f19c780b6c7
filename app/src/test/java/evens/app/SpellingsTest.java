package evens.app;

import static org.assertj.core.api.Assertions.assertThat;

import evens.app.Venue.Player;
import evens.client.Game;
import evens.client.RawResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same request in every spelling that clients use gets the same answer. */
@Tag("contract")
class SpellingsTest {
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

    @TempDir static Path data;
    private static Venue venue;
    private static Player ann;
    private static Game game;
    private static String order;

    @BeforeAll
    static void open() {
        venue = new Venue(data);
        ann = venue.player("ann", "1000");
        Player bob = venue.player("bob", "1000");
        game = venue.game();
        order = Wire.rest(ann, game, "post home -0.25 at 110 for 100");
        Wire.rest(bob, game, "limit away 0.25 at -110 for 500");
    }

    @AfterAll
    static void close() {
        venue.close();
    }

    static Stream<Arguments> reads() {
        return Table.arguments(
                """
                /user/getMe                  |
                /user/getUnmatched           |
                /user/getMatchedBets         |
                /user/getOrdersForGame       | gameID $game
                /user/getGameLiability       | gameID $game
                /session/lookupOrder         | orderID $order
                /exchange/getLeagues         |
                /exchange/getLeagues         | sport soccer
                /exchange/v2/getGames        | league PREMIER-LEAGUE
                /exchange/getGames           | league PREMIER-LEAGUE
                /exchange/v2/getOrderbook    | league PREMIER-LEAGUE
                /exchange/v2/getOrderbook    | gameID $game
                /exchange/getSingleOrderbook | gameID $game
                /exchange/getOrderbook       | leagueRequested PREMIER-LEAGUE
                /exchange/getOrderbookPaginated | pageSize 1
                /exchange/getOrderbookPaginated | leagueRequested PREMIER-LEAGUE, page 1
                /exchange/getParticipants    | active true
                /exchange/getEvents          | sport soccer
                /exchange/getOddsForAveragePrice | leagueRequested PREMIER-LEAGUE
                /exchange/getMatchedVolume   | startDate 2025-07-30, endDate 2025-07-31
                """);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("reads")
    void aReadIsTheSameInEverySpelling(String path, String parameter) {
        String words = parameter.replace("$game", game.id()).replace("$order", order);
        boolean alone = words.isEmpty();
        String query = alone ? "" : "?" + words.replace(' ', '=').replace(",=", "&");
        String field = alone ? "" : '"' + words.replace(", ", "\",\"").replace(" ", "\":\"") + '"';
        String token = "\"token\":\"" + ann.token() + "\"";
        String lower = path.toLowerCase(Locale.ROOT);
        String upper = path.toUpperCase(Locale.ROOT);
        Map<String, String> raw = Map.of("Authorization", ann.token());
        Map<String, String> bearer = Map.of("Authorization", "Bearer " + ann.token());
        Map<String, String> rawJson =
                Map.of("Authorization", ann.token(), "Content-Type", "application/json");

        String documented = answer("GET", path + query, raw, "");

        assertThat(answer("GET", path + query, bearer, "")).isEqualTo(documented);
        assertThat(answer("GET", lower + query, raw, "")).isEqualTo(documented);
        assertThat(answer("GET", upper + query, raw, "")).isEqualTo(documented);
        assertThat(answer("POST", path + query, raw, "")).isEqualTo(documented);
        assertThat(answer("POST", path, rawJson, "{" + field + "}")).isEqualTo(documented);
        assertThat(answer("POST", lower, rawJson, "{" + field + "}")).isEqualTo(documented);
        String withToken = "{" + token + (alone ? "" : "," + field) + "}";
        assertThat(answer("POST", path, JSON, withToken)).isEqualTo(documented);
        assertThat(answer("POST", upper, JSON, withToken)).isEqualTo(documented);
        assertThat(answer("POST", path, rawJson, withToken)).isEqualTo(documented);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PREMIER-LEAGUE", "premier-league", "Premier-League"})
    void aLeagueIsTheSameInAnyCase(String league) {
        Map<String, String> raw = Map.of("Authorization", ann.token());
        for (String path : new String[] {"/exchange/v2/getGames", "/exchange/v2/getOrderbook"}) {
            String documented = answer("GET", path + "?league=PREMIER-LEAGUE", raw, "");
            assertThat(documented).contains(game.id());
            String query = "?league=" + league;
            assertThat(answer("GET", path + query, raw, "")).isEqualTo(documented);
            assertThat(answer("GET", path + query + "&sport=Soccer", raw, ""))
                    .isEqualTo(documented);
            assertThat(answer("GET", path + query + "&sport=golf", raw, ""))
                    .isEqualTo("{\"data\":{\"games\":[]}}");
        }
    }

    /** A path to place and one to cancel. */
    static Stream<Arguments> writes() {
        return Table.arguments(
                """
                /session/v3/place | /session/cancelAllOrders
                /session/v2/place | /session/cancelallorders
                /session/V3/Place | /SESSION/CANCELALLORDERS
                /SESSION/V2/PLACE | /session/CancelAllOrders
                """);
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("writes")
    void aWriteIsDoneInAnySpelling(String place, String cancel) {
        Player carl = venue.player("carl", "1000");
        String order = Wire.order(game, "post over 2.75 at 150 for 10");
        String token = "\"token\":\"" + carl.token() + "\"";

        String placed =
                answer(
                        "POST",
                        place,
                        JSON,
                        "{%s,\"gameID\":\"ignored\",\"orders\":[%s]}".formatted(token, order));

        assertThat(placed).contains("\"offered\":10");
        assertThat(carl.client().unmatched()).hasSize(1);
        assertThat(answer("POST", cancel, JSON, "{" + token + "}")).contains("\"remaining\":10");
        assertThat(carl.client().unmatched()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/user/login", "/USER/LOGIN", "/user/Login"})
    void aLoginMayBeAForm(String path) {
        String form =
                "username="
                        + ann.username()
                        + "&password="
                        + URLEncoder.encode(Venue.PASSWORD, StandardCharsets.UTF_8);
        String json =
                "{\"username\":\"%s\",\"password\":\"%s\"}"
                        .formatted(ann.username(), Venue.PASSWORD);
        String type = "application/x-www-form-urlencoded";
        assertThat(answer("POST", path, Map.of("Content-Type", type), form)).contains("\"auth\"");
        assertThat(answer("POST", path, Map.of("Content-Type", type + "; charset=utf-8"), form))
                .contains("\"auth\"");
        assertThat(answer("POST", path, JSON, json)).contains("\"auth\"");
    }

    @Test
    void onlyALoginMayBeAForm() {
        RawResponse response =
                send(
                        "POST",
                        "/session/cancelMultiple",
                        Map.of(
                                "Authorization",
                                ann.token(),
                                "Content-Type",
                                "application/x-www-form-urlencoded"),
                        "sessionIDs=x");
        assertThat(response.status()).as(response.body()).isEqualTo(415);
    }

    private static String answer(
            String method, String path, Map<String, String> headers, String body) {
        RawResponse response = send(method, path, headers, body);
        assertThat(response.status())
                .as("%s %s %s: %s", method, path, body, response.body())
                .isEqualTo(200);
        return response.body();
    }

    private static RawResponse send(
            String method, String path, Map<String, String> headers, String body) {
        return ann.client()
                .raw(
                        method,
                        path,
                        headers,
                        body.isEmpty() ? null : body.getBytes(StandardCharsets.UTF_8));
    }
}
