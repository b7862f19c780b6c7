package evens.app;

import static org.assertj.core.api.Assertions.assertThat;

import evens.app.Venue.Player;
import evens.client.Game;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Of which games a socket of the price feed hears, and what it may ask. */
@Tag("contract")
class PriceFeedSubscriptionTest {
    /** Commands, and the games whose offers come then. B is a child of A; L is live. */
    private static final String RULES =
            """
            -                                                                                                      | A B C L
            {"type":"subscribe","gameIDs":["$A"]}                                                                  | A B
            {"type":"subscribe","gameIDs":["$UPPER-A"]}                                                            | A B
            {"type":"subscribe","gameIDs":["$B"]}                                                                  | B
            {"type":"subscribe","gameIDs":["$B","$C"],"replace":true}                                              | B C
            {"type":"subscribe","leagueIDs":["nba-x"]}                                                             | A
            {"type":"subscribe","leagueIDs":["NBA-X","hockey"]}                                                    | A
            {"type":"subscribe","sportIDs":["BASKETBALL"]}                                                         | A B
            {"type":"subscribe","leagueIDs":["live"]}                                                              | L
            {"type":"subscribe","gameIDs":["$C"],"leagueIDs":["NBA-X"],"sportIDs":["tennis"]}                      | A C
            {"type":"subscribe","replace":true}                                                                    | -
            {"type":"subscribe","gameIDs":[],"leagueIDs":[],"sportIDs":[],"replace":true}                          | -
            {"type":"subscribe","leagueIDs":[""],"replace":true}                                                   | -
            {"type":"subscribe","replace":false}                                                                   | A B C L
            {"type":"subscribe","gameIDs":[""],"leagueIDs":[""],"sportIDs":[""]}                                   | A B C L
            {"type":"subscribe","gameIDs":["$B"],"replace":true} ;; {"type":"subscribe","gameIDs":["$C"]}          | B C
            {"type":"subscribe","gameIDs":["$B"]} ;; {"type":"subscribe","gameIDs":["$C"],"replace":true}          | C
            {"type":"subscribe","gameIDs":["$B"]} ;; {"type":"subscribe","gameIDs":[],"replace":false}             | B
            {"type":"subscribe","gameIDs":["$B"]} ;; {"type":"subscribe","replace":true}                           | -
            {"type":"unsubscribe","gameIDs":["$A"]}                                                                | A B C L
            {"type":"subscribe","gameIDs":["$B","$C"]} ;; {"type":"unsubscribe","gameIDs":["$B"]}                  | C
            {"type":"subscribe","gameIDs":["$C"]} ;; {"type":"unsubscribe","gameIDs":["$C"]}                       | -
            {"type":"subscribe","sportIDs":["hockey"]} ;; {"type":"unsubscribe","sportIDs":["Hockey"]}             | -
            {"type":"subscribe","leagueIDs":["NBA-X","NHL-X"]} ;; {"type":"unsubscribe","leagueIDs":["nba-x"]}     | C
            {"type":"subscribe","gameIDs":["$C"]} ;; {"type":"subscribeAll"}                                       | A B C L
            {"type":"subscribe","gameIDs":["$C"]} ;; {"type":"subscribeAll"} ;; {"type":"unsubscribe","gameIDs":["$C"]} | A B C L
            {"type":"subscribe","gameIDs":["$C"]} ;; {"type":"subscribeAll"} ;; {"type":"subscribe","gameIDs":["$B"]}   | B
            {"type":"subscribe","gameIDs":["aaaaaaaaaaaaaaaaaaaaaaaa"]}                                            | -
            {"type":"subscribe","gameIDs":["65ba11e50000000000000007"],"leagueIDs":["nobody's"]}                   | -
            """;

    private static Venue venue;
    private static Player maker;
    private static Player listener;
    private static final Map<String, Game> GAMES = new LinkedHashMap<>();

