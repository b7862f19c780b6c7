package evens.app;

import static org.assertj.core.api.Assertions.assertThat;

import evens.app.Venue.Player;
import evens.client.Game;
import evens.client.RawResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
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

/** Orders on live games that would match: the reply waits as long as they do. The delay is 1 s. */
@Tag("long")
class DelayedRepliesTest {
    private static final Duration DELAY = Duration.ofSeconds(1);

    @TempDir static Path data;
    private static Venue venue;
    private static Player ann;
    private static Player bob;
    private Game game;

    @BeforeAll
    static void open() {
        venue = new Venue(data);
        ann = venue.player("ann", "1000000");
        bob = venue.player("bob", "1000000");
        Wire.data(
                Wire.post(
                        venue.operator(),
                        "/admin/leagues",
                        "{\"league\":\"EPL-LIVE\",\"sport\":\"soccer\",\"liveDelaySeconds\":1}"));
    }

    @AfterAll
    static void close() {
        venue.close();
    }

    @BeforeEach
    void aNewGame() {
        game = venue.gameOf("EPL-LIVE", "soccer", ",\"live\":true");
        Wire.rest(bob, game, "post home at -110 for 100");
    }

    /** What happens while ann's order waits, and what becomes of it. */
    static Stream<Arguments> meanwhile() {
        return Table.arguments(
                """
                limit away at 105 for 20       | nothing    | 20 at 110 +0
                limit away at 105 for 20       | better     | 20 at 120 +0
                limit away at 105 for 20       | worse      | 20 at 106 +0
                limit away at 105 for 20       | much-worse | 0 +20
                limit away at 105 for 20       | vanished   | 0 +20
                limit away at 105 for 200      | nothing    | 90.909091 at 110 +109.090909
                fillAndKill away at 105 for 20 | vanished   | rejected_order_type_rules: fill and kill has no matches
                fillOrKill away at 105 for 20  | vanished   | rejected_order_type_rules: fill or kill has no matches
                fillOrKill away at 105 for 20  | nothing    | 20 at 110 +0
                limit away at 105 for 20       | suspended  | validation_error: game is not open
                limit away at 105 for 20       | closed     | validation_error: game is not open
                limit away at 105 for 20       | exchange   | validation_error: the exchange is suspended
                limit away at 105 for 20       | cancelled  | rejected_order_type_rules: order cancelled during live delay
                limit away at 105 for 20       | killed     | rejected_order_type_rules: order cancelled during live delay
                limit away at 105 for 20       | paused     | rejected_order_type_rules: order cancelled during live delay
                limit away at 105 for 20       | latched    | rejected_order_type_rules: order cancelled during live delay
                """);
    }

    @ParameterizedTest(name = "{0} | {1}")
    @MethodSource("meanwhile")
    void theReplyWaitsAndSaysWhatBecameOfTheOrder(String words, String event, String outcome) {
        long began = System.nanoTime();
        CompletableFuture<JsonNode> reply =
                CompletableFuture.supplyAsync(() -> Wire.place(ann, game, words));
        JsonNode waiting = waiting();
        Wire.has(waiting, game, "filled 0, waiting true, origin offer");
        Wire.has(waiting, game, "bet " + words.replaceAll(".* for ", ""));
        assertThat(Wire.book(bob, game).required("homeMoneylines")).isEmpty();
        meanwhile(event, waiting.required("id").asString());

        JsonNode result = reply.join();

        if (!event.matches("cancelled|killed|paused|latched|closed")) {
            assertThat(System.nanoTime() - began).isGreaterThanOrEqualTo(DELAY.toNanos());
        }
        check(result, outcome);
        Wire.post(ann, "/session/releaseLatch", "{}");
        Wire.post(venue.operator(), "/admin/resume", "{}");
    }

    private void meanwhile(String event, String id) {
        String offer =
                bob.client().unmatched().stream()
                        .filter(order -> order.gameID().equals(game.id()))
                        .findFirst()
                        .orElseThrow()
                        .id();
        switch (event) {
            case "nothing" -> {}
            case "better" -> Wire.rest(bob, game, "post home at -120 for 100");
            case "worse" -> edit(offer, -106);
            case "much-worse" -> edit(offer, -104);
            case "vanished" -> bob.client().cancel(offer);
            case "suspended" -> venue.operator().operator().suspend(game.id());
            case "closed" ->
                    Wire.data(
                            Wire.post(
                                    venue.operator(),
                                    "/admin/games/%s/close".formatted(game.id()),
                                    "{}"));
            case "exchange" -> Wire.data(Wire.post(venue.operator(), "/admin/suspend", "{}"));
            case "cancelled" -> {
                RawResponse cancel =
                        Wire.post(ann, "/session/cancel", "{\"sessionID\":\"%s\"}".formatted(id));
                CancelEntry.success(Wire.data(cancel), id, "0", "20");
            }
            case "killed" -> assertThat(ann.client().cancelAll()).isNotEmpty();
            case "paused" -> Wire.data(Wire.post(ann, "/session/pauseOrders", "{}"));
            case "latched" ->
                    Wire.data(Wire.post(ann, "/session/cancelAllOrders", "{\"mode\":\"latch\"}"));
            default -> throw new IllegalArgumentException(event);
        }
    }

    private void edit(String offer, int odds) {
        Wire.data(
                Wire.post(
                        bob,
                        "/session/editOrder",
                        "{\"sessionID\":\"%s\",\"orderOdds\":%d}".formatted(offer, odds)));
    }

