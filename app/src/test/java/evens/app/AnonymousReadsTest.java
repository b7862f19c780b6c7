package evens.app;

import static org.assertj.core.api.Assertions.assertThat;

import evens.app.Venue.Player;
import evens.client.EvensClient;
import evens.client.Game;
import evens.client.RawResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** An exchange whose operator shows its markets to everybody. */
@Tag("contract")
class AnonymousReadsTest {
    @TempDir static Path data;
    @TempDir static Path other;
    private static Venue venue;
    private static Player ann;
    private static Player bob;
    private static Game game;

    @BeforeAll
    static void open() {
        venue = new Venue(data, Map.of("EVENS_ANONYMOUS_READS", "on"));
        ann = venue.player("ann", "1000");
        bob = venue.player("bob", "1000");
        game = venue.game();
        Wire.rest(ann, game, "post home at -110 for 1000");
    }

    @AfterAll
    static void close() {
        venue.close();
    }

    static Stream<Arguments> reads() {
        return Table.arguments(
                """
                getLeagues             |
                getParticipants        | "active": "true"
                getEvents              | "sport": "soccer"
                v2/getGames            | "league": "PREMIER-LEAGUE"
                getGames               | "league": "PREMIER-LEAGUE"
                v2/getOrderbook        | "league": "PREMIER-LEAGUE"
                v2/getOrderbook        | "gameID": "$game"
                getOrderbook           | "leagueRequested": "PREMIER-LEAGUE"
                getOrderbookPaginated  | "page": "1"
                getSingleOrderbook     | "gameID": "$game"
                getOddsForAveragePrice | "leagueRequested": "PREMIER-LEAGUE"
                getMatchedVolume       | "startDate": "2025-07-30", "endDate": "2025-07-30"
                """);
    }

    /** Whoever does not say who it is sees what any other reader sees, without marks. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("reads")
    void aMarket(String read, String fields) {
        String path = "/exchange/" + read;
        String body = "{" + fields.replace("$game", game.id()) + "}";
        String query = body.replaceAll("[{}\" ]", "").replace(':', '=').replace(',', '&');

        RawResponse anonymous = send("POST", path, null, body);

        assertThat(anonymous.status()).as(anonymous.body()).isEqualTo(200);
        assertThat(send("GET", path + "?" + query, null, "").body()).isEqualTo(anonymous.body());
        assertThat(Wire.post(bob, path, body).body()).isEqualTo(anonymous.body());
        assertThat(Wire.sequence(anonymous)).isPositive();
        assertThat(anonymous.body()).doesNotContain("createdBy").doesNotContain(ann.id());
        for (String bad : new String[] {"nope", "Bearer " + "0".repeat(256), ""}) {
            ErrorBody.object(send("POST", path, bad, body), "InvalidCredentials");
        }
    }

    @Test
    void theRateIsThatOfANewAccount() {
        String path = "/exchange/getOddsForAveragePrice?leagueRequested=PREMIER-LEAGUE";
        Wire.has(
                send("GET", path, null, "").json().required("games").required(0).required("odds"),
                game,
                "bestAwayMoneyline 110, bestAwayMoneylineWithCommission 108");
    }

    @Test
    void theirOwnersStillFindTheirMarks() {
        assertThat(Wire.book(ann, game).required("awayMoneylines").required(0).has("createdBy"))
                .isTrue();
    }

    @Test
    void thePriceFeed() {
        try (Talk talk = Talk.anonymous(venue.server().base(), "/price-stream")) {
            Wire.rest(ann, game, "post over 2.75 at 150 for 10");
            JsonNode frame = talk.next();
            while (!frame.required(0).asString().equals("orderUpdate")) {
                frame = talk.next();
            }
            Wire.has(frame.required(1), game, "gameID $game, type total, total 2.75, OU under");
            assertThat(frame.required(1).required("sideOrders")).hasSize(1);
            assertThat(frame.toString()).doesNotContain("createdBy").doesNotContain(ann.id());
        }
    }

    /** What else there is needs somebody. */
    static Stream<Arguments> others() {
        return Table.arguments(
                """
                GET  | /user/getMe
                GET  | /user/getUnmatched
                GET  | /session/lookupOrder
                POST | /session/v3/place
                POST | /session/cancelAllOrders
                GET  | /admin/status
                """);
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("others")
    void nothingElse(String method, String path) {
        RawResponse response = send(method, path, null, method.equals("POST") ? "{}" : "");
        assertThat(response.status()).as(response.body()).isEqualTo(401);
    }

    /** The step that a client knows of is waited for, whoever it is. */
    @Test
    void aStepIsWaitedFor() {
        long now = Wire.sequence(send("GET", "/exchange/getLeagues", null, ""));
        assertThat(with("X-Exchange-Sequence", Long.toString(now)).status()).isEqualTo(200);
        assertThat(with("X-Exchange-Sequence", Long.toString(now + 1_000)).status()).isEqualTo(503);
        assertThat(with("X-Exchange-Sequence", "soon").status()).isEqualTo(400);
    }

    @Test
    void onOrOff() {
        try (ServerProcess server =
                ServerProcess.launch(
                        Map.of("EVENS_ANONYMOUS_READS", "maybe"),
                        ServerProcess.serveArguments(other))) {
            assertThat(server.exitCode()).isNotZero();
            assertThat(server.said()).contains("--anonymous-reads must be on or off");
        }
    }

    private static RawResponse with(String header, String value) {
        return new EvensClient(venue.server().base())
                .raw("GET", "/exchange/getLeagues", Map.of(header, value), null);
    }

    private static RawResponse send(
            String method, String path, @Nullable String authorization, String body) {
        Map<String, String> headers = new HashMap<>();
        if (authorization != null) {
            headers.put("Authorization", authorization);
        }
        if (!body.isEmpty()) {
            headers.put("Content-Type", "application/json");
        }
        return new EvensClient(venue.server().base())
                .raw(
                        method,
                        path,
                        headers,
                        body.isEmpty() ? null : body.getBytes(StandardCharsets.UTF_8));
    }
}
