package evens.app;

import static org.assertj.core.api.Assertions.assertThat;

import evens.app.Venue.Player;
import evens.client.Game;
import evens.client.OpenOrder;
import evens.client.RawResponse;
import java.util.List;
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

/** Every rule of {@code /session/pauseOrders}, {@code resumeOrders} and {@code pausedOrders}. */
@Tag("contract")
class PauseOrdersTest {
    private static final String PAUSE = "/session/pauseOrders";
    private static final String RESUME = "/session/resumeOrders";

    private static Venue venue;
    private static Player ann;
    private static Player bob;
    private Game game;

    @BeforeAll
    static void open() {
        venue = Venue.shared();
        ann = venue.player("ann", "100000");
        bob = venue.player("bob", "100000");
    }

    @BeforeEach
    void aNewGame() {
        game = venue.game();
    }

    @BeforeEach
    void nothingIsOpen() {
        ann.client().cancelAll();
    }

    @Test
    void pausedOrdersAreInNoBookAndNoListButTheirOwn() {
        String one = Wire.rest(ann, game, "post home at 125 for 100");
        String two = Wire.rest(ann, game, "post over 2.5 at 110 for 50");
        Wire.place(bob, game, "fillAndKill away at -125 for 12.5");

        JsonNode entries = Wire.data(Wire.post(ann, PAUSE, "{}"));

        assertThat(entries).hasSize(2);
        Wire.has(entries.required(0), game, "success true, sessionID %s, filled 10".formatted(one));
        Wire.has(entries.required(0), game, "remaining 90, offered 0, reason paused, paused true");
        Wire.has(entries.required(1), game, "success true, sessionID %s, filled 0".formatted(two));
        assertThat(ann.client().unmatched()).isEmpty();
        assertThat(Wire.book(bob, game).required("awayMoneylines")).isEmpty();
        JsonNode paused = paused();
        assertThat(paused).hasSize(2);
        Wire.has(paused.required(0), game, "id %s, paused true, filled 10".formatted(one));
        Wire.has(paused.required(0), game, "remaining 90, offered 100, odds 125, expiry null");
        JsonNode detail = Wire.data(Wire.get(ann, "/session/lookupOrder?orderID=" + one));
        Wire.has(detail.required("order"), game, "cancelled true, paused true, matchedRisk 10.00");
        Wire.has(detail.required("order"), game, "unmatchedRisk 0.00");
        assertThat(Wire.data(Wire.post(ann, PAUSE, ""))).as("a second time").isEmpty();
    }

    @Test
    void resumedOrdersAreTheSameBehindTheOthersOfTheirLevel() {
        String mine = Wire.rest(ann, game, "post home at 125 for 100");
        String theirs = Wire.rest(bob, game, "post home at 125 for 30");
        JsonNode before = row(mine);
        Wire.data(Wire.post(ann, PAUSE, "{}"));

        JsonNode results = Wire.data(Wire.post(ann, RESUME, "{}")).required("createdSessions");

        assertThat(results).hasSize(1);
        Wire.has(results.required(0), game, "orderID " + mine);
        assertThat(results.required(0).required("matched")).isEmpty();
        Wire.has(
                results.required(0).required("unmatched"),
                game,
                "orderID %s, offered 100, odds 125, side $home, number null".formatted(mine));
        assertThat(row(mine)).isEqualTo(before);
        assertThat(paused()).isEmpty();
        JsonNode offers = Wire.book(bob, game).required("awayMoneylines");
        assertThat(offers.required(0).required("id").asString()).isEqualTo(theirs);
        assertThat(offers.required(1).required("id").asString()).isEqualTo(mine);
    }

    @Test
    void whatWouldMatchStaysPausedAndSaysSo() {
        String first = Wire.rest(ann, game, "post home at 125 for 100");
        String second = Wire.rest(ann, game, "post home at 150 for 100");
        Wire.data(Wire.post(ann, PAUSE, "{}"));
        Wire.rest(bob, game, "post away at -125 for 10");

        JsonNode results = Wire.data(Wire.post(ann, RESUME, "{}")).required("createdSessions");

        Wire.has(
                results.required(0),
                game,
                "orderID %s, error post order cannot have matches".formatted(first));
        Wire.has(results.required(0), game, "errorType rejected_order_type_rules, unmatched -");
        Wire.has(results.required(1), game, "orderID %s, error -".formatted(second));
        assertThat(paused()).hasSize(1);
        Wire.has(paused().required(0), game, "id " + first);
    }