    @BeforeAll
    static void open() {
        venue = Venue.shared();
        maker = venue.player("maker", "100000");
        listener = venue.player("listener", "10");
        Game parent = venue.gameOf("NBA-X", "basketball", "");
        GAMES.put("A", parent);
        GAMES.put(
                "B",
                venue.gameOf(
                        "1H-NBA-X",
                        "basketball",
                        ", \"parentGameID\": \"%s\", \"periodName\": \"1H\""
                                .formatted(parent.id())));
        GAMES.put("C", venue.gameOf("NHL-X", "hockey", ""));
        GAMES.put("L", venue.gameOf("TENNIS-LIVE", "cricket", ", \"live\": true"));
    }

    /** All sockets listen to the same orders: a row each, and nobody waits for another. */
    @Test
    void theRules() {
        List<String[]> rows = Table.rows(RULES);
        List<PriceTalk> talks = new ArrayList<>();
        for (String[] row : rows) {
            PriceTalk talk = PriceTalk.of(venue, listener);
            for (String command : row[0].equals("-") ? new String[0] : row[0].split(" ;; ", -1)) {
                talk.command(filled(command));
            }
            talks.add(talk);
        }
        GAMES.values().forEach(game -> Wire.rest(maker, game, "post home at 150 for 5"));
        for (int i = 0; i < rows.size(); i++) {
            List<JsonNode> frames = talks.get(i).frames();
            TreeSet<String> heard = new TreeSet<>();
            GAMES.forEach((name, game) -> {
                if (!PriceTalk.about(frames, "orderUpdate", game).isEmpty()) {
                    heard.add(name);
                }
            });
            String expected = rows.get(i)[1].equals("-") ? "" : rows.get(i)[1];
            assertThat(String.join(" ", heard)).as(rows.get(i)[0]).isEqualTo(expected);
            talks.get(i).close();
        }
    }

    @Test
    void gamesAndVolumesAreFilteredToo() {
        try (PriceTalk talk = PriceTalk.of(venue, listener)) {
            talk.command("{\"type\":\"subscribe\",\"leagueIDs\":[\"nhl-x\"]}");
            Game game = venue.gameOf("NHL-X", "hockey", "");
            Game other = venue.gameOf("NBA-X", "basketball", "");
            for (Game each : List.of(game, other)) {
                Wire.rest(maker, each, "post home at 100 for 5");
                Wire.place(listener, each, "fillAndKill away at 100 for 1");
            }
            List<JsonNode> frames = talk.frames();
            for (String type : List.of("gameUpdate", "orderUpdate", "matchedVolumeUpdate")) {
                assertThat(PriceTalk.about(frames, type, game)).as(type).isNotEmpty();
                assertThat(PriceTalk.about(frames, type, other)).as(type).isEmpty();
            }
        }
    }

