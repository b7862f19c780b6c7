package evens.app;

import static org.assertj.core.api.Assertions.assertThat;

import evens.app.Venue.Player;
import evens.client.Game;
import evens.client.OpenOrder;
import evens.client.RawResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What looks odd and is right all the same. */
@Tag("contract")
class UnusualInputTest {
    @TempDir static Path data;
    private static Venue venue;
    private static Player ann;
    private static Game game;

    @BeforeAll
    static void open() {
        venue = new Venue(data);
        ann = venue.player("ann", "100000000");
        game = venue.game();
    }

    @AfterAll
    static void close() {
        venue.close();
    }

    @AfterEach
    void takeBack() {
        ann.client().cancelAll();
    }

    /** Odds and stake as they are sent, and as they come back. */
    static Stream<Arguments> numbers() {
        return Table.arguments(
                """
                150      | 10         | 150     | 10
                150.0    | 10.0       | 150     | 10
                110.50   | 10.000000  | 110.5   | 10
                1.1e2    | 1e1        | 110     | 10
                -110.5   | 1          | -110.5  | 1
                -100     | 30.909091  | 100     | 30.909091
                100      | 1.000001   | 100     | 1.000001
                100000   | 1          | 100000  | 1
                -100000  | 10         | -100000 | 10
                194.5    | 0.1e2      | 194.5   | 10
                150      | 10000000   | 150     | 10000000
                """);
    }

    @ParameterizedTest(name = "{1} at {0}")
    @MethodSource("numbers")
    void aNumberMayBeWrittenInMoreThanOneWay(
            String odds, String bet, String backOdds, String backBet) {
        place("\"odds\": %s, \"bet\": %s".formatted(odds, bet));
        OpenOrder order = ann.client().unmatched().getFirst();
        assertThat(order.odds()).isEqualByComparingTo(backOdds);
        assertThat(order.offered()).isEqualByComparingTo(backBet);
    }

    /** Fields beside a whole order, and the reference that it then has. */
    static Stream<Arguments> fields() {
        return Table.arguments(
                """
                "userReference": ""                            | -
                "userReference": null                          | -
                "userReference": " a 'b' <c> & ü "             |  a 'b' <c> & ü
                "expirationMinutes": 0                         | -
                "expirationMinutes": null                      | -
                "expirationMinutes": 525600                    | -
                "number": null, "market": null                 | -
                "gameId": "nope", "surprise": [{"a": [1]}]     | -
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("fields")
    void whatIsEmptyOrUnknownDoesNoHarm(String fields, String reference) {
        place("\"odds\": 150, \"bet\": 10, " + fields);
        OpenOrder order = ann.client().unmatched().getFirst();
        if (reference.equals("-")) {
            assertThat(order.userReference()).isNull();
        } else {
            assertThat(order.userReference()).isEqualToIgnoringWhitespace(reference);
        }
    }

    /** Method, path, body: the same question in other words. */
    static Stream<Arguments> reads() {
        return Table.arguments(
                """
                GET  | /user/getMe                              |
                POST | /user/getMe                              |
                POST | /user/getme                              | {}
                GET  | /USER/GETME                              |
                GET  | /user/getMe?x=1                          |
                GET  | /user/getUnmatched                       |
                POST | /user/getUnmatched                       | {"token": "ignored, as the header comes first"}
                GET  | /user/getMatchedBets                     |
                POST | /user/getMatchedBets                     | {}
                GET  | /exchange/getLeagues                     |
                POST | /exchange/getLeagues                     | {}
                GET  | /exchange/v2/getGames?league=premier-league |
                POST | /exchange/v2/getGames                    | {"league": "Premier-League"}
                GET  | /exchange/v2/getOrderbook?league=premier-league&sport=soccer |
                POST | /exchange/v2/getOrderbook                | {"league": "PREMIER-LEAGUE"}
                POST | /Exchange/V2/GetOrderBook                | {"gameID": "$game"}
                GET  | /exchange/v2/getOrderbook?gameID=$GAME   |
                """);
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("reads")
    void readsTakeBothMethodsAndPathsAnyCase(String method, String path, String body) {
        RawResponse response = send(method, path, body);
        assertThat(response.status()).as(response.body()).isEqualTo(200);
        assertThat(response.json().required("data").isEmpty()).isFalse();
    }

    @Test
    void healthAndTheDocumentNeedNoToken() {
        for (String path : new String[] {"/health/live", "/health/ready", "/openapi.json"}) {
            assertThat(ann.client().raw("GET", path, Map.of(), null).status())
                    .as(path)
                    .isEqualTo(200);
        }
    }

    private static void place(String fields) {
        String order =
                "{\"gameID\": \"%s\", \"type\": \"moneyline\", \"side\": \"%s\", %s}"
                        .formatted(game.id(), game.home().id(), fields);
        RawResponse response =
                send("POST", "/session/v3/place", "{\"gameID\": 1, \"orders\": [" + order + "]}");
        assertThat(response.status()).as(response.body()).isEqualTo(200);
        assertThat(ann.client().unmatched()).as(response.body()).hasSize(1);
    }

    private static RawResponse send(String method, String path, String body) {
        String filled = body.replace("$game", game.id());
        Map<String, String> headers = new HashMap<>();
        headers.put("Authorization", ann.token());
        if (!filled.isEmpty()) {
            headers.put("Content-Type", "application/json");
        }
        return ann.client()
                .raw(
                        method,
                        path.replace("$GAME", game.id().toUpperCase(Locale.ROOT)),
                        headers,
                        filled.isEmpty() ? null : filled.getBytes(StandardCharsets.UTF_8));
    }
}
