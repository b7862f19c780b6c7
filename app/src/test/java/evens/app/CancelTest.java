package evens.app;

import static org.assertj.core.api.Assertions.assertThat;

import evens.app.Venue.Player;
import evens.client.RawResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule of {@code POST /session/cancel}. */
@Tag("contract")
class CancelTest {
    private static Venue venue;
    private static Player ann;
    private static Player bob;

    @BeforeAll
    static void open() {
        venue = Venue.shared();
        ann = venue.player("ann", "100000");
        bob = venue.player("bob", "100000");
    }

    static Stream<Arguments> orders() {
        return Table.arguments(
                """
                open            | 200 | ok(0,100)
                OPEN            | 200 | ok(0,100)
                partly          | 200 | ok(25,75)
                suspended       | 200 | ok(0,100)
                cancelled       | 409 | Order already cancelled
                crumb           | 409 | Order already cancelled
                filled          | 409 | Order already filled
                started         | 409 | Order expired
                their-open      | 403 | Not your order
                their-taken     | 403 | Not your order
                their-cancelled | 403 | Not your order
                their-filled    | 403 | Not your order
                unknown         | 404 | Order not found: $id
                other-kind      | 404 | Order not found: $id
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("orders")
    void oneOrder(String word, int status, String answer) {
        String id = new StateOfOrders(venue, ann, bob).id(word);

        RawResponse response = cancel("{\"sessionID\": \"" + id + "\"}");

        assertThat(response.status()).as(response.body()).isEqualTo(status);
        if (status == 200) {
            CancelEntry.check(response.json().required("data"), id, answer);
        } else {
            ErrorBody.object(response, answer.replace("$id", id.toLowerCase(Locale.ROOT)));
        }
    }

    static Stream<String> malformed() {
        return """
        {}
        {"sessionID": null}
        {"sessionID": 12}
        {"sessionID": ["$open"]}
        {"sessionID": ""}
        {"sessionID": "nope"}
        {"sessionID": "65b036dfb31407c2b6bc1cf"}
        {"sessionID": "65b036dfb31407c2b6bc1cfg"}
        {"orderID": "$open"}
        """
                .lines();
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void aMalformedOrMissingIdCancelsNothing(String body) {
        String id = new StateOfOrders(venue, ann, bob).id("open");

        RawResponse response = cancel(body.replace("$open", id));

        assertThat(response.status()).as(response.body()).isEqualTo(400);
        ErrorBody.object(response, ".*sessionID.*");
        assertThat(ann.client().unmatched()).anyMatch(order -> order.id().equals(id));
    }

    private static RawResponse cancel(String body) {
        return ann.client()
                .raw(
                        "POST",
                        "/session/cancel",
                        Map.of("Authorization", ann.token(), "Content-Type", "application/json"),
                        body.getBytes(StandardCharsets.UTF_8));
    }
}