    private void check(JsonNode result, String outcome) {
        if (outcome.contains(": ")) {
            String[] parts = outcome.split(": ", 2);
            ErrorBody.order(result, parts[0], parts[1]);
            return;
        }
        String[] parts = outcome.split(" \\+", 2);
        JsonNode matched = result.required("matched");
        if (parts[0].equals("0")) {
            assertThat(matched).isEmpty();
        } else {
            String[] fill = parts[0].split(" at ", 2);
            Wire.has(matched.required(0), game, "amount %s, odds %s".formatted(fill[0], fill[1]));
        }
        Wire.has(
                result.required("unmatched"),
                game,
                "offered " + (parts[1].equals("0") ? "-" : parts[1]));
    }

    /** What does not match is there at once, and so is what is refused. */
    static Stream<Arguments> atOnce() {
        return Table.arguments(
                """
                limit away at 115 for 20          | 0 +20
                post away at 115 for 20           | 0 +20
                post away at 105 for 20           | rejected_order_type_rules: post order cannot have matches
                postArb away at 110 for 20        | 0 +20
                fillAndKill away at 115 for 20    | rejected_order_type_rules: fill and kill has no matches
                fillOrKill away at 105 for 500    | rejected_order_type_rules: fill or kill matched but not fully
                limit away at 105 for 9000000     | rejected_liability: Insufficient balance.
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("atOnce")
    void whatWouldNotMatchDoesNotWait(String words, String outcome) {
        check(Wire.place(ann, game, words), outcome);
        assertThat(Wire.data(Wire.get(ann, "/user/getUnmatched")).toString())
                .doesNotContain("waiting");
    }

    @Test
    void aBatchWaitsForItsSlowestAndKeepsItsPlaces() {
        String orders =
                "[%s,%s,{},%s]"
                        .formatted(
                                Wire.order(game, "limit away at 105 for 20"),
                                Wire.order(game, "post away at 150 for 5"),
                                Wire.order(game, "fillAndKill away at 105 for 10"));
        JsonNode results = Wire.placeJson(ann, orders);
        check(results.required(0), "20 at 110 +0");
        check(results.required(1), "0 +5");
        ErrorBody.order(results.required(2), "validation_error", "gameID is required");
        check(results.required(3), "10 at 110 +0");
    }

    @Test
    void anEditThatWouldMatchWaitsToo() {
        String id = Wire.rest(ann, game, "post away at 150 for 20");
        JsonNode answer =
                Wire.data(
                        Wire.post(
                                ann,
                                "/session/v4/editOrder",
                                "{\"sessionID\":\"%s\",\"orderOdds\":105}".formatted(id)));
        Wire.has(answer.required("cancelled"), game, "success true, orderID " + id);
        check(answer, "20 at 110 +0");
    }

    @Test
    void anEditIsOverWhenItsReplacementIsCancelledWhileItWaits() {
        String id = Wire.rest(ann, game, "post away at 150 for 20");
        CompletableFuture<RawResponse> reply =
                CompletableFuture.supplyAsync(() ->
                        Wire.post(
                                ann,
                                "/session/v4/editOrder",
                                "{\"sessionID\":\"%s\",\"orderOdds\":105}".formatted(id)));
        waiting();
        ann.client().cancelAll();
        JsonNode answer = Wire.data(reply.join());
        Wire.has(answer.required("cancelled"), game, "success true, orderID " + id);
        Wire.has(answer, game, "error order cancelled during live delay, unmatched -");
        Wire.has(answer, game, "errorType rejected_order_type_rules");
        assertThat(answer.required("matched")).isEmpty();
    }

    /** Whether the repetition comes while the first waits or when it is over. */
    @Test
    void underAKeyTheAnswerIsTheSameWhileItWaitsAndAfterwards() {
        CompletableFuture<RawResponse> first = CompletableFuture.supplyAsync(this::keyed);
        waiting();
        CompletableFuture<RawResponse> second = CompletableFuture.supplyAsync(this::keyed);
        RawResponse answer = first.join();
        check(Wire.data(answer).required("createdSessions").required(0), "20 at 110 +0");
        RawResponse third = keyed();
        for (RawResponse again : List.of(second.join(), third)) {
            assertThat(again.body()).isEqualTo(answer.body());
            assertThat(again.headers().firstValue("X-Exchange-Sequence"))
                    .isEqualTo(answer.headers().firstValue("X-Exchange-Sequence"));
        }
        assertThat(ann.client().matchedBets())
                .filteredOn(bet -> bet.gameID().equals(game.id()))
                .hasSize(1);
    }

    private RawResponse keyed() {
        String order = Wire.order(game, "limit away at 105 for 20");
        return ann.client()
                .raw(
                        "POST",
                        "/session/v3/place",
                        Map.of(
                                "Authorization",
                                ann.token(),
                                "Idempotency-Key",
                                "live-" + game.id()),
                        "{\"orders\":[%s]}".formatted(order).getBytes(StandardCharsets.UTF_8));
    }

    /** Ann's order on the game, as soon as it waits. */
    private JsonNode waiting() {
        List<JsonNode> found = new ArrayList<>();
        Await.until(
                Duration.ofSeconds(5),
                () -> "an order that waits",
                () -> {
                    Wire.data(Wire.get(ann, "/user/getUnmatched"))
                            .required("unmatched")
                            .forEach(row -> {
                                if (row.path("waiting").booleanValue(false)
                                        && Recount.gameOf(row).equals(game.id())) {
                                    found.add(row);
                                }
                            });
                    return !found.isEmpty();
                });
        return found.getFirst();
    }
}
