package evens.app;

import static org.assertj.core.api.Assertions.assertThat;

import evens.app.Venue.Player;
import evens.client.Book;
import evens.client.Game;
import evens.client.NewOrder;
import evens.client.Offer;
import evens.client.OrderType;
import evens.client.Placed;
import evens.client.RawResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Every rule of {@code POST /session/cancelAllOrders}. */
@Tag("contract")
class CancelAllOrdersTest {
    private static Venue venue;
    private static Player bob;
    private Player ann;

    @BeforeAll
    static void open() {
        venue = Venue.shared();
        bob = venue.player("bob", "100000");
    }

    @BeforeEach
    void someoneNew() {
        ann = venue.player("ann", "100000");
    }

    /** Content type (- is none) and body of requests that all mean the same. */
    static Stream<Arguments> ways() {
        return Table.arguments(
                """
                -                                 |
                application/json                  |
                text/plain                        |
                application/xml                   |
                application/x-www-form-urlencoded |
                application/octet-stream          |
                application/json                  | {}
                application/json; charset=utf-8   | {}
                -                                 | {}
                application/json                  | {"token": "$token"}
                application/json                  | {"gameID": "$game", "unknown": [1, 2]}
                """);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("ways")
    void itTakesNoParameters(String contentType, String body) {
        StateOfOrders orders = new StateOfOrders(venue, ann, bob);
        String first = orders.id("open1");
        String second = orders.id("open2");
        String text =
                body.replace("$token", ann.token())
                        .replace("$game", orders.order("open1").game().id());

        RawResponse response = cancelAll(contentType, text);

        assertThat(response.status()).as(response.body()).isEqualTo(200);
        JsonNode entries = response.json().required("data");
        assertThat(entries.size()).isEqualTo(2);
        CancelEntry.success(entries.required(0), first, "0", "100");
        CancelEntry.success(entries.required(1), second, "0", "100");
        assertThat(ann.client().unmatched()).isEmpty();
    }

    /** What ann has, and which of it the answer names, in the order in which it was made. */
    static Stream<Arguments> holdings() {
        return Table.arguments(
                """
                open                                | ok(0,100)
                partly                              | ok(25,75)
                suspended                           | ok(0,100)
                open1 partly open2                  | ok(0,100) ok(25,75) ok(0,100)
                open1 cancelled filled crumb open2  | ok(0,100) - - - ok(0,100)
                partly1 suspended partly2 started   | ok(25,75) ok(0,100) ok(25,75) -
                their-open open their-taken         | - ok(0,100) -
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("holdings")
    void everyOpenOrderOfTheCallerIsInTheAnswerOldestFirst(String holding, String answers) {
        StateOfOrders orders = new StateOfOrders(venue, ann, bob);
        List<String> ids = Stream.of(holding.split(" ")).map(orders::id).toList();
        List<String> words = List.of(answers.split(" "));
        int theirs = bob.client().unmatched().size();

        JsonNode entries = cancelAll("-", "").json().required("data");

        int next = 0;
        for (int i = 0; i < words.size(); i++) {
            if (!words.get(i).equals("-")) {
                CancelEntry.check(entries.required(next++), ids.get(i), words.get(i));
            }
        }
        assertThat(entries.size()).as("%s", entries).isEqualTo(next);
        assertThat(ann.client().unmatched()).isEmpty();
        assertThat(bob.client().unmatched()).hasSize(theirs);
    }

    @Test
    void nothingOpenGetsAnEmptyListAndSoDoesTheSecondTime() {
        assertThat(cancelAll("-", "").body()).isEqualTo("{\"data\":[]}");
        new StateOfOrders(venue, ann, bob).id("open");
        assertThat(ann.client().cancelAll()).hasSize(1);
        assertThat(cancelAll("-", "").body()).isEqualTo("{\"data\":[]}");
    }

    @Test
    void oldestFirstIsAcrossGamesBatchesAndBothEnds() {
        Game one = venue.game();
        Game two = venue.game();
        Map<String, String> references = new HashMap<>();
        List<String> oldestFirst = new ArrayList<>();
        for (int round = 0; round < 10; round++) {
            List<NewOrder> batch = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                Game game = (round + i) % 2 == 0 ? one : two;
                String side = i % 3 == 0 ? game.home().id() : game.away().id();
                int odds = 120 + (37 * (6 * round + i)) % 50;
                NewOrder order = NewOrder.of(game.id(), side, odds, "10", OrderType.POST);
                batch.add(i == 0 ? order : order.withReference("r" + round + "-" + i));
            }
            for (Placed placed : ann.client().place(batch)) {
                Offer offer = Objects.requireNonNull(placed.unmatched());
                oldestFirst.add(offer.orderID());
                references.put(
                        offer.orderID(), Objects.requireNonNullElse(offer.userReference(), ""));
            }
        }
        List<String> answered = new ArrayList<>();
        for (JsonNode entry : cancelAll("-", "").json().required("data")) {
            String id = entry.required("sessionID").asString();
            answered.add(id);
            assertThat(entry.path("userReference").asString("")).isEqualTo(references.get(id));
        }
        assertThat(answered).isEqualTo(oldestFirst);
    }

    @Test
    void theBooksAreEmptyAndMatchesStay() {
        StateOfOrders orders = new StateOfOrders(venue, ann, bob);
        String game = orders.order("partly").game().id();
        ann.client().cancelAll();
        assertThat(ann.client().matchedBets()).hasSize(1);
        Book book = Objects.requireNonNull(bob.client().book(game));
        assertThat(book.away()).isEmpty();
        assertThat(book.home()).isEmpty();
        assertThat(book.openInterest()).isEqualByComparingTo("0");
    }

    /** Method, content type, body, status: refused, and nothing is cancelled. */
    static Stream<Arguments> refusals() {
        return Table.arguments(
                """
                POST | application/json | {                  | 400
                POST | application/json | nonsense           | 400
                POST | application/json | []                 | 400
                POST | application/json | null               | 400
                POST | application/json | {} {}              | 400
                POST | application/json | {"a": 1, "a": 1}   | 400
                POST | text/plain       | {}                 | 415
                POST | application/xml  | <all/>             | 415
                GET  | -                |                    | 405
                PUT  | application/json | {}                 | 405
                """);
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("refusals")
    void whatIsNotTheRequestCancelsNothing(
            String method, String contentType, String body, int status) {
        new StateOfOrders(venue, ann, bob).id("open");

        RawResponse response = send(method, contentType, body);

        assertThat(response.status()).as(response.body()).isEqualTo(status);
        if (status == 400) {
            ErrorBody.string(response, ".+");
        } else {
            ErrorBody.object(response, ".+");
        }
        if (status == 405) {
            assertThat(response.headers().firstValue("Allow")).hasValue("POST");
        }
        assertThat(ann.client().unmatched()).hasSize(1);
    }

    private RawResponse cancelAll(String contentType, String body) {
        return send("POST", contentType, body);
    }

    private RawResponse send(String method, String contentType, String body) {
        Map<String, String> headers = new HashMap<>();
        headers.put("Authorization", ann.token());
        if (!contentType.equals("-")) {
            headers.put("Content-Type", contentType);
        }
        return ann.client()
                .raw(
                        method,
                        "/session/cancelAllOrders",
                        headers,
                        body.isEmpty() ? null : body.getBytes(StandardCharsets.UTF_8));
    }
}
