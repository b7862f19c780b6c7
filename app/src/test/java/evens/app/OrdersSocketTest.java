package evens.app;

import static org.assertj.core.api.Assertions.assertThat;

import evens.app.Venue.Player;
import evens.client.Game;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Every message of the orders socket, and every text with which it is refused. */
@Tag("contract")
class OrdersSocketTest {
    private static final String UNKNOWN_ID = "65b0a4d00000000000000000";

    private static Venue venue;
    private static Player ann;
    private static Player bob;
    private static Talk talk;

    @BeforeAll
    static void open() {
        venue = Venue.shared();
        ann = venue.player("ann", "100000");
        bob = venue.player("bob", "100000");
        talk = Talk.with(venue.server().base(), ann.token());
    }

    @AfterAll
    static void close() {
        talk.close();
    }

    // cancelById

    /** The state of an order, and what is said when it is cancelled. */
    static Stream<Arguments> singles() {
        return Table.arguments(
                """
                open            | ok(0,100)
                OPEN            | ok(0,100)
                partly          | ok(25,75)
                suspended       | ok(0,100)
                cancelled       | order already cancelled
                crumb           | order already cancelled
                filled          | order already filled
                started         | order is expired
                unknown         | order not found
                other-kind      | order not found
                their-open      | unauthorized: order does not belong to user
                their-cancelled | unauthorized: order does not belong to user
                their-filled    | unauthorized: order does not belong to user
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("singles")
    void cancelById(String state, String answer) {
        String id = new StateOfOrders(venue, ann, bob).id(state);
        JsonNode reply =
                talk.ask("[\"cancelById\",{\"requestID\":\"c1\",\"orderId\":\"" + id + "\"}]");
        if (answer.startsWith("ok")) {
            assertThat(data(reply, "c1").size()).isEqualTo(1);
            entry(data(reply, "c1").required(0), id, answer);
        } else {
            error(reply, "c1", answer);
        }
    }

    // cancelMultiple

    static Stream<Arguments> mixtures() {
        return Table.arguments(
                """
                open1 open2 partly           | ok(0,100), ok(0,100), ok(25,75)
                open OPEN open               | ok(0,100), already cancelled, already cancelled
                unknown other-kind           | not found, not found
                their-open open their-filled | not yours, ok(0,100), not yours
                filled crumb started         | already filled, already cancelled, expired
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mixtures")
    void cancelMultiple(String states, String answers) {
        StateOfOrders orders = new StateOfOrders(venue, ann, bob);
        List<String> ids = Arrays.stream(states.split(" ", -1)).map(orders::id).toList();
        List<String> expected = List.of(answers.split(", ", -1));
        JsonNode entries =
                data(
                        talk.ask(
                                "[\"cancelMultiple\",{\"requestID\":\"m\",\"orderIDs\":%s}]"
                                        .formatted(json(ids))),
                        "m");
        assertThat(entries.size()).isEqualTo(ids.size());
        for (int i = 0; i < ids.size(); i++) {
            entry(entries.required(i), ids.get(i), expected.get(i));
        }
    }

    @Test
    void oneMalformedIdCancelsNothing() {
        String id = new StateOfOrders(venue, ann, bob).id("open");
        for (String bad : List.of("\"nope\"", "null", "7", "\"" + id + "0\"")) {
            error(
                    talk.ask(
                            "[\"cancelMultiple\",{\"requestID\":\"m\",\"orderIDs\":[\"%s\",%s]}]"
                                    .formatted(id, bad)),
                    "m",
                    "invalid order ID format");
        }
        assertThat(ann.client().unmatched()).anyMatch(order -> order.id().equals(id));
        ann.client().cancel(id);
    }

    @Test
    void anEmptyListGetsAnEmptyList() {
        assertThat(
                        data(
                                talk.ask(
                                        "[\"cancelMultiple\",{\"requestID\":\"m\",\"orderIDs\":[]}]"),
                                "m"))
                .isEmpty();
    }

    // cancelAllByGame

    /** What is asked for besides the game, and which of the seven orders on it end. */
    static Stream<Arguments> scopes() {
        return Table.arguments(
                """
                -                                        | ml spread-h spread-a over under draw away
                "type":"moneyline"                       | ml
                "type":"spread"                          | spread-h spread-a
                "type":"total"                           | over under
                "type":"moneyline1x2"                    | draw away
                "side":"$home"                           | ml spread-h
                "Side":"$away"                           | spread-a
                "side":"over"                            | over
                "type":"total","side":"under"            | under
                "side":"yes"                             | draw
                "side":"no"                              | away
                "market":"main"                          | ml spread-h spread-a over under
                "market":"draw"                          | draw
                "market":"$away"                         | away
                "type":"total","side":"yes"              | -
                "side":"65feed1effffffffffffffff"        | -
                "market":"$game"                         | -
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scopes")
    void cancelAllByGame(String which, String ended) {
        Game game = venue.game();
        Game other = venue.game();
        String elsewhere = Wire.rest(ann, other, "post home at 150 for 5");
        List<String> names = List.of("ml", "spread-h", "spread-a", "over", "under", "draw", "away");
        List<String> ids =
                Stream.of(
                                "home",
                                "home -3.5",
                                "away 2.5",
                                "over 2.5",
                                "under 3",
                                "yes draw",
                                "no away")
                        .map(pick -> Wire.rest(ann, game, "post " + pick + " at 150 for 5"))
                        .toList();
        JsonNode entries =
                data(
                        talk.ask(
                                "[\"cancelAllByGame\",{\"requestID\":\"g\",\"gameId\":\"%s\"%s}]"
                                        .formatted(
                                                game.id(),
                                                which.equals("-")
                                                        ? ""
                                                        : "," + Wire.named(game, which))),
                        "g");
        String said =
                entries.valueStream()
                        .map(each -> names.get(ids.indexOf(each.required("orderID").asString())))
                        .collect(Collectors.joining(" "));
        assertThat(said.isEmpty() ? "-" : said).isEqualTo(ended);
        List<String> open = ann.client().unmatched().stream().map(each -> each.id()).toList();
        assertThat(open).contains(elsewhere);
        for (int i = 0; i < ids.size(); i++) {
            boolean isOpen = open.contains(ids.get(i));
            assertThat(isOpen).as(names.get(i)).isEqualTo(!said.contains(names.get(i)));
        }
        ann.client().cancelAll();
    }

    // cancelAll

    @Test
    void cancelAllEndsEverythingOldestFirst() {
        StateOfOrders orders = new StateOfOrders(venue, ann, bob);
        String first = orders.id("open1");
        String second = orders.id("partly");
        String third = orders.id("open2");
        String theirs = orders.id("their-open");
        JsonNode reply = talk.ask("[\"cancelAll\",{\"requestID\":\"a\"}]");
        assertThat(data(reply, "a").valueStream().map(each -> each.required("orderID").asString()))
                .containsExactly(first, second, third);
        assertThat(ann.client().unmatched()).isEmpty();
        assertThat(bob.client().unmatched()).anyMatch(order -> order.id().equals(theirs));
        assertThat(data(talk.ask("[\"cancelAll\"]"), null)).isEmpty();
    }

    @Test
    void theLatchRefusesWhatComesAfter() {
        Game game = venue.game();
        Player carl = venue.player("carl", "1000");
        String order = Wire.order(game, "post home at 150 for 5");
        try (Talk his = Talk.with(venue.server().base(), carl.token())) {
            data(his.ask("[\"cancelAll\",{\"requestID\":\"a\",\"mode\":\"latch\"}]"), "a");
            JsonNode refused =
                    data(
                                    his.ask(
                                            "[\"placeV3\",{\"requestID\":\"p\",\"orders\":["
                                                    + order
                                                    + "]}]"),
                                    "p")
                            .required(0);
            assertThat(refused)
                    .isEqualTo(
                            ErrorBody.read(
                                    "{\"error\":\"trading is latched\",\"error_type\":\"rejected_order_type_rules\"}"));
            assertThat(Wire.post(carl, "/session/releaseLatch", "{}").status()).isEqualTo(200);
            assertThat(
                            data(
                                            his.ask(
                                                    "[\"placeV3\",{\"requestID\":\"p\",\"orders\":["
                                                            + order
                                                            + "]}]"),
                                            "p")
                                    .required(0)
                                    .has("unmatched"))
                    .isTrue();
        }
    }

    // heartbeat

    @ParameterizedTest
    @ValueSource(strings = {"10", "0.5", "86400", "1.5", "60"})
    void heartbeat(String seconds) {
        JsonNode reply =
                talk.ask(
                        "[\"heartbeat\",{\"requestID\":\"h\",\"requestTimeout\":" + seconds + "}]");
        JsonNode ack = data(reply, "h");
        assertThat(ack.propertyNames()).containsExactly("type", "serverTime", "timeoutSec");
        assertThat(ack.required("type").asString()).isEqualTo("heartbeatAck");
        assertThat(ack.required("serverTime").asString())
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d+Z");
        assertThat(ack.required("timeoutSec").decimalValue()).isEqualByComparingTo(seconds);
        data(
                talk.ask("[\"heartbeat\",{\"requestID\":\"h\",\"requestTimeout\":0,\"off\":true}]"),
                "h");
    }

    @Test
    void aLeaseThatIsNotRenewedEndsAllOrders() {
        Player dora = venue.player("dora", "1000");
        String id = Wire.rest(dora, venue.game(), "post home at 150 for 5");
        try (Talk hers = Talk.with(venue.server().base(), dora.token())) {
            data(hers.ask("[\"heartbeat\",{\"requestID\":\"h\",\"requestTimeout\":0.3}]"), "h");
            Await.until(
                    Duration.ofSeconds(10),
                    () -> "the lease",
                    () -> dora.client().unmatched().isEmpty());
            error(
                    hers.ask("[\"cancelById\",{\"requestID\":\"c\",\"orderId\":\"" + id + "\"}]"),
                    "c",
                    "order already cancelled");
        }
    }

    // placeV3

    /** An order in words or in JSON, and what is said of it. */
    static Stream<Arguments> placements() {
        return Table.arguments(Table.resource("socket-orders.txt"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("placements")
    void placeV3(String order, String errorType, String error) {
        Game game = venue.game();
        Player poor = venue.playerWith("poor", "\"deposit\": 59.5, \"creditLimit\": -100");
        Wire.rest(bob, game, "post away at 100 for 20");
        String json = order.startsWith("{") ? Wire.named(game, order) : Wire.order(game, order);
        try (Talk his = Talk.with(venue.server().base(), poor.token())) {
            JsonNode result =
                    data(
                                    his.ask(
                                            "[\"placeV3\",{\"requestID\":\"p\",\"orders\":["
                                                    + json
                                                    + "]}]"),
                                    "p")
                            .required(0);
            if (errorType.equals("ok")) {
                Wire.has(result.at(error.split(" ", 2)[0]), game, error.split(" ", 2)[1]);
                return;
            }
            assertThat(result.propertyNames())
                    .as("%s", result)
                    .containsExactlyInAnyOrder("error", "error_type");
            assertThat(result.required("error_type").asString()).isEqualTo(errorType);
            assertThat(result.required("error").asString()).isEqualTo(error);
        }
        ann.client().cancelAll();
    }

    @Test
    void eachOrderOfABatchIsAnsweredInItsPlace() {
        Game game = venue.game();
        String good = Wire.order(game, "post home at 150 for 5");
        JsonNode results =
                data(
                        talk.ask(
                                "[\"placeV3\",{\"requestID\":\"p\",\"orders\":[null,%s,{},%s]}]"
                                        .formatted(good, good.replace("gameID", "GameId"))),
                        "p");
        assertThat(results.valueStream().map(each -> each.has("error")))
                .containsExactly(true, false, true, false);
        assertThat(results.at("/1/unmatched/orderID").asString())
                .isNotEqualTo(results.at("/3/unmatched/orderID").asString());
        ann.client().cancelAll();
    }

    // what is no message at all, and what is none that we know

    /** A text, and the only error that answers it. */
    static Stream<Arguments> refused() {
        return Table.arguments(Table.resource("socket-refused.txt"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void whatIsRefusedLeavesTheSocketOpen(
            String text, String requestID, String type, String error) {
        JsonNode reply = talk.ask(text.replace("$unknown", UNKNOWN_ID));
        String expected = type.equals("-") ? "" : ",\"error_type\":\"" + type + "\"";
        ObjectNode given = (ObjectNode) reply;
        switch (requestID) {
            case "none" -> assertThat(given.has("requestID")).isFalse();
            case "made" ->
                    assertThat(String.valueOf(given.remove("requestID")))
                            .matches("\"[0-9a-f-]{36}\"");
            default ->
                    assertThat(String.valueOf(given.remove("requestID")))
                            .isEqualTo("\"" + requestID + "\"");
        }
        assertThat(given)
                .isEqualTo(ErrorBody.read("{\"error\":\"" + error + "\"" + expected + "}"));
        assertThat(
                        data(
                                talk.ask(
                                        "[\"cancelMultiple\",{\"requestID\":\"m\",\"orderIDs\":[]}]"),
                                "m"))
                .isEmpty();
    }

    /** The data of an answer that has all that belongs to one. */
    private static JsonNode data(JsonNode reply, @Nullable String requestID) {
        assertThat(reply.propertyNames())
                .as("%s", reply)
                .containsExactly("requestID", "data", "sequence", "epoch");
        if (requestID != null) {
            assertThat(reply.required("requestID").asString()).isEqualTo(requestID);
        }
        assertThat(reply.required("sequence").longValue()).isPositive();
        return reply.required("data");
    }

    private static void error(JsonNode reply, String requestID, String error) {
        assertThat(reply)
                .isEqualTo(
                        ErrorBody.read(
                                "{\"requestID\":\"%s\",\"error\":\"%s\"}"
                                        .formatted(requestID, error)));
    }

    /** One entry of a cancel against a word. */
    private static void entry(JsonNode entry, String askedID, String word) {
        String id = askedID.toLowerCase(Locale.ROOT);
        String failure =
                switch (word) {
                    case "not found" -> "order not found";
                    case "not yours" -> "unauthorized: order does not belong to user";
                    case "already cancelled", "already filled" -> "order " + word;
                    case "expired" -> "order is expired";
                    default -> "";
                };
        if (!failure.isEmpty()) {
            assertThat(entry)
                    .isEqualTo(
                            ErrorBody.read(
                                    "{\"success\":false,\"orderID\":\"%s\",\"description\":\"%s\"}"
                                            .formatted(id, failure)));
            return;
        }
        assertThat(entry.propertyNames())
                .containsExactly(
                        "success",
                        "orderID",
                        "odds",
                        "filled",
                        "offered",
                        "remaining",
                        "side",
                        "number",
                        "gameID",
                        "userReference",
                        "description",
                        "reason");
        String[] sums = word.substring(3, word.length() - 1).split(",", -1);
        assertThat(entry.required("success").booleanValue()).isTrue();
        assertThat(entry.required("orderID").asString()).isEqualTo(id);
        assertThat(entry.required("filled").decimalValue()).isEqualByComparingTo(sums[0]);
        assertThat(entry.required("offered").decimalValue()).isEqualByComparingTo("0");
        assertThat(entry.required("remaining").decimalValue()).isEqualByComparingTo(sums[1]);
        assertThat(entry.required("number").isNull()).isTrue();
        assertThat(entry.required("userReference").asString()).isEmpty();
        assertThat(entry.required("description").asString()).matches("Home \\d+ ML");
        assertThat(entry.required("reason").asString()).isEqualTo("user");
    }

    private static String json(List<String> ids) {
        return "[\"" + String.join("\",\"", ids) + "\"]";
    }
}