    /** What can not be understood, and what is said to it. */
    static Stream<Arguments> refused() {
        return Table.arguments(
                """
                hello                                                    | invalid message
                []                                                       | invalid message
                ["subscribe",{"gameIDs":[]}]                             | invalid message
                "subscribe"                                              | invalid message
                null                                                     | invalid message
                {"type":"subscribe"                                      | invalid message
                {"type":"subscribe"} {"type":"subscribe"}                | invalid message
                {"type":"subscribe","type":"subscribeAll"}               | invalid message
                {"type":"subscribe","gameIDs":[NaN]}                     | invalid message
                {}                                                       | type must be a string
                {"type":1}                                               | type must be a string
                {"type":null}                                            | type must be a string
                {"type":"Subscribe"}                                     | unknown message type
                {"type":"subscribeall"}                                  | unknown message type
                {"type":""}                                              | unknown message type
                {"type":"subscribe","gameIDs":"$A"}                      | gameIDs must be an array
                {"type":"subscribe","gameIDs":{}}                        | gameIDs must be an array
                {"type":"subscribe","gameIDs":[1]}                       | gameIDs must be strings
                {"type":"subscribe","gameIDs":[null]}                    | gameIDs must be strings
                {"type":"subscribe","gameIDs":["$A",["$B"]]}             | gameIDs must be strings
                {"type":"subscribe","gameIDs":["xyz"]}                   | gameIDs must be 24 hex digits each
                {"type":"subscribe","gameIDs":["$A "]}                   | gameIDs must be 24 hex digits each
                {"type":"subscribe","leagueIDs":3}                       | leagueIDs must be an array
                {"type":"subscribe","leagueIDs":[true]}                  | leagueIDs must be strings
                {"type":"subscribe","sportIDs":"hockey"}                 | sportIDs must be an array
                {"type":"subscribe","sportIDs":[{}]}                     | sportIDs must be strings
                {"type":"subscribe","replace":"true"}                    | replace must be true or false
                {"type":"subscribe","replace":1}                         | replace must be true or false
                {"type":"unsubscribe","gameIDs":7}                       | gameIDs must be an array
                {"type":"subscribeAll","requestID":7}                    | requestID must be a string of at most 256 characters
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void whatIsRefused(String text, String message) {
        try (Talk talk = Talk.at(venue.server().base(), "/price-stream", listener.token())) {
            talk.send("{\"type\":\"subscribe\",\"replace\":true}");
            JsonNode answer = talk.ask(filled(text));
            assertThat(answer.required(0).asString()).isEqualTo("error");
            assertThat(answer.required(1).required("message").asString()).isEqualTo(message);
            Wire.rest(maker, game("A"), "post home at 150 for 5");
            JsonNode next = talk.ask("{\"type\":\"subscribeAll\",\"requestID\":\"last\"}");
            assertThat(next.required(0).asString()).as("%s", next).isEqualTo("subscribed");
        }
    }

    @Test
    void aRequestIsAnsweredUnderItsName() {
        try (Talk talk = Talk.at(venue.server().base(), "/price-stream", listener.token())) {
            talk.ask("{\"type\":\"subscribe\",\"replace\":true,\"requestID\":\"a\"}");
            JsonNode error = talk.ask("{\"type\":\"x\",\"requestID\":\"b\"}");
            assertThat(error.toString())
                    .isEqualTo(
                            "[\"error\",{\"message\":\"unknown message type\",\"requestID\":\"b\"}]");
            JsonNode done = talk.ask("{\"type\":\"unsubscribe\",\"requestID\":\"\"}");
            assertThat(done.required(1).required("requestID").asString()).isEmpty();
            assertThat(done.required(1).required("sequence").asLong()).isPositive();
        }
    }

    /** The ten thousandth key is taken, the next one is refused and changes nothing. */
    @Test
    void thereIsAMostOfKeys() {
        try (Talk talk = Talk.at(venue.server().base(), "/price-stream", listener.token())) {
            assertThat(talk.ask(leagues(0, 9_999)).required(0).asString()).isEqualTo("subscribed");
            assertThat(talk.ask(leagues(9_999, 10_000)).required(0).asString())
                    .isEqualTo("subscribed");
            assertThat(talk.ask(leagues(5_000, 10_000)).required(0).asString())
                    .as("keys that are there")
                    .isEqualTo("subscribed");
            JsonNode refused = talk.ask(leagues(10_000, 10_001));
            assertThat(refused.required(1).required("message").asString())
                    .isEqualTo("at most 10000 ids, leagues and sports");
            talk.send("{\"type\":\"unsubscribe\",\"leagueIDs\":[\"L5\"]}");
            assertThat(talk.ask(leagues(10_000, 10_001)).required(0).asString())
                    .isEqualTo("subscribed");
        }
    }

    private static Game game(String name) {
        return Objects.requireNonNull(GAMES.get(name), name);
    }

    private static String leagues(int from, int to) {
        List<String> names = new ArrayList<>();
        for (int i = from; i < to; i++) {
            names.add("\"l" + i + "\"");
        }
        return "{\"type\":\"subscribe\",\"requestID\":\"r\",\"leagueIDs\":["
                + String.join(",", names)
                + "]}";
    }

    private static String filled(String text) {
        String filled = text.replace("$UPPER-A", game("A").id().toUpperCase(Locale.ROOT));
        for (Map.Entry<String, Game> each : GAMES.entrySet()) {
            filled = filled.replace("$" + each.getKey(), each.getValue().id());
        }
        return filled;
    }
}
