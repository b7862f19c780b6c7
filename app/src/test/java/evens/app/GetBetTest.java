package evens.app;

import static org.assertj.core.api.Assertions.assertThat;

import evens.app.Venue.Player;
import evens.client.Game;
import evens.client.RawResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
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

/**
 * Every rule of {@code /user/getBetByID}, {@code getBetByWagerRequestID} and {@code
 * getBetByUserReference}.
 */
@Tag("contract")
class GetBetTest {
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

    /** Ann posts 100 at even money as "mine", bob takes 40 of it as "his". */
    private Map<String, String> ids() {
        Map<String, String> ids = new HashMap<>();
        JsonNode posted = place(ann, "post home at 100 for 100", "mine").required("unmatched");
        JsonNode taken =
                place(bob, "limit away at 100 for 40", "his").required("matched").required(0);
        ids.put("order", posted.required("orderID").asString());
        ids.put("request", posted.required("wagerRequestID").asString());
        ids.put("match", taken.required("txID").asString());
        ids.put("taking", taken.required("wagerRequestID").asString());
        ids.put(
                "creation",
                Wire.onlyRow(ann, "/user/getUnmatched", game).required("txID").asString());
        ids.put("another", game.id());
        ids.put("ORDER", ids.get("order").toUpperCase(Locale.ROOT));
        return ids;
    }

