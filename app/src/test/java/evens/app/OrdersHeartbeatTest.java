package evens.app;

import static org.assertj.core.api.Assertions.assertThat;

import evens.app.Venue.Player;
import evens.client.Game;
import evens.client.OpenOrder;
import evens.client.RawResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
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
import tools.jackson.databind.JsonNode;

/** Every rule of {@code POST /user/ordersHeartbeat}. */
@Tag("contract")
class OrdersHeartbeatTest {
    private static final String HEARTBEAT = "/user/ordersHeartbeat";

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

    static Stream<Arguments> acknowledged() {
        return Table.arguments(
                """
                {"timeout":10}                | 10
                {"timeout":5.001}             | 5.001
                {"timeout":86400}             | 86400
                {"timeout":60.0}              | 60
                {"timeout":1e3}               | 1000
                {"timeout":30,"off":false}    | 30
                {"timeout":30,"off":null}     | 30
                {"timeout":30,"unknown":true} | 30
                {"timeout":0,"off":true}      | 0
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("acknowledged")
    void itIsAcknowledged(String body, String seconds) {
        JsonNode ack = Wire.data(Wire.post(ann, HEARTBEAT, body));
        assertThat(ack.propertyNames()).containsExactly("type", "serverTime", "timeoutSec");
        Wire.has(ack, game, "type heartbeatAck, timeoutSec " + seconds);
        Instant server = Instant.parse(ack.required("serverTime").asString());
        assertThat(server).isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(60));
    }

    static Stream<Arguments> malformed() {
        return Table.arguments(
                """
                {}                          | timeout must be a number of seconds greater than 5.*
                []                          | timeout must be a number of seconds greater than 5.*
                {"timeout":null}            | timeout must be a number of seconds greater than 5.*
                {"timeout":"10"}            | timeout must be a number of seconds greater than 5.*
                {"timeout":true}            | timeout must be a number of seconds greater than 5.*
                {"timeout":0}               | timeout must be a number of seconds greater than 5.*
                {"timeout":5}               | timeout must be a number of seconds greater than 5.*
                {"timeout":-10}             | timeout must be a number of seconds greater than 5.*
                {"timeout":86400.001}       | timeout must be a number of seconds greater than 5.*
                {"timeout":1e99999999}      | timeout must be a number of seconds greater than 5.*
                {"timeout":10.0001}         | timeout must be a number of seconds greater than 5.*
                {"off":true}                | timeout must be 0 where off is true
                {"timeout":10,"off":true}   | timeout must be 0 where off is true
                {"timeout":0,"off":"true"}  | off must be true or false
                {"timeout":10,"off":1}      | off must be true or false
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("malformed")
    void aTimeoutThatIsNoneIsRefused(String body, String error) {
        RawResponse response = Wire.post(ann, HEARTBEAT, body);
        assertThat(response.status()).as(response.body()).isEqualTo(400);
        ErrorBody.string(response, error);
    }

    @Test
    void withoutAnotherOneEverythingIsCancelledOnce() {
        String id = Wire.rest(ann, game, "post home at 125 for 100");
        String theirs = Wire.rest(bob, game, "post home at 125 for 100");
        Wire.data(Wire.post(ann, HEARTBEAT, "{\"timeout\":5.001}"));
        assertThat(openIds(ann)).contains(id);
        Await.until(Duration.ofSeconds(15), () -> "the lease to end", () -> openIds(ann).isEmpty());
        RawResponse again =
                Wire.post(
                        ann, "/session/cancelMultiple", "{\"sessionIDs\":[\"%s\"]}".formatted(id));
        Wire.has(Wire.data(again).required(0), game, "reason Order already cancelled");
        assertThat(openIds(bob)).contains(theirs);
        Wire.rest(ann, game, "post home at 125 for 100");
    }

    @Test
    void theLastCallWinsAndOffDisarms() {
        Player quick = venue.player("quick", "1000");
        Player off = venue.player("off", "1000");
        for (Player player : List.of(quick, off)) {
            Wire.data(Wire.post(player, HEARTBEAT, "{\"timeout\":86400}"));
            Wire.data(Wire.post(player, HEARTBEAT, "{\"timeout\":5.001}"));
            Wire.rest(player, game, "post home at 125 for 100");
        }
        Wire.data(Wire.post(off, HEARTBEAT, "{\"timeout\":0,\"off\":true}"));
        Await.until(
                Duration.ofSeconds(15), () -> "the lease to end", () -> openIds(quick).isEmpty());
        assertThat(openIds(off)).hasSize(1);
    }

    @Test
    void itTakesNoKey() {
        RawResponse response =
                ann.client()
                        .raw(
                                "POST",
                                HEARTBEAT,
                                Map.of("Authorization", ann.token(), "Idempotency-Key", "k"),
                                "{\"timeout\":10}".getBytes(StandardCharsets.UTF_8));
        assertThat(response.status()).isEqualTo(400);
        ErrorBody.string(response, "Idempotency-Key is not possible here");
    }

    private static List<String> openIds(Player player) {
        return player.client().unmatched().stream().map(OpenOrder::id).toList();
    }
}
