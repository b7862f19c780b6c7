package evens.app;

import static org.assertj.core.api.Assertions.assertThat;

import evens.app.Venue.Player;
import evens.client.Game;
import evens.client.OpenOrder;
import evens.client.RawResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
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
 * Every rule of the cancels that name what they mean: {@code /session/cancelByReference}, {@code
 * /session/cancelAllOrdersForGame} and {@code /session/cancelAllForLeague}.
 */
@Tag("contract")
class CancelScopesTest {
    private static final String BY_REFERENCE = "/session/cancelByReference";
    private static final String OF_GAME = "/session/cancelAllOrdersForGame";
    private static final String OF_LEAGUE = "/session/cancelAllForLeague";

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

    /**
     * Ann has a, b, another b and one without; which references she names, and what is cancelled.
     */
    static Stream<Arguments> references() {
        return Table.arguments(
                """
                "a"                   | a
                "b"                   | b1 b2
                "b","a"               | a b1 b2
                "a","a"               | a
                "b","nobody's"        | b1 b2
                "A"                   |
                "nobody's"            |
                ""                    |
                                      |
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("references")
    void ordersWithTheReferencesAreCancelledOldestFirst(String asked, String expected) {
        Map<String, String> ids = new HashMap<>();
        ids.put(referenced(ann, game, "a"), "a");
        ids.put(referenced(ann, game, "b"), "b1");
        ids.put(Wire.rest(ann, game, "post home at 125 for 100"), "none");
        ids.put(referenced(ann, game, "b"), "b2");
        String elsewhere = referenced(ann, venue.game(), "a");
        String theirs = referenced(bob, game, "a");

        RawResponse response = byReference("\"" + game.id() + "\"", "[" + asked + "]");

        assertThat(cancelled(response, ids)).isEqualTo(words(expected));
        assertThat(openIds(ann)).contains(elsewhere);
        assertThat(openIds(bob)).contains(theirs);
        assertThat(Wire.data(byReference("\"" + game.id() + "\"", "[" + asked + "]"))).isEmpty();
    }

    /** The game, the references: refused as a whole. */
    static Stream<Arguments> malformedReferences() {
        return Table.arguments(
                """
                "$game"                    | null        | userReferences must be an array
                "$game"                    | "a"         | userReferences must be an array
                "$game"                    | {"0":"a"}   | userReferences must be an array
                "$game"                    | ["a",1]     | userReferences\\[1\\] must be .*
                "$game"                    | ["a",null]  | userReferences\\[1\\] must be .*
                "$game"                    | ["$x129"]   | userReferences\\[0\\] must be .*
                "$game"                    | ["\\u0007"]  | userReferences\\[0\\] must be .*
                "$game"                    | $1001       | userReferences must have at most 1000 elements
                null                       | ["a"]       | gameID must be 24 hex digits
                7                          | ["a"]       | gameID must be 24 hex digits
                "nope"                     | ["a"]       | gameID must be 24 hex digits
                "65ba11e50000000000000001" | ["a"]       | game not found
                "$home"                    | ["a"]       | game not found
                """);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("malformedReferences")
    void aMalformedRequestCancelsNothing(String gameID, String references, String error) {
        String id = referenced(ann, game, "a");
        String thousandAndOne = "[" + "\"a\",".repeat(1000) + "\"a\"]";

        RawResponse response =
                byReference(
                        Wire.named(game, gameID),
                        references
                                .replace("$x129", "x".repeat(129))
                                .replace("$1001", thousandAndOne));

        assertThat(response.status()).as(response.body()).isEqualTo(400);
        ErrorBody.string(response, error);
        assertThat(openIds(ann)).contains(id);
    }

    @Test
    void aThousandReferencesAreNotTooMany() {
        String id = referenced(ann, game, "a");
        String thousand = "[" + ("\"" + "y".repeat(128) + "\",").repeat(999) + "\"a\"]";
        JsonNode entries = Wire.data(byReference("\"" + game.id() + "\"", thousand));
        CancelEntry.success(entries.required(0), id, "0", "100");
        assertThat(entries.required(0).required("userReference").asString()).isEqualTo("a");
    }

    /** Ann has an order in each market; which type she names, and what is cancelled. */
    static Stream<Arguments> types() {
        return Table.arguments(
                """
                                      | moneyline spread total 1x2
                ,"type":null          | moneyline spread total 1x2
                ,"type":"moneyline"   | moneyline
                ,"type":"spread"      | spread
                ,"type":"total"       | total
                ,"type":"moneyline1x2" | 1x2
                ,"side":"over"        | moneyline spread total 1x2
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("types")
    void ordersOfTheGameAreCancelledOldestFirst(String type, String expected) {
        Map<String, String> ids = everyMarket(game);
        Game child =
                venue.gameOf("1H-EPL", "soccer", ",\"parentGameID\":\"%s\"".formatted(game.id()));
        String ofChild = Wire.rest(ann, child, "post home at 125 for 100");
        String theirs = Wire.rest(bob, game, "post home at 125 for 100");

        String body = "{\"gameID\":\"%s\"%s}".formatted(game.id(), type);
        RawResponse response = Wire.post(ann, OF_GAME, body);

        assertThat(cancelled(response, ids)).isEqualTo(words(expected));
        assertThat(openIds(ann)).contains(ofChild);
        assertThat(openIds(bob)).contains(theirs);
        assertThat(Wire.data(Wire.post(ann, OF_GAME, body))).isEmpty();
    }

    static Stream<Arguments> malformedGames() {
        return Table.arguments(
                """
                {}                                         | gameID must be 24 hex digits
                {"gameID":null}                            | gameID must be 24 hex digits
                {"gameID":7}                               | gameID must be 24 hex digits
                {"gameID":["$game"]}                       | gameID must be 24 hex digits
                {"gameID":"$game0"}                        | gameID must be 24 hex digits
                {"gameID":"65ba11e50000000000000001"}      | game not found
                {"gameID":"$home"}                         | game not found
                {"gameID":"$game","type":"parlay"}         | type must be moneyline, spread, total or moneyline1x2
                {"gameID":"$game","type":""}               | type must be moneyline, spread, total or moneyline1x2
                {"gameID":"$game","type":1}                | type must be moneyline, spread, total or moneyline1x2
                {"gameID":"$game","type":["moneyline"]}    | type must be moneyline, spread, total or moneyline1x2
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("malformedGames")
    void aMalformedGameOrTypeCancelsNothing(String body, String error) {
        String id = Wire.rest(ann, game, "post home at 125 for 100");
        RawResponse response = Wire.post(ann, OF_GAME, Wire.named(game, body));
        assertThat(response.status()).as(response.body()).isEqualTo(400);
        ErrorBody.string(response, error);
        assertThat(openIds(ann)).contains(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"KBO", "kbo", "Kbo"})
    void ordersOfTheLeagueAreCancelledInAnyCase(String league) {
        Game there = venue.gameOf("KBO", "baseball", "");
        String one = Wire.rest(ann, there, "post home at 125 for 100");
        String two = Wire.rest(ann, venue.gameOf("KBO", "baseball", ""), "post home at 125 for 1");
        String elsewhere =
                Wire.rest(ann, venue.gameOf("KBO-2", "baseball", ""), "post home at 125 for 1");
        String theirs = Wire.rest(bob, there, "post home at 125 for 100");

        RawResponse response = Wire.post(ann, OF_LEAGUE, "{\"league\":\"%s\"}".formatted(league));

        assertThat(response.body()).isEqualTo("{\"data\":{\"ordersReceived\":true}}");
        assertThat(openIds(ann)).doesNotContain(one, two).contains(elsewhere);
        assertThat(openIds(bob)).contains(theirs);
    }

    @Test
    void liveStandsForEveryLiveGame() {
        String before = Wire.rest(ann, game, "post home at 125 for 100");
        String one =
                Wire.rest(
                        ann,
                        venue.gameOf("NHL-LIVE", "hockey", ",\"live\":true"),
                        "post home at 125 for 1");
        String two =
                Wire.rest(
                        ann,
                        venue.gameOf("KBO", "baseball", ",\"live\":true"),
                        "post home at 125 for 1");
        RawResponse response = Wire.post(ann, OF_LEAGUE, "{\"league\":\"live\"}");
        assertThat(response.status()).as(response.body()).isEqualTo(200);
        assertThat(openIds(ann)).doesNotContain(one, two).contains(before);
    }

    static Stream<Arguments> malformedLeagues() {
        return Table.arguments(
                """
                {}                      | league must be a string
                {"league":null}         | league must be a string
                {"league":7}            | league must be a string
                {"league":["EPL"]}      | league must be a string
                {"league":""}           | league not found
                {"league":"NOWHERE"}    | league not found
                {"league":"$x41"}       | league not found
                {"league":"PREMIER"}    | league not found
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("malformedLeagues")
    void anUnknownLeagueCancelsNothing(String body, String error) {
        String id = Wire.rest(ann, game, "post home at 125 for 100");
        RawResponse response = Wire.post(ann, OF_LEAGUE, body.replace("$x41", "X".repeat(41)));
        assertThat(response.status()).as(response.body()).isEqualTo(400);
        ErrorBody.string(response, error);
        assertThat(openIds(ann)).contains(id);
    }

    private static Map<String, String> everyMarket(Game game) {
        Map<String, String> ids = new HashMap<>();
        ids.put(Wire.rest(ann, game, "post home at 125 for 100"), "moneyline");
        ids.put(Wire.rest(ann, game, "post away 1.5 at 125 for 100"), "spread");
        ids.put(Wire.rest(ann, game, "post over 2.5 at 125 for 100"), "total");
        ids.put(Wire.rest(ann, game, "post no draw at 125 for 100"), "1x2");
        return ids;
    }

    private static String referenced(Player player, Game game, String reference) {
        String order =
                Wire.order(game, "post home at 125 for 100")
                        .replace("}", ",\"userReference\":\"%s\"}".formatted(reference));
        return Wire.placeJson(player, "[" + order + "]")
                .required(0)
                .required("unmatched")
                .required("orderID")
                .asString();
    }

    private static RawResponse byReference(String gameID, String references) {
        return Wire.post(
                ann,
                BY_REFERENCE,
                "{\"gameID\":%s,\"userReferences\":%s}".formatted(gameID, references));
    }

    /** The names of what was cancelled, in the order of the answer. */
    private static List<String> cancelled(RawResponse response, Map<String, String> names) {
        List<String> found = new ArrayList<>();
        for (JsonNode entry : Wire.data(response)) {
            String id = entry.required("sessionID").asString();
            CancelEntry.success(entry, id, "0", "100");
            found.add(names.getOrDefault(id, id));
        }
        return found;
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : Arrays.asList(text.split(" "));
    }

    private static List<String> openIds(Player player) {
        return player.client().unmatched().stream().map(OpenOrder::id).toList();
    }
}