    @Test
    void oneGameAtATime() {
        Game other = venue.game();
        String here = Wire.rest(ann, game, "post home at 125 for 100");
        String there = Wire.rest(ann, other, "post home at 125 for 100");
        assertThat(Wire.data(Wire.post(ann, PAUSE, ofGame(game)))).hasSize(1);
        assertThat(openIds()).containsExactly(there);
        assertThat(Wire.data(Wire.post(ann, PAUSE, "{}"))).hasSize(1);
        assertThat(Wire.data(Wire.post(ann, RESUME, ofGame(game))).required("createdSessions"))
                .hasSize(1);
        assertThat(openIds()).containsExactly(here);
        assertThat(paused()).hasSize(1);
    }

    /** How a paused order, $id, is ended. */
    static Stream<Arguments> ends() {
        return Table.arguments(
                """
                /session/cancel                | {"sessionID":"$id"}
                /session/cancelMultiple        | {"sessionIDs":["$id"]}
                /session/cancelAllOrders       | {}
                /session/cancelAllOrders       | {"mode":"latch"}
                /session/cancelAllOrdersForGame | {"gameID":"$game"}
                /session/cancelAllForLeague    | {"league":"PREMIER-LEAGUE"}
                """);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("ends")
    void everyCancelEndsPausedOrders(String path, String body) {
        String id = Wire.rest(ann, game, "post home at 125 for 100");
        Wire.data(Wire.post(ann, PAUSE, "{}"));

        Wire.data(Wire.post(ann, path, Wire.named(game, body).replace("$id", id)));

        assertThat(paused()).isEmpty();
        Wire.post(ann, "/session/releaseLatch", "{}");
        assertThat(Wire.data(Wire.post(ann, RESUME, "{}")).required("createdSessions")).isEmpty();
        assertThat(
                        Wire.post(ann, "/session/cancel", "{\"sessionID\":\"%s\"}".formatted(id))
                                .status())
                .isEqualTo(409);
    }

    @Test
    void aLatchedAccountResumesNothing() {
        Wire.post(ann, "/session/cancelAllOrders", "{\"mode\":\"latch\"}");
        RawResponse response = Wire.post(ann, RESUME, "{}");
        assertThat(response.status()).isEqualTo(409);
        ErrorBody.object(response, "trading is latched");
        Wire.post(ann, "/session/releaseLatch", "{}");
        assertThat(Wire.post(ann, RESUME, "{}").status()).isEqualTo(200);
    }

    static Stream<Arguments> malformed() {
        return Table.arguments(
                """
                [] | the body must be an object
                "all" | the body must be an object
                {"gameID":7} | gameID must be 24 hex digits
                {"gameID":""} | gameID must be 24 hex digits
                {"gameID":"nope"} | gameID must be 24 hex digits
                {"gameID":["$game"]} | gameID must be 24 hex digits
                {"gameID":"65ba11e50000000000000001"} | game not found
                {"gameID":"$home"} | game not found
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("malformed")
    void anUnknownGamePausesAndResumesNothing(String body, String error) {
        String id = Wire.rest(ann, game, "post home at 125 for 100");
        for (String path : List.of(PAUSE, RESUME)) {
            RawResponse response = Wire.post(ann, path, Wire.named(game, body));
            assertThat(response.status()).as(response.body()).isEqualTo(400);
            ErrorBody.string(response, error);
        }
        assertThat(openIds()).containsExactly(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1.5", "\"1\"", "true", "[]"})
    void aResumeOfAnEpochThatIsNoneIsRefused(String epoch) {
        RawResponse response = Wire.post(ann, RESUME, "{\"epoch\":%s}".formatted(epoch));
        assertThat(response.status()).isEqualTo(400);
        ErrorBody.string(response, "epoch must be an integer of at least 0");
    }

    @Test
    void aResumeOfAnEarlierEpochIsRefused() {
        Wire.rest(ann, game, "post home at 125 for 100");
        Wire.data(Wire.post(ann, PAUSE, "{}"));
        RawResponse response = Wire.post(ann, RESUME, "{\"epoch\":0}");
        assertThat(response.status()).isEqualTo(409);
        ErrorBody.object(response, "stale epoch");
        assertThat(paused()).hasSize(1);
    }

    private static String ofGame(Game game) {
        return "{\"gameID\":\"%s\"}".formatted(game.id());
    }

    private static JsonNode paused() {
        return Wire.data(Wire.get(ann, "/session/pausedOrders")).required("paused");
    }

    private static List<String> openIds() {
        return ann.client().unmatched().stream().map(OpenOrder::id).toList();
    }

    private static JsonNode row(String id) {
        for (JsonNode row : Wire.data(Wire.get(ann, "/user/getUnmatched")).required("unmatched")) {
            if (row.required("id").asString().equals(id)) {
                return row;
            }
        }
        throw new AssertionError("no row of " + id);
    }
}
