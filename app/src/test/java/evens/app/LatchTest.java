package evens.app;

import static org.assertj.core.api.Assertions.assertThat;

import evens.app.Venue.Player;
import evens.client.Game;
import evens.client.OpenOrder;
import evens.client.RawResponse;
import java.util.List;
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

/**
 * What a kill does to what comes later: epoch, latch, {@code POST /session/releaseLatch}, and that
 * a reader may ask for a state that contains what was done.
 */
@Tag("contract")
class LatchTest {
    private static final String KILL = "/session/cancelAllOrders";

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
    void nothingIsLatched() {
        Wire.post(ann, "/session/releaseLatch", "");
    }

    static Stream<String> otherModes() {
        return Stream.of("\"Latch\"", "\"off\"", "\"\"", "true", "1", "[\"latch\"]", "{}");
    }

    @ParameterizedTest
    @MethodSource("otherModes")
    void anyOtherModeDoesNothing(String mode) {
        String id = Wire.rest(ann, game, "post home at 125 for 100");
        long epoch = epoch();
        RawResponse response = Wire.post(ann, KILL, "{\"mode\":%s}".formatted(mode));
        assertThat(response.status()).as(response.body()).isEqualTo(400);
        ErrorBody.string(response, "mode must be latch");
        assertThat(openIds()).contains(id);
        assertThat(epoch()).isEqualTo(epoch);
        assertThat(me().required("latched").booleanValue()).isFalse();
    }

    @Test
    void aLatchedAccountPlacesNothingUntilItIsReleased() {
        String id = Wire.rest(ann, game, "post home at 125 for 100");
        JsonNode entries = Wire.data(Wire.post(ann, KILL, "{\"mode\":\"latch\"}"));
        assertThat(entries.toString()).contains(id);
        assertThat(me().required("latched").booleanValue()).isTrue();

        refused("trading is latched");
        assertThat(
                        Wire.post(
                                        ann,
                                        "/session/editOrder",
                                        "{\"sessionID\":\"%s\",\"orderVolume\":5}".formatted(id))
                                .body())
                .isEqualTo("{\"error\":\"trading is latched\"}");
        assertThat(Wire.data(Wire.post(ann, KILL, "{}"))).isEmpty();
        refused("trading is latched");

        String released = "{\"data\":{\"latched\":false}}";
        assertThat(Wire.post(ann, "/session/releaseLatch", "{}").body()).isEqualTo(released);
        assertThat(Wire.post(ann, "/session/releaseLatch", "").body()).isEqualTo(released);
        assertThat(me().required("latched").booleanValue()).isFalse();
        Wire.rest(ann, game, "post home at 125 for 100");
    }

    /** Each of these raises the epoch, whether anything is open or not. */
    static Stream<Arguments> kills() {
        return Table.arguments(
                """
                /session/cancelAllOrders | {}
                /session/cancelAllOrders | {"mode":"latch"}
                /session/pauseOrders     | {}
                /session/pauseOrders     | {"gameID":"$game"}
                """);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("kills")
    void aKillRaisesTheEpochAndRefusesWhatKnowsOnlyTheOldOne(String path, String body) {
        long before = epoch();
        RawResponse response = Wire.post(ann, path, Wire.named(game, body));
        assertThat(response.status()).as(response.body()).isEqualTo(200);
        assertThat(epoch()).isEqualTo(before + 1);
        assertThat(response.headers().firstValue("X-Account-Epoch")).hasValue("" + (before + 1));
        Wire.post(ann, "/session/releaseLatch", "");
        ErrorBody.order(placeAt(before), "rejected_order_type_rules", "stale epoch");
        assertThat(placeAt(before + 1).has("unmatched")).isTrue();
        assertThat(placeAt(before + 100).has("unmatched")).as("no later than it came").isTrue();
    }

    /** Narrower cancels do not. */
    static Stream<Arguments> cancels() {
        return Table.arguments(
                """
                /session/cancelMultiple         | {"sessionIDs":[]}
                /session/cancelAllOrdersForGame | {"gameID":"$game"}
                /session/cancelByReference      | {"gameID":"$game","userReferences":["a"]}
                /session/cancelAllForLeague     | {"league":"LIVE"}
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cancels")
    void aNarrowerCancelLeavesTheEpoch(String path, String body) {
        long before = epoch();
        RawResponse response = Wire.post(ann, path, Wire.named(game, body));
        assertThat(response.headers().firstValue("X-Account-Epoch")).hasValue("" + before);
        assertThat(epoch()).isEqualTo(before);
        assertThat(placeAt(before).has("unmatched")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1.5", "\"1\"", "true", "[]", "9223372036854775808"})
    void anEpochThatIsNoneIsABadRequest(String epoch) {
        RawResponse response =
                Wire.post(
                        ann,
                        "/session/v3/place",
                        "{\"epoch\":%s,\"orders\":[%s]}"
                                .formatted(epoch, Wire.order(game, "post home at 125 for 100")));
        assertThat(response.status()).as(response.body()).isEqualTo(400);
        ErrorBody.string(response, "epoch must be an integer of at least 0");
        assertThat(Wire.book(bob, game).required("awayMoneylines")).isEmpty();
    }

    @Test
    void aReaderMayAskForAStepAndWaits() {
        RawResponse placed =
                Wire.post(
                        ann,
                        "/session/v3/place",
                        "{\"orders\":[%s]}"
                                .formatted(Wire.order(game, "post home at 125 for 100")));
        long sequence = placed.headers().firstValueAsLong("X-Exchange-Sequence").orElseThrow();
        assertThat(at(Long.toString(sequence)).status()).isEqualTo(200);
        RawResponse ahead = at(Long.toString(sequence + 1_000_000));
        assertThat(ahead.status()).isEqualTo(503);
        assertThat(ahead.headers().firstValue("Retry-After")).hasValue("1");
        ErrorBody.object(ahead, "this node has not come to that step yet");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "x", "1.5", "0x10", "9999999999999999999"})
    void aStepThatIsNoneIsABadRequest(String sequence) {
        RawResponse response = at(sequence);
        assertThat(response.status()).isEqualTo(400);
        ErrorBody.string(response, "X-Exchange-Sequence must be the number of a step");
    }

    private static RawResponse at(String sequence) {
        return ann.client()
                .raw(
                        "GET",
                        "/user/getUnmatched",
                        Map.of("Authorization", ann.token(), "X-Exchange-Sequence", sequence),
                        null);
    }

    private void refused(String error) {
        ErrorBody.order(
                Wire.place(ann, game, "post home at 125 for 100"),
                "rejected_order_type_rules",
                error);
    }

    private JsonNode placeAt(long epoch) {
        return Wire.data(
                        Wire.post(
                                ann,
                                "/session/v3/place",
                                "{\"epoch\":%d,\"orders\":[%s]}"
                                        .formatted(
                                                epoch,
                                                Wire.order(game, "post home at 125 for 100"))))
                .required("createdSessions")
                .required(0);
    }

    private static JsonNode me() {
        return Wire.data(Wire.get(ann, "/user/getMe")).required("user");
    }

    private static long epoch() {
        return me().required("epoch").longValue();
    }

    private static List<String> openIds() {
        return ann.client().unmatched().stream().map(OpenOrder::id).toList();
    }
}