    /** Who asks by what, and what is found. */
    static Stream<Arguments> found() {
        return Table.arguments(
                """
                ann | id   | order    | origin offer, bet 100, filled 40, remaining 60, userReference mine, ticketNumber -
                ann | id   | ORDER    | origin offer, bet 100, filled 40, remaining 60, userReference mine, ticketNumber -
                ann | txID | creation | origin offer, bet 100, filled 40, remaining 60, userReference mine, ticketNumber -
                ann | txID | request  | origin offer, bet 100, filled 40, remaining 60, userReference mine, ticketNumber -
                ann | txID | match    | origin offer, bet 40, risk 40.00, win 40.00, userReference mine
                bob | txID | match    | origin wager, bet 40, risk 40.40, win 39.60, userReference his
                bob | txID | taking   | origin wager, bet 40, risk 40.40, win 39.60, userReference his
                bob | id   | order    | origin wager, bet 40, risk 40.40, win 39.60, userReference his
                """);
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("found")
    void oneBetByItsId(String who, String parameter, String word, String answer) {
        Player player = who.equals("ann") ? ann : bob;
        String id = ids().get(word);
        RawResponse byQuery = Wire.get(player, "/user/getBetByID?%s=%s".formatted(parameter, id));
        assertThat(byQuery.status()).as(byQuery.body()).isEqualTo(200);
        assertThat(byQuery.json().propertyNames()).containsExactly("bet");
        JsonNode bet = byQuery.json().required("bet");
        Wire.has(bet, game, answer);
        Wire.has(bet.required("game"), game, "id $game");
        RawResponse byBody =
                Wire.post(player, "/user/getBetByID", "{\"%s\":\"%s\"}".formatted(parameter, id));
        assertThat(byBody.json()).isEqualTo(byQuery.json());
    }

    static Stream<Arguments> notFound() {
        return Table.arguments(
                """
                ann |                                | exactly one of id and txID is required
                ann | ?id=$order&txID=$match         | exactly one of id and txID is required
                ann | ?id=                           | id must be 24 hex digits
                ann | ?id=nope                       | id must be 24 hex digits
                ann | ?txID=$order0                  | txID must be 24 hex digits
                ann | ?id=$another                   | bet not found
                ann | ?txID=$another                 | bet not found
                ann | ?txID=$order                   | bet not found
                ann | ?id=$match                     | bet not found
                ann | ?txID=$taking                  | bet not found
                bob | ?txID=$creation                | bet not found
                bob | ?txID=$request                 | bet not found
                """);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("notFound")
    void whatIsNotOnesOwnIsNotFound(String who, String query, String error) {
        Player player = who.equals("ann") ? ann : bob;
        RawResponse response = Wire.get(player, "/user/getBetByID" + filled(query));
        assertThat(response.status()).as(response.body()).isEqualTo(400);
        ErrorBody.string(response, error);
    }

    private String filled(String query) {
        String text = query;
        for (Map.Entry<String, String> id : ids().entrySet()) {
            text = text.replace("$" + id.getKey(), id.getValue());
        }
        return text;
    }

    @Test
    void theMatchesOfOneRequest() {
        Map<String, String> ids = ids();
        String path = "/user/getBetByWagerRequestID?wagerRequestID=";
        JsonNode made = Wire.data(Wire.get(ann, path + ids.get("request")));
        assertThat(made.propertyNames()).containsExactly("unmatched", "matched", "graded");
        assertThat(made.required("unmatched")).isEmpty();
        assertThat(made.required("matched")).hasSize(1);
        Wire.has(
                made.required("matched").required(0),
                game,
                "origin offer, txID " + ids.get("match"));
        JsonNode took = Wire.data(Wire.get(bob, path + ids.get("taking")));
        Wire.has(
                took.required("matched").required(0),
                game,
                "origin wager, txID " + ids.get("match"));
        JsonNode waits = place(ann, "post home at 150 for 5", "w").required("unmatched");
        JsonNode nothing =
                Wire.data(Wire.get(ann, path + waits.required("wagerRequestID").asString()));
        assertThat(nothing.required("matched")).isEmpty();
        for (String wrong : List.of("", "nope", ids.get("taking"), ids.get("order"))) {
            RawResponse response = Wire.get(ann, path + wrong);
            assertThat(response.status()).as(response.body()).isEqualTo(400);
            ErrorBody.string(response, "bet not found|wagerRequestID must be 24 hex digits");
        }
        assertThat(Wire.get(ann, "/user/getBetByWagerRequestID").status()).isEqualTo(400);
    }

    @Test
    void allOfOneReferenceOnOneGame() {
        ids();
        Game elsewhere = venue.game();
        place(ann, elsewhere, "post home at 100 for 100", "mine");
        place(ann, game, "post home at 150 for 5", "mine");
        place(ann, game, "post home at 150 for 5", "other");
        JsonNode mine = byReference(ann, "mine");
        assertThat(mine.propertyNames()).containsExactly("unmatched", "matched", "graded");
        assertThat(mine.required("unmatched")).hasSize(2);
        assertThat(mine.required("matched")).hasSize(1);
        assertThat(mine.required("graded")).isEmpty();
        assertThat(byReference(bob, "mine").required("matched")).isEmpty();
        assertThat(byReference(bob, "his").required("matched")).hasSize(1);
        assertThat(byReference(ann, "MINE").required("unmatched")).isEmpty();
    }

    static Stream<Arguments> missing() {
        return Table.arguments(
                """
                                                                   | 408 | userReference and gameID are required
                ?userReference=mine                                | 408 | userReference and gameID are required
                ?gameID=$game                                      | 408 | userReference and gameID are required
                ?userReference=&gameID=$game                       | 408 | userReference and gameID are required
                ?userReference=mine&gameID=                        | 408 | userReference and gameID are required
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("missing")
    void bothParametersAreNeeded(String query, int status, String error) {
        RawResponse response =
                Wire.get(ann, "/user/getBetByUserReference" + Wire.named(game, query));
        assertThat(response.status()).as(response.body()).isEqualTo(status);
        ErrorBody.object(response, error);
    }

    @Test
    void aGameThatIsNoneHasNoBets() {
        RawResponse malformed =
                Wire.get(ann, "/user/getBetByUserReference?userReference=a&gameID=nope");
        assertThat(malformed.status()).isEqualTo(400);
        ErrorBody.string(malformed, "gameID must be 24 hex digits");
        JsonNode none =
                Wire.data(
                        Wire.get(
                                ann,
                                "/user/getBetByUserReference?userReference=mine&gameID=65ba11e50000000000000001"));
        assertThat(none.required("unmatched")).isEmpty();
    }

    private JsonNode byReference(Player player, String reference) {
        return Wire.data(
                Wire.get(
                        player,
                        "/user/getBetByUserReference?userReference=%s&gameID=%s"
                                .formatted(reference, game.id())));
    }

    private JsonNode place(Player player, String words, String reference) {
        return place(player, game, words, reference);
    }

    private static JsonNode place(Player player, Game game, String words, String reference) {
        String order =
                Wire.order(game, words)
                        .replace("}", ",\"userReference\":\"%s\"}".formatted(reference));
        return Wire.placeJson(player, "[" + order + "]").required(0);
    }
}
