package evens.app;

import static org.assertj.core.api.Assertions.assertThat;

import evens.app.LiveWait.Told;
import evens.app.Venue.Player;
import evens.client.Game;
import evens.client.RawResponse;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
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

/** How long bets on live games wait, and what may happen to them meanwhile. */
@Tag("long")
class LiveDelayTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int ATTEMPTS = 8;

    @TempDir static Path data;
    private static Venue venue;
    private static Player ann;
    private static Player amy;
    private static Player bob;
    private static SocketCalls annsSocket;
    private static SocketCalls amysSocket;

    @BeforeAll
    static void open() {
        venue = new Venue(data);
        ann = venue.player("ann", "100000");
        amy = venue.player("amy", "100000");
        bob = venue.player("bob", "1000000");
        annsSocket = socket(ann);
        amysSocket = socket(amy);
    }

    private static SocketCalls socket(Player player) {
        return new SocketCalls(HttpClient.newHttpClient(), venue.server().base(), player.token());
    }

    @AfterAll
    static void close() {
        annsSocket.close();
        amysSocket.close();
        venue.close();
    }

    /** A league and after how many seconds a bet on a live game of it is tried. */
    static Stream<Arguments> leagues() {
        return Table.arguments(
                """
                NFL    | football         | 3
                NCAAF  | football         | 3
                UFCMMA | mma              | 3
                NCAAB  | basketball       | 5
                NBA    | basketball       | 5
                ATP    | tennis           | 8
                WTA    | tennis           | 8
                NHL    | hockey           | 10
                MLB    | baseball         | 10
                SERIEA | soccer           | 10
                """);
    }

    @ParameterizedTest(name = "{0}: {2} s")
    @MethodSource("leagues")
    void aLeagueWaitsAsLongAsIsDocumented(String league, String sport, int seconds) {
        String body = "{\"league\": \"%s\", \"sport\": \"%s\"}".formatted(league, sport);
        RawResponse created = Wire.post(venue.operator(), "/admin/leagues", body);
        assertThat(delay(created)).isEqualTo(seconds);

        Game game = venue.gameOf(league, sport, "");
        RawResponse live = Wire.post(venue.operator(), "/admin/games/" + game.id() + "/live", "{}");
        assertThat(Wire.data(live).required("game").required("league").asString())
                .isEqualTo(league + "-LIVE");
        assertThat(delayNow(league + "-LIVE")).isEqualTo(seconds);
    }

    @Test
    void aLiveGameMaySayItself() {
        Game game = venue.gameOf("KHL", "hockey", "");
        Wire.data(
                Wire.post(
                        venue.operator(),
                        "/admin/games/" + game.id() + "/live",
                        "{\"liveDelaySeconds\": 2}"));
        assertThat(delayNow("KHL-LIVE")).isEqualTo(2);
        assertThat(delayNow("KHL")).isEqualTo(10);
    }

    /** Changing nothing tells what is. */
    private static int delayNow(String league) {
        return delay(Wire.send(venue.operator(), "PATCH", "/admin/leagues/" + league, "{}"));
    }

    private static int delay(RawResponse response) {
        return Wire.data(response).required("league").required("liveDelaySeconds").intValue();
    }

    /**
     * What Bob offers, what Ann asks for, what is done while that waits, and what she is told when
     * it is over: her fills, what rests, or an error.
     */
    static Stream<Arguments> waits() {
        return Table.arguments(Table.resource("live-delay.txt"));
    }

    @ParameterizedTest(name = "{1}; {2}")
    @MethodSource("waits")
    void whatWaitsIsTriedWhenTheDelayIsOver(
            String offer, String order, String meanwhile, String answer) {
        CompletableFuture<Told> byRest =
                CompletableFuture.supplyAsync(
                        () -> told(annsSocket, ann, false, offer, order, meanwhile),
                        Thread::startVirtualThread);
        CompletableFuture<Told> bySocket =
                CompletableFuture.supplyAsync(
                        () -> told(amysSocket, amy, true, offer, order, meanwhile),
                        Thread::startVirtualThread);
        for (Told told : List.of(byRest.join(), bySocket.join())) {
            assertThat(told.answer()).isEqualTo(answer);
            assertThat(told.kept()).isEqualTo(answer.contains(": ") ? "" : answer);
        }
    }

    /** Tries again where the delay was over before everything had been done. */
    private static Told told(
            SocketCalls socket,
            Player player,
            boolean bySocket,
            String offer,
            String order,
            String meanwhile) {
        for (int i = 0; i < ATTEMPTS; i++) {
            Game game = venue.liveGame(1);
            LiveWait wait = new LiveWait(venue, game, player, socket);
            for (String each : offer.split("; ", -1)) {
                Wire.rest(bob, game, each);
            }
            wait.begin(order, bySocket);
            long done = 0;
            for (String step : meanwhile.isEmpty() ? new String[0] : meanwhile.split("; ", -1)) {
                done = wait.meanwhile(bob, step);
            }
            Told told = wait.end();
            if (done <= told.sequence()) {
                return told;
            }
        }
        throw new AssertionError("too slow for a delay of one second");
    }

    @Test
    void theExchangeIsSuspendedMeanwhile() {
        String limit = "limit away at 100 for 50";
        Game game = venue.liveGame(1);
        LiveWait wait = new LiveWait(venue, game, ann, annsSocket);
        Wire.rest(bob, game, "post home at 100 for 50");
        wait.begin(limit, true);
        Wire.data(Wire.post(venue.operator(), "/admin/suspend", "{\"reason\": \"drill\"}"));
        try {
            assertThat(wait.end().answer())
                    .isEqualTo("validation_error: the exchange is suspended");
        } finally {
            Wire.data(Wire.post(venue.operator(), "/admin/resume", "{}"));
        }
        Wire.has(Wire.onlyRow(bob, "/user/getUnmatched", game), game, "filled 0, remaining 50");
    }

    @Test
    void whatWaitsIsSeenByItsOwnerOnly() {
        Game game = venue.liveGame(60);
        Wire.rest(bob, game, "post over 2.5 at 100 for 30");
        JsonNode before = Wire.book(bob, game);
        LiveWait wait = new LiveWait(venue, game, ann, annsSocket);
        String order = wait.begin("limit under 2.5 at 100 for 50", true);

        JsonNode row = Wire.onlyRow(ann, "/user/getUnmatched", game);
        Wire.has(row, game, "waiting true, filled 0, offered 50, remaining 50, id " + order);
        assertThat(Wire.book(bob, game)).isEqualTo(before);
        assertThat(Wire.book(ann, game).required("over")).isEmpty();
        assertThat(Wire.book(ann, game).required("under")).hasSize(1);
        for (Player player : List.of(ann, bob)) {
            assertThat(LiveWait.rows(player, "/user/getMatchedBets", game)).isEmpty();
        }
        Wire.has(Wire.onlyRow(bob, "/user/getUnmatched", game), game, "waiting -, filled 0");

        JsonNode cancelled =
                annsSocket
                        .ask("cancelAllByGame", "\"gameId\":\"" + game.id() + "\"")
                        .join()
                        .required("data");
        assertThat(cancelled).hasSize(1);
        Wire.has(cancelled.required(0), game, "orderID " + order + ", filled 0, remaining 50");
        assertThat(wait.end().answer())
                .isEqualTo("rejected_order_type_rules: order cancelled during live delay");
        assertThat(LiveWait.rows(ann, "/user/getUnmatched", game)).isEmpty();
        Wire.has(Wire.onlyRow(bob, "/user/getUnmatched", game), game, "filled 0, remaining 30");
    }

    /** The answer comes with the slowest; each order is where it was in the batch. */
    @Test
    void aBatchIsAnsweredWithItsSlowestOrder() {
        Game quick = venue.liveGame(1);
        Game slow = venue.liveGame(3);
        Wire.rest(bob, quick, "post home at 100 for 10");
        Wire.rest(bob, slow, "post home at 100 for 10");
        String batch =
                String.join(
                        ",",
                        Wire.order(slow, "limit away at 100 for 10"),
                        Wire.order(quick, "limit home at 100 for 5"),
                        Wire.order(quick, "limit away at 0 for 5"),
                        Wire.order(quick, "fillAndKill away at 100 for 10"));
        CompletableFuture<JsonNode> answer =
                annsSocket.ask("placeV3", "\"orders\":[" + batch + "]");
        Await.until(
                SOON,
                () -> "the quick one",
                () -> LiveWait.rows(ann, "/user/getMatchedBets", quick).size() == 1);
        assertThat(answer).as("there is a slow one").isNotDone();
        Wire.has(Wire.onlyRow(ann, "/user/getUnmatched", slow), slow, "waiting true, remaining 10");

        JsonNode results = answer.join().required("data");
        assertThat(results)
                .extracting(result -> LiveWait.words(result))
                .containsExactly(
                        "10 at 100",
                        "rests 5",
                        "validation_error: odds must be from -100000 to -100 or from 100 to 100000, with"
                                + " at most one decimal",
                        "10 at 100");
        assertThat(LiveWait.rows(ann, "/user/getMatchedBets", slow)).hasSize(1);
    }

    @Test
    void aSocketGoesOnWhileItsOrderWaits() {
        Game game = venue.liveGame(60);
        Wire.rest(bob, game, "post home at 100 for 10");
        LiveWait wait = new LiveWait(venue, game, ann, annsSocket);
        wait.begin("limit away at 100 for 10", true);

        JsonNode rests = place(game, "limit home at 100 for 5");
        assertThat(LiveWait.words(rests)).isEqualTo("rests 5");
        assertThat(LiveWait.words(place(game, "post away at 100 for 5")))
                .isEqualTo("rejected_order_type_rules: post order cannot have matches");
        String id = rests.required("unmatched").required("orderID").asString();
        JsonNode cancelled = annsSocket.ask("cancelById", "\"orderId\":\"" + id + "\"").join();
        assertThat(cancelled.required("data")).hasSize(1);
        annsSocket.ask("heartbeat", "\"requestTimeout\":0,\"off\":true").join().required("data");

        assertThat(wait.isOver()).as("its delay is a minute").isFalse();
        annsSocket.ask("cancelAll", "").join();
        assertThat(wait.end().answer())
                .isEqualTo("rejected_order_type_rules: order cancelled during live delay");
    }

    private static JsonNode place(Game game, String words) {
        String orders = "\"orders\":[" + Wire.order(game, words) + "]";
        return annsSocket.ask("placeV3", orders).join().required("data").required(0);
    }
}
