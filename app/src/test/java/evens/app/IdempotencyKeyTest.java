package evens.app;

import static org.assertj.core.api.Assertions.assertThat;

import evens.app.Venue.Player;
import evens.client.Game;
import evens.client.OpenOrder;
import evens.client.RawResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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

/** What happens once under a key, however often it is asked for, and what the answers say. */
@Tag("contract")
class IdempotencyKeyTest {
    private static final String PLACE = "/session/v3/place";

    @TempDir static Path data;
    private static Venue venue;
    private static Player ann;
    private static Player bob;
    private static int keys;
    private Game game;
    private String key = "";

    @BeforeAll
    static void open() {
        venue = new Venue(data);
        ann = venue.player("ann", "100000");
        bob = venue.player("bob", "100000");
    }

    @AfterAll
    static void close() {
        venue.close();
    }

    @BeforeEach
    void aNewGameAndKey() {
        game = venue.game();
        key = "key-" + keys++;
    }

    /** Writes of orders, where $id is an open order of ann's: the second answer is the first. */
    static Stream<Arguments> writes() {
        return Table.arguments(
                """
                /session/v3/place               | {"orders":[$order]}
                /session/v2/place               | {"orders":[$order]}
                /session/v3/place               | {"orders":[{},$order,7]}
                /session/editOrder              | {"sessionID":"$id","orderVolume":50}
                /session/v4/editOrder           | {"sessionID":"$id","orderOdds":130}
                /session/cancel                 | {"sessionID":"$id"}
                /session/cancelMultiple         | {"sessionIDs":["$id","$id"]}
                /session/cancelByReference      | {"gameID":"$game","userReferences":["mine"]}
                /session/cancelAllOrdersForGame | {"gameID":"$game"}
                /session/cancelAllForLeague     | {"league":"PREMIER-LEAGUE"}
                /session/cancelAllOrders        | {}
                /session/cancelAllOrders        |
                /session/pauseOrders            | {}
                /session/resumeOrders           | {}
                /session/releaseLatch           | {}
                """);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("writes")
    void theSameAgainIsAnsweredAsTheFirstWas(String path, String body) {
        String text = filled(body);
        RawResponse first = send(ann, path, text);
        assertThat(first.status()).as(first.body()).isEqualTo(200);
        String before = openOrders();
        RawResponse second = send(ann, path, text);
        RawResponse third = send(ann, path.toUpperCase(Locale.ROOT), text);
        for (RawResponse again : List.of(second, third)) {
            assertThat(again.status()).as(again.body()).isEqualTo(200);
            assertThat(again.body()).isEqualTo(first.body());
            assertThat(sequence(again)).isEqualTo(sequence(first));
        }
        assertThat(openOrders()).isEqualTo(before);
    }

    /** Under the key of a placed order. */
    static Stream<Arguments> others() {
        return Table.arguments(
                """
                /session/v3/place        | {"orders":[$order,$order]}
                /session/v3/place        | {"orders":[$other]}
                /session/cancelAllOrders | {}
                /session/cancel          | {"sessionID":"$id"}
                /session/resumeOrders    | {}
                """);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("others")
    void anotherRequestUnderTheKeyIsRefused(String path, String body) {
        send(ann, PLACE, filled("{\"orders\":[$order]}"));
        String text = filled(body);
        String before = openOrders();
        RawResponse response = send(ann, path, text);
        assertThat(response.status()).as(response.body()).isEqualTo(422);
        ErrorBody.object(response, "the idempotency key was used for another request before");
        assertThat(openOrders()).isEqualTo(before);
    }

    /** Whatever way it comes, it is the same order. */
    static Stream<Arguments> same() {
        return Table.arguments(
                """
                /session/v2/place | {"orders":[$order]}
                /session/v3/place | { "orders" : [ $order ] , "token" : "$token", "unknown": 1 }
                /session/v3/place | {"epoch":1000,"orders":[$order]}
                /session/v3/place | {"orders":[$written]}
                """);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("same")
    void theSameOrderWrittenInAnotherWayIsTheSame(String path, String body) {
        RawResponse first = send(ann, PLACE, filled("{\"orders\":[$order]}"));
        RawResponse again = send(ann, path, filled(body));
        assertThat(again.status()).as(again.body()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
    }

    @Test
    void keysAreTheAccountsOwn() {
        String body = filled("{\"orders\":[$order]}");
        RawResponse mine = send(ann, PLACE, body);
        RawResponse theirs = send(bob, PLACE, body);
        assertThat(theirs.status()).isEqualTo(200);
        assertThat(theirs.body()).isNotEqualTo(mine.body());
    }

    @Test
    void theLookUpComesBeforeLatchEpochAndGame() {
        String body = filled("{\"epoch\":1000,\"orders\":[$order]}");
        RawResponse first = send(ann, PLACE, body);
        Wire.post(ann, "/session/cancelAllOrders", "{\"mode\":\"latch\"}");
        venue.operator().operator().suspend(game.id());
        RawResponse again = send(ann, PLACE, body);
        Wire.post(ann, "/session/releaseLatch", "{}");
        assertThat(again.body()).isEqualTo(first.body());
    }

    @Test
    void aRefusalIsRememberedToo() {
        venue.operator().operator().suspend(game.id());
        String body = filled("{\"orders\":[$order]}");
        RawResponse first = send(ann, PLACE, body);
        assertThat(first.body()).contains("game is not open");
        venue.operator().operator().open(game.id());
        assertThat(send(ann, PLACE, body).body()).isEqualTo(first.body());
        RawResponse unknown =
                send(ann, "/session/cancel", "{\"sessionID\":\"65b0a4d00000000000000001\"}");
        assertThat(unknown.status()).as("of another command").isEqualTo(422);
    }

    @Test
    void aBadRequestIsNotRemembered() {
        assertThat(send(ann, PLACE, "{\"orders\":7}").status()).isEqualTo(400);
        assertThat(send(ann, PLACE, filled("{\"orders\":[$order]}")).status()).isEqualTo(200);
    }

    @Test
    void manyAtOnceMakeOneOrder() {
        String body = filled("{\"orders\":[$order]}");
        Set<String> answers = new HashSet<>();
        List<CompletableFuture<RawResponse>> all = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            all.add(CompletableFuture.supplyAsync(() -> send(ann, PLACE, body)));
        }
        all.forEach(answer -> answers.add(answer.join().body()));
        assertThat(answers).hasSize(1);
        assertThat(ann.client().unmatched())
                .filteredOn(o -> o.gameID().equals(game.id()))
                .hasSize(1);
    }

    /** Keys that are none. */
    static Stream<String> malformedKeys() {
        return Stream.of("", " ", "a b", "k\tk", "x".repeat(256));
    }

    @ParameterizedTest
    @MethodSource("malformedKeys")
    void aKeyThatIsNoneIsABadRequest(String malformed) {
        String body = filled("{\"orders\":[$order]}");
        key = malformed;
        RawResponse response = send(ann, PLACE, body);
        assertThat(response.status()).as(response.body()).isEqualTo(400);
        ErrorBody.string(response, "Idempotency-Key must be 1 to 255 visible ASCII characters");
        assertThat(ann.client().unmatched()).noneMatch(o -> o.gameID().equals(game.id()));
    }

    @Test
    void theLongestKeyIsOne() {
        key = "~".repeat(249) + key;
        theSameAgainIsAnsweredAsTheFirstWas(PLACE, "{\"orders\":[$order]}");
    }

    /** Money and games: $account is bob's. */
    static Stream<Arguments> operators() {
        return Table.arguments(
                """
                POST  | /admin/accounts/$account/deposit  | {"amount":5,"reason":"r"}     | {"reason":"r","amount":5.00}  | {"amount":6,"reason":"r"}
                POST  | /admin/accounts/$account/withdraw | {"amount":5,"reason":"r"}     | {"amount":5.0,"reason":"r"}   | {"amount":6,"reason":"r"}
                POST  | /admin/accounts/$account/adjust   | {"amount":-5,"reason":"r"}    | {"amount":-5,"reason":"r"}    | {"amount":5,"reason":"r"}
                PATCH | /admin/accounts/$account          | {"commission":0.02}           | {"commission":0.020}          | {"commission":0.01}
                POST  | /admin/leagues                    | {"league":"K1","sport":"x"}   | {"sport":"x","league":"K1"}   | {"league":"K2","sport":"x"}
                PATCH | /admin/leagues/PREMIER-LEAGUE     | {"liveDelaySeconds":4}        | {"liveDelaySeconds":4}        | {"liveDelaySeconds":5}
                POST  | /admin/games                      | $newgame                      | $newgame                      | $othergame
                PATCH | /admin/games/$game                | {"featured":true}             | {"featured":true}             | {"featured":false}
                POST  | /admin/games/$game/suspend        | {}                            | {}                            | {"reason":"r"}
                POST  | /admin/games/$game/close          | {}                            | {}                            | {"reason":"r"}
                POST  | /admin/games/$game/cancelOrders   | {"reason":"r"}                | {"reason":"r"}                | {"reason":"s"}
                POST  | /admin/resume                     | {}                            | {}                            | {"reason":"r"}
                """);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("operators")
    void operatorsWriteOnceToo(String method, String path, String body, String same, String other) {
        Wire.rest(ann, game, "post home at 125 for 100");
        RawResponse first = operate(method, path, body);
        assertThat(first.status()).as(first.body()).isEqualTo(200);
        RawResponse again = operate(method, path, same);
        assertThat(again.status()).as(again.body()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(sequence(again)).isEqualTo(sequence(first));
        RawResponse another = operate(method, path, other);
        assertThat(another.status()).as(another.body()).isEqualTo(422);
    }

    /** What is more than one command takes no key. */
    static Stream<Arguments> withoutKey() {
        return Table.arguments(
                """
                /admin/accounts            | {"username":"x","password":"a long password"}
                /admin/games/$game/live    | {}
                /admin/accounts/$account/logout |
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("withoutKey")
    void otherWritesTakeNone(String path, String body) {
        RawResponse response = operate("POST", path, body);
        assertThat(response.status()).as(response.body()).isEqualTo(400);
        ErrorBody.string(response, "Idempotency-Key is not possible here");
    }

    private String filled(String body) {
        String order =
                Wire.order(game, "post home at 125 for 100")
                        .replace("}", ",\"userReference\":\"mine\"}");
        String text =
                body.replace("$order", order)
                        .replace("$other", Wire.order(game, "post home at 125 for 101"))
                        .replace(
                                "$written",
                                order.replace(":125", ":125.0").replace(":100,", ":1e2,"));
        if (text.contains("$id")) {
            JsonNode placed = Wire.placeJson(ann, "[" + order + "]").required(0);
            text = text.replace("$id", placed.required("unmatched").required("orderID").asString());
        }
        return Wire.named(game, text.replace("$token", ann.token()));
    }

    private RawResponse send(Player player, String path, String body) {
        return keyed(player.token(), "POST", path, body);
    }

    private RawResponse operate(String method, String path, String body) {
        String newGame =
                "{\"league\":\"PREMIER-LEAGUE\",\"sport\":\"soccer\",\"start\":\"2099-01-01T00:00:00Z\","
                        + "\"away\":{\"longName\":\"A\"},\"home\":{\"longName\":\"$b\"}}";
        String text =
                body.replace("$newgame", newGame.replace("$b", "B"))
                        .replace("$othergame", newGame.replace("$b", "C"));
        return keyed(
                String.valueOf(venue.operator().token()),
                method,
                Wire.named(game, path.replace("$account", bob.id())),
                text);
    }

    private RawResponse keyed(String token, String method, String path, String body) {
        Map<String, String> headers = new HashMap<>();
        headers.put("Authorization", token);
        headers.put("Content-Type", "application/json");
        headers.put("Idempotency-Key", key);
        return ann.client()
                .raw(
                        method,
                        path,
                        headers,
                        body.isEmpty() ? null : body.getBytes(StandardCharsets.UTF_8));
    }

    private static long sequence(RawResponse response) {
        return response.headers().firstValueAsLong("X-Exchange-Sequence").orElseThrow();
    }

    private static String openOrders() {
        return ann.client().unmatched().stream().map(OpenOrder::id).toList().toString();
    }
}
