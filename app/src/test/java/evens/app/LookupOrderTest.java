package evens.app;

import static org.assertj.core.api.Assertions.assertThat;

import evens.app.Venue.Player;
import evens.client.Game;
import evens.client.RawResponse;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Every answer of {@code /session/lookupOrder}. */
@Tag("contract")
class LookupOrderTest {
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
                open            | 200 | cancelled false, odds 125, matchedRisk 0.00, unmatchedRisk 100.00
                OPEN            | 200 | cancelled false, odds 125, matchedRisk 0.00, unmatchedRisk 100.00
                partly          | 200 | cancelled false, odds 100, matchedRisk 25.00, unmatchedRisk 75.00
                suspended       | 200 | cancelled false, odds 125, matchedRisk 0.00, unmatchedRisk 100.00
                filled          | 200 | cancelled false, odds 100, matchedRisk 100.00, unmatchedRisk 0.00
                cancelled       | 200 | cancelled true, odds 125, matchedRisk 0.00, unmatchedRisk 0.00
                started         | 200 | cancelled true, odds 125, matchedRisk 0.00, unmatchedRisk 0.00
                their-open      | 403 | Not your order
                their-taken     | 403 | Not your order
                their-cancelled | 403 | Not your order
                their-filled    | 403 | Not your order
                unknown         | 404 | Invalid Session ID
                other-kind      | 404 | Invalid Session ID
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("orders")
    void oneOrder(String word, int status, String answer) {
        StateOfOrders orders = new StateOfOrders(venue, ann, bob);
        String id = orders.id(word);

        RawResponse response = Wire.get(ann, "/session/lookupOrder?orderID=" + id);

        assertThat(response.status()).as(response.body()).isEqualTo(status);
        if (status == 200) {
            JsonNode order = Wire.data(response).required("order");
            Game game = orders.order(word.toLowerCase(Locale.ROOT)).game();
            Wire.has(order, game, answer);
            Wire.has(order, game, "id %s, type moneyline".formatted(id.toLowerCase(Locale.ROOT)));
            Wire.has(order, game, "participant $home, OU null, spread null, total null");
            Wire.has(order.required("game"), game, "id $game");
        } else {
            ErrorBody.object(response, answer);
        }
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void aMalformedIdIsNobodysOrder(String query) {
        RawResponse response = Wire.get(ann, "/session/lookupOrder" + query);
        assertThat(response.status()).isEqualTo(404);
        ErrorBody.object(response, "Invalid Session ID");
    }

    static Stream<String> malformed() {
        return Stream.of("", "?orderID=", "?orderID=nope", "?orderID=65b036dfb31407c2b6bc1cfg");
    }

    /** An order of every market, and what is said of it. */
    static Stream<Arguments> markets() {
        return Table.arguments(
                """
                away at 110 for 10       | type moneyline, participant $away, OU null, spread null, total null
                home -0.25 at 110 for 10 | type spread, participant $home, OU null, spread -0.25, total null
                over 2.75 at 110 for 10  | type total, participant null, OU over, spread null, total 2.75
                no draw at 110 for 10    | type moneyline1x2, participant null, OU null, market draw, side no
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("markets")
    void itSaysWhatIsBacked(String words, String answer) {
        Game game = venue.game();
        String id = Wire.rest(ann, game, "post " + words);
        Wire.has(lookedUp(ann, id), game, answer);
    }

    @Test
    void theBestOfferIsTheOneTakersGetFirst() {
        Game game = venue.game();
        String first = Wire.rest(ann, game, "post home at 120 for 10");
        assertThat(best(ann, first)).isTrue();
        String better = Wire.rest(bob, game, "post home at 110 for 10");
        assertThat(best(ann, first)).isFalse();
        assertThat(best(bob, better)).isTrue();
        Wire.rest(bob, game, "post home 0.25 at 105 for 10");
        Wire.rest(bob, game, "post away at 100 for 10");
        assertThat(best(bob, better)).isTrue();
        bob.client().cancel(better);
        assertThat(best(ann, first)).isTrue();
    }

    private static boolean best(Player player, String id) {
        return lookedUp(player, id).required("isTheBestOffer").booleanValue();
    }

    private static JsonNode lookedUp(Player player, String id) {
        return Wire.data(Wire.get(player, "/session/lookupOrder?orderID=" + id)).required("order");
    }
}
