package evens.app;

import static org.assertj.core.api.Assertions.assertThat;

import evens.app.Venue.Player;
import evens.client.Cancelled;
import evens.client.RawResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Every rule of {@code POST /session/cancelMultiple}. */
@Tag("contract")
class CancelMultipleTest {
    private static Venue venue;
    private static Player ann;
    private static Player bob;

    @BeforeAll
    static void open() {
        venue = Venue.shared();
        ann = venue.player("ann", "100000");
        bob = venue.player("bob", "100000");
    }

    /** What ann asks for, and what she hears about each, in the same place. */
    static Stream<Arguments> mixtures() {
        return Table.arguments(
                """
                open                           | ok(0,100)
                open1 open2 open3              | ok(0,100) ok(0,100) ok(0,100)
                partly                         | ok(25,75)
                suspended                      | ok(0,100)
                OPEN                           | ok(0,100)
                open open                      | ok(0,100) already-cancelled
                open OPEN open                 | ok(0,100) already-cancelled already-cancelled
                cancelled                      | already-cancelled
                crumb                          | already-cancelled
                filled                         | already-filled
                started                        | expired
                unknown                        | not-found
                other-kind                     | not-found
                unknown unknown                | not-found not-found
                their-open                     | not-yours
                THEIR-OPEN                     | not-yours
                their-taken                    | not-yours
                their-cancelled                | not-yours
                their-filled                   | not-yours
                filled open unknown            | already-filled ok(0,100) not-found
                their-open open1 open2 unknown | not-yours ok(0,100) ok(0,100) not-found
                open2 open1 cancelled partly   | ok(0,100) ok(0,100) already-cancelled ok(25,75)
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mixtures")
    void eachIdGetsItsOwnAnswerInItsPlace(String asked, String answers) {
        StateOfOrders orders = new StateOfOrders(venue, ann, bob);
        List<String> ids = Arrays.stream(asked.split(" ")).map(orders::id).toList();
        List<String> expected = List.of(answers.split(" "));

        RawResponse response = cancel(json(ids));

        assertThat(response.status()).as(response.body()).isEqualTo(200);
        JsonNode entries = response.json().required("data");
        assertThat(entries.size()).as(response.body()).isEqualTo(expected.size());
        for (int i = 0; i < expected.size(); i++) {
            CancelEntry.check(entries.required(i), ids.get(i), expected.get(i));
        }
    }

    @Test
    void anotherOnesOrderStaysOpen() {
        StateOfOrders orders = new StateOfOrders(venue, ann, bob);
        String id = orders.id("their-open");
        ann.client().cancelMultiple(List.of(id));
        assertThat(bob.client().unmatched()).anyMatch(order -> order.id().equals(id));
    }

    @Test
    void aSuccessSaysAllThatTheDocumentsShow() {
        StateOfOrders orders = new StateOfOrders(venue, ann, bob);
        StateOfOrders.Made order = orders.order("partly");
        JsonNode entry = cancel(json(List.of(order.id()))).json().required("data").required(0);
        assertThat(entry.required("odds").decimalValue()).isEqualByComparingTo("100");
        assertThat(entry.required("gameID").asString()).isEqualTo(order.game().id());
        assertThat(entry.has("userReference")).isFalse();
        assertThat(ann.client().unmatched()).noneMatch(open -> open.id().equals(order.id()));
    }

    @Test
    void anEmptyListGetsAnEmptyList() {
        RawResponse response = cancel("{\"sessionIDs\": []}");
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("{\"data\":[]}");
    }

    @Test
    void whatIsAnsweredOnceStaysTrue() {
        StateOfOrders orders = new StateOfOrders(venue, ann, bob);
        List<String> ids = List.of(orders.id("open"), orders.id("filled"));
        ann.client().cancelMultiple(ids);
        List<Cancelled> again = ann.client().cancelMultiple(ids);
        assertThat(again)
                .extracting(Cancelled::reason)
                .containsExactly("Order already cancelled", "Order already filled");
    }

    /** Bodies that are refused as a whole; $open is an open order of ann's. */
    static Stream<String> malformed() {
        return """
        {}
        {"sessionIDs": null}
        {"sessionIDs": "$open"}
        {"sessionIDs": {"0": "$open"}}
        {"sessionIDs": 1}
        {"sessionIDs": true}
        {"sessionids": ["$open"]}
        {"sessionID": "$open"}
        {"sessionIDs": ["$open", "nope"]}
        {"sessionIDs": ["nope", "$open"]}
        {"sessionIDs": ["$open", ""]}
        {"sessionIDs": ["$open", null]}
        {"sessionIDs": ["$open", 12]}
        {"sessionIDs": ["$open", true]}
        {"sessionIDs": ["$open", ["$open"]]}
        {"sessionIDs": ["$open", {"id": "$open"}]}
        {"sessionIDs": ["$open", "65b036dfb31407c2b6bc1cf"]}
        {"sessionIDs": ["$open", "65b036dfb31407c2b6bc1cfe0"]}
        {"sessionIDs": ["$open", "65b036dfb31407c2b6bc1cfg"]}
        {"sessionIDs": ["$open", " 65b036dfb31407c2b6bc1cf"]}
        {"sessionIDs": ["$open", "0x5b036dfb31407c2b6bc1cf"]}
        {"sessionIDs": ["$open", "-5b036dfb31407c2b6bc1cfe"]}
        {"sessionIDs": ["$open", "\\uff16\\uff155b036dfb31407c2b6bc1cf"]}
        {"sessionIDs": ["$open", "65b036dfb31407c2b6bc1c\\u0000e"]}
        """
                .lines();
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void oneMalformedIdRefusesTheWholeRequest(String body) {
        StateOfOrders orders = new StateOfOrders(venue, ann, bob);
        String id = orders.id("open");

        RawResponse response = cancel(body.replace("$open", id));

        assertThat(response.status()).as(response.body()).isEqualTo(400);
        ErrorBody.string(response, ".*sessionIDs.*");
        assertThat(ann.client().unmatched()).anyMatch(order -> order.id().equals(id));
    }

    /** Bodies that are no object at all. */
    static Stream<String> unreadable() {
        return """
        []
        ["$open"]
        null
        "$open"
        {"sessionIDs": ["$open"]
        {"sessionIDs": ["$open",]}
        {"sessionIDs": ["$open"]} {}
        {"sessionIDs": ["$open"], "sessionIDs": ["$open"]}
        {'sessionIDs': ['$open']}
        """
                .lines();
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void whatIsNoStrictJsonObjectCancelsNothing(String body) {
        StateOfOrders orders = new StateOfOrders(venue, ann, bob);
        String id = orders.id("open");

        RawResponse response = cancel(body.replace("$open", id));

        assertThat(response.status()).as(response.body()).isEqualTo(400);
        ErrorBody.string(response, ".+");
        assertThat(ann.client().unmatched()).anyMatch(order -> order.id().equals(id));
    }

    @Test
    void tenThousandAndOneIdsAreRefusedAndCancelNothing() {
        StateOfOrders orders = new StateOfOrders(venue, ann, bob);
        List<String> ids = new ArrayList<>(List.of(orders.id("open")));
        while (ids.size() < 10_001) {
            ids.add(String.format(Locale.ROOT, "65b0a4d0%016x", ids.size()));
        }
        RawResponse response = cancel(json(ids));
        assertThat(response.status()).as(response.body()).isEqualTo(400);
        ErrorBody.string(response, ".*10,?000.*");
        assertThat(ann.client().unmatched()).anyMatch(order -> order.id().equals(ids.getFirst()));
    }

    private static String json(List<String> ids) {
        return "{\"sessionIDs\":[\"" + String.join("\",\"", ids) + "\"]}";
    }

    private static RawResponse cancel(String body) {
        return ann.client()
                .raw(
                        "POST",
                        "/session/cancelMultiple",
                        Map.of(
                                "Authorization",
                                "Bearer " + ann.token(),
                                "Content-Type",
                                "application/json"),
                        body.getBytes(StandardCharsets.UTF_8));
    }
}
