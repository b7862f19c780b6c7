package evens.app;

import static org.assertj.core.api.Assertions.assertThat;

import evens.app.Venue.Player;
import evens.client.Game;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Orders that are wrong for their market are refused in their place, and nothing else is. */
@Tag("contract")
class BadOrdersTest {
    private static Venue venue;
    private static Player ann;
    private static Game soccer;
    private static Game basketball;
    private static Game yesNo;

    @BeforeAll
    static void open() {
        venue = Venue.shared();
        ann = venue.player("ann", "100000");
        soccer = venue.game();
        basketball = venue.gameOf("NBA", "basketball", "");
        yesNo =
                venue.gameOf(
                        "NBA-PROPS", "basketball", ", \"isSpecials\": true, \"isYesNo\": true");
    }

    /** A game, what the order says of its market, and what the refusal is about. */
    static Stream<Arguments> wrong() {
        return Table.arguments(
                """
                soccer     | "type": "moneyline", "side": "over"                          | side.*
                soccer     | "type": "moneyline", "side": "yes"                           | side.*
                soccer     | "type": "moneyline", "side": "$game"                         | side.*
                soccer     | "type": "moneyline"                                          | side.*
                soccer     | "type": "moneyline", "side": 7                               | side.*
                soccer     | "type": "spread", "side": "over", "number": 1.5              | side.*
                soccer     | "type": "spread", "side": "$game", "number": 1.5             | side.*
                soccer     | "type": "spread", "side": "$home"                            | number.*
                soccer     | "type": "spread", "side": "$home", "number": null            | number.*
                soccer     | "type": "spread", "side": "$home", "number": "1.5"           | number.*
                soccer     | "type": "spread", "side": "$home", "number": true            | number.*
                soccer     | "type": "spread", "side": "$home", "number": 1.1             | number.*0.25
                soccer     | "type": "spread", "side": "$home", "number": -0.125          | number.*0.25
                soccer     | "type": "spread", "side": "$home", "number": 1000.25         | number.*
                soccer     | "type": "spread", "side": "$home", "number": -1000.25        | number.*
                soccer     | "type": "spread", "side": "$home", "number": 1e9             | number.*
                soccer     | "type": "total", "side": "$home", "number": 2.5              | side.*
                soccer     | "type": "total", "side": "yes", "number": 2.5                | side.*
                soccer     | "type": "total", "side": "Over", "number": 2.5               | side.*
                soccer     | "type": "total", "side": "over"                              | number.*
                soccer     | "type": "total", "side": "over", "number": 2.3               | number.*0.25
                soccer     | "type": "total", "side": "over", "number": -0.25             | number.*
                soccer     | "type": "total", "side": "over", "number": 1000.25           | number.*
                soccer     | "type": "moneyline1x2", "side": "$home", "market": "$home"   | side.*
                soccer     | "type": "moneyline1x2", "side": "over", "market": "$home"    | side.*
                soccer     | "type": "moneyline1x2", "side": "yes"                        | market.*
                soccer     | "type": "moneyline1x2", "side": "yes", "market": "tie"       | market.*
                soccer     | "type": "moneyline1x2", "side": "yes", "market": "$game"     | side or market.*
                soccer     | "type": "moneyline3", "side": "$home"                        | type.*
                soccer     | "type": "Spread", "side": "$home", "number": 1               | type.*
                soccer     | "type": 1, "side": "$home"                                   | type.*
                soccer     | "side": "$home"                                              | type.*
                basketball | "type": "moneyline1x2", "side": "yes", "market": "draw"      | .*not offered.*
                basketball | "type": "moneyline1x2", "side": "no", "market": "$home"      | .*not offered.*
                special    | "type": "spread", "side": "$home", "number": 1.5             | .*not offered.*
                special    | "type": "total", "side": "over", "number": 1.5               | .*not offered.*
                """);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("wrong")
    void aWrongOrderIsRefusedInItsPlace(String on, String market, String error) {
        Game game =
                switch (on) {
                    case "basketball" -> basketball;
                    case "special" -> yesNo;
                    default -> soccer;
                };
        String good = Wire.order(game, "post home at 150 for 10");
        String bad =
                Wire.named(
                        game,
                        "{\"gameID\": \"$game\", \"odds\": 150, \"bet\": 10, " + market + "}");

        JsonNode results = Wire.placeJson(ann, "[" + good + "," + bad + "," + good + "]");

        assertThat(results).hasSize(3);
        ErrorBody.order(results.required(1), "validation_error", error);
        for (int place : new int[] {0, 2}) {
            Wire.has(results.required(place).required("unmatched"), game, "offered 10");
        }
        assertThat(ann.client().cancelAll()).hasSize(2);
    }

    /** The outermost numbers, zero without its sign, and every offer that a game does have. */
    static Stream<Arguments> right() {
        return Table.arguments(
                """
                soccer     | home 1000        | number 1000
                soccer     | away -1000       | number -1000
                soccer     | home -0          | number 0
                soccer     | home 1.50        | number 1.5
                soccer     | home 25e-2       | number 0.25
                soccer     | over 0           | number 0
                soccer     | under 1000       | number 1000
                soccer     | yes draw         | number null, market draw
                basketball | home -3.5        | number -3.5
                basketball | over 220.5       | number 220.5
                basketball | away             | number null
                special    | home             | number null
                """);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("right")
    void theLastThatIsAllowed(String on, String pick, String offer) {
        Game game =
                switch (on) {
                    case "basketball" -> basketball;
                    case "special" -> yesNo;
                    default -> soccer;
                };
        JsonNode result = Wire.place(ann, game, "post " + pick + " at 150 for 10");
        Wire.has(result.path("unmatched"), game, offer);
        assertThat(ann.client().cancelAll()).hasSize(1);
    }
}
