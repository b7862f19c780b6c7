package evens.app;

import static org.assertj.core.api.Assertions.assertThat;

import evens.app.Venue.Player;
import evens.client.Game;
import evens.client.RawResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
import tools.jackson.databind.JsonNode;

/** Games that are traded while they are played, and how operators open them. */
@Tag("contract")
class LiveGamesTest {
    @TempDir static Path data;
    private static Venue venue;
    private static Player ann;
    private Game game;

    @BeforeAll
    static void open() {
        venue = new Venue(data);
        ann = venue.player("ann", "1000000");
    }

    @AfterAll
    static void close() {
        venue.close();
    }

    @BeforeEach
    void aNewGame() {
        game = venue.game();
    }

    /** How long live bets wait in a league where nobody has said it, live or not. */
    static Stream<Arguments> delays() {
        return Table.arguments(
                """
                NFL    | 3
                UFCMMA | 3
                NCAAF  | 3
                NCAAB  | 5
                NBA    | 5
                ATP    | 8
                WTA    | 8
                MLB    | 10
                """);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("delays")
    void everyLeagueHasItsDelay(String league, int seconds) {
        for (String name : List.of(league, league + "-LIVE")) {
            JsonNode created =
                    operate(
                            "POST",
                            "/admin/leagues",
                            "{\"league\":\"%s\",\"sport\":\"any\"}".formatted(name));
            Wire.has(created.required("league"), game, "liveDelaySeconds " + seconds);
        }
    }

    @Test
    void theLiveGameOfAGameIsOneAndOpen() {
        JsonNode live = live(game.id(), "{}");
        Wire.has(live, game, "league PREMIER-LEAGUE-LIVE, sport soccer, live true, state open");
        Wire.has(live, game, "parentGameID $game, eventName " + game.eventName());
        assertThat(live.required("participants").required(0).required("id").asString())
                .isEqualTo(game.away().id());
        assertThat(live.required("id").asString()).isNotEqualTo(game.id());
        assertThat(live(game.id(), "")).isEqualTo(live);
        assertThat(live(game.id(), "{\"reason\":\"kick-off\"}")).isEqualTo(live);
        assertThat(live(game.id(), "{\"liveDelaySeconds\":10}")).isEqualTo(live);
        JsonNode books =
                Wire.data(Wire.get(ann, "/exchange/getSingleOrderbook?gameID=" + game.id()));
        assertThat(books.required("childGames").toString())
                .contains(live.required("id").asString());
    }

    @Test
    void itIsOpenWhenItsParentHasStarted() {
        Game soon = venue.game(Instant.now().plusSeconds(1));
        Await.until(
                Duration.ofSeconds(10),
                () -> "the start",
                () -> !venue.operator().games(Venue.LEAGUE).contains(soon));
        JsonNode live = live(soon.id(), "{}");
        Wire.has(live, soon, "state open, live true");
        Game there =
                venue.operator().games("PREMIER-LEAGUE-LIVE").stream()
                        .filter(each -> each.id().equals(live.required("id").asString()))
                        .findFirst()
                        .orElseThrow();
        JsonNode placed = Wire.place(ann, there, "post home at 125 for 10");
        Wire.has(placed.required("unmatched"), there, "offered 10");
        JsonNode row = Wire.onlyRow(ann, "/user/getUnmatched", there);
        Instant created = Instant.parse(row.required("createdAt").asString());
        assertThat(Instant.parse(row.required("expiry").asString()))
                .isEqualTo(created.plusSeconds(300));
    }

    @Test
    void anotherDelayThanTheLeagueHasIsAConflict() {
        Game nhl = venue.gameOf("NHL", "hockey", "");
        JsonNode live = live(nhl.id(), "{\"liveDelaySeconds\":7}");
        Wire.has(live, nhl, "league NHL-LIVE");
        RawResponse other =
                post(venue.gameOf("NHL", "hockey", "").id(), "{\"liveDelaySeconds\":8}");
        assertThat(other.status()).isEqualTo(409);
        ErrorBody.object(
                other,
                "league NHL-LIVE has a live delay of 7 s; PATCH /admin/leagues/NHL-LIVE changes it");
        JsonNode changed = operate("PATCH", "/admin/leagues/NHL-LIVE", "{\"liveDelaySeconds\":8}");
        Wire.has(changed.required("league"), nhl, "liveDelaySeconds 8");
        assertThat(post(nhl.id(), "{\"liveDelaySeconds\":8}").status()).isEqualTo(200);
    }

    static Stream<Arguments> refusals() {
        return Table.arguments(
                """
                $game                    | {"liveDelaySeconds":61}   | 400 | liveDelaySeconds must be an integer from 0 to 60
                $game                    | {"liveDelaySeconds":-1}   | 400 | liveDelaySeconds must be an integer from 0 to 60
                $game                    | {"liveDelaySeconds":1.5}  | 400 | liveDelaySeconds must be an integer from 0 to 60
                $game                    | {"liveDelaySeconds":"1"}  | 400 | liveDelaySeconds must be an integer from 0 to 60
                $game                    | {"delay":1}              | 400 | unknown field: delay
                $game                    | {"reason":7}             | 400 | reason must be text .*
                $game                    | []                       | 400 | the body must be an object
                65ba11e50000000000000001 | {}                       | 404 | game not found
                nope                     | {}                       | 404 | game not found
                $live                    | {}                       | 409 | the game is live itself
                """);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("refusals")
    void whatCanNotGoLive(String id, String body, int status, String error) {
        String wanted = id.equals("$live") ? live(game.id(), "{}").required("id").asString() : id;
        RawResponse response = post(Wire.named(game, wanted), body);
        assertThat(response.status()).as(response.body()).isEqualTo(status);
        if (status == 400) {
            ErrorBody.string(response, error);
        } else {
            ErrorBody.object(response, error);
        }
    }

    @Test
    void onlyOperatorsOpenThem() {
        assertThat(Wire.post(ann, "/admin/games/%s/live".formatted(game.id()), "{}").status())
                .isEqualTo(403);
    }

    @Test
    void liveStandsForAllLiveGamesInReads() {
        String id = live(game.id(), "{}").required("id").asString();
        for (String path :
                List.of("/exchange/v2/getGames?league=", "/exchange/v2/getOrderbook?league=")) {
            for (String league : List.of("LIVE", "live", "PREMIER-LEAGUE-LIVE")) {
                String games = Wire.data(Wire.get(ann, path + league)).toString();
                assertThat(games)
                        .contains(id)
                        .contains("\"live\":true")
                        .doesNotContain("\"live\":false");
            }
        }
        assertThat(operate("GET", "/admin/games?league=LIVE", null).toString()).contains(id);
        assertThat(
                        Wire.data(Wire.get(ann, "/exchange/v2/getGames?league=PREMIER-LEAGUE"))
                                .toString())
                .doesNotContain("\"live\":true");
    }

    @Test
    void noLeagueIsCalledLive() {
        for (String name : List.of("LIVE", "live")) {
            RawResponse response =
                    Wire.post(
                            venue.operator(),
                            "/admin/leagues",
                            "{\"league\":\"%s\",\"sport\":\"any\"}".formatted(name));
            assertThat(response.status()).isEqualTo(400);
            ErrorBody.string(response, "LIVE is no league: it stands for all live games");
        }
    }

    @Test
    void aLiveGameMayHaveStartedWhenItIsCreated() {
        String body =
                "{\"league\":\"PREMIER-LEAGUE\",\"sport\":\"soccer\",\"start\":\"%s\",\"live\":%s,"
                        + "\"away\":{\"longName\":\"A\"},\"home\":{\"longName\":\"B\"}}";
        String past = Instant.now().minusSeconds(60).toString();
        JsonNode live =
                operate("POST", "/admin/games", body.formatted(past, "true")).required("game");
        Wire.has(live, game, "live true, state open");
        RawResponse notLive =
                Wire.post(venue.operator(), "/admin/games", body.formatted(past, "false"));
        assertThat(notLive.status()).isEqualTo(400);
        RawResponse wrong = Wire.post(venue.operator(), "/admin/games", body.formatted(past, "1"));
        ErrorBody.string(wrong, "live must be true or false");
        JsonNode renamed =
                operate(
                        "PATCH",
                        "/admin/games/" + live.required("id").asString(),
                        "{\"featured\":true}");
        Wire.has(renamed.required("game"), game, "live true, featured true, state open");
    }

    private static JsonNode live(String id, String body) {
        return Wire.data(post(id, body)).required("game");
    }

    private static RawResponse post(String id, String body) {
        return Wire.send(
                venue.operator(),
                "POST",
                "/admin/games/%s/live".formatted(id),
                body.isEmpty() ? null : body);
    }

    private static JsonNode operate(String method, String path, @Nullable String body) {
        return Wire.data(Wire.send(venue.operator(), method, path, body));
    }
}
