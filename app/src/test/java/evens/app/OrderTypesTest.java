package evens.app;

import static org.assertj.core.api.Assertions.assertThat;

import evens.app.Venue.Player;
import evens.client.Game;
import evens.client.RawResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What each type of order does with what is there, and when an order expires. */
@Tag("contract")
class OrderTypesTest {
    private static Venue venue;
    private static Player ann;
    private static Player bob;
    private Game game;

    @BeforeAll
    static void open() {
        venue = Venue.shared();
        ann = venue.player("ann", "1000000");
        bob = venue.player("bob", "1000000");
    }

    @BeforeEach
    void aNewGame() {
        game = venue.game();
    }

    /** What bob offers on the other side, what ann asks for, and what becomes of it. */
    static Stream<Arguments> orders() {
        return Table.arguments(
                """
                -                         | fillOrKill away at 100 for 100    | fill or kill has no matches
                post home at 100 for 1000 | fillOrKill away at 101 for 100    | fill or kill has no matches
                post home at 100 for 989  | fillOrKill away at 100 for 1000   | fill or kill matched but not fully
                post home at 100 for 990  | fillOrKill away at 100 for 1000   | 990 +0
                post home at 100 for 1000 | fillOrKill away at 100 for 1000   | 1000 +0
                -                         | fillAndKill away at 100 for 100   | fill and kill has no matches
                post home at 100 for 40   | fillAndKill away at 100 for 100   | 40 +0
                -                         | postArb away at 100 for 100       | 0 +100
                post home at -100 for 10  | postArb away at 100 for 100       | 0 +100
                post home at -100 for 10  | postArb away at -101 for 100      | 0 +100
                post home at -100 for 10  | postArb away at -101.1 for 100    | post arb order cannot have matches outside 1%
                post home at -105 for 10  | postArb away at 104 for 100       | 0 +100
                post home at -105 for 10  | postArb away at 103.9 for 100     | post arb order cannot have matches outside 1%
                post home at -200 for 10  | postArb away at 198 for 100       | 0 +100
                post home at -200 for 10  | postArb away at 190 for 100       | post arb order cannot have matches outside 1%
                post home at 200 for 10   | postArb away at -202 for 100      | 0 +100
                post home at 200 for 10   | postArb away at -202.1 for 100    | post arb order cannot have matches outside 1%
                post home at -100 for 10  | post away at 100 for 100          | post order cannot have matches
                """);
    }

    @ParameterizedTest(name = "{0} | {1}")
    @MethodSource("orders")
    void eachTypeHasItsRule(String offer, String order, String outcome) {
        if (!offer.equals("-")) {
            Wire.rest(bob, game, offer);
        }
        JsonNode result = Wire.place(ann, game, order);
        if (!outcome.contains("+")) {
            ErrorBody.order(result, "rejected_order_type_rules", outcome);
            return;
        }
        String[] parts = outcome.split(" \\+", 2);
        JsonNode matched = result.required("matched");
        assertThat(matched).hasSize(parts[0].equals("0") ? 0 : 1);
        if (!parts[0].equals("0")) {
            Wire.has(matched.required(0), game, "amount " + parts[0]);
        }
        Wire.has(
                result.required("unmatched"),
                game,
                "offered " + (parts[1].equals("0") ? "-" : parts[1]));
        assertThat(result.toString()).doesNotContain("isPostArb");
    }

    @Test
    void aPostArbSaysSoInBooksAndLists() {
        Wire.rest(ann, game, "postArb home at 125 for 100");
        Wire.rest(bob, game, "post home at 130 for 100");
        JsonNode offers = Wire.book(bob, game).required("awayMoneylines");
        Wire.has(offers.required(0), game, "isPostArb true, bet 100");
        Wire.has(offers.required(1), game, "isPostArb -");
        Wire.has(Wire.onlyRow(ann, "/user/getUnmatched", game), game, "isPostArb true");
        Wire.has(Wire.onlyRow(bob, "/user/getUnmatched", game), game, "isPostArb -");
    }

    @Test
    void onlyALaterOrderTakesACrossedPostArb() {
        Wire.rest(bob, game, "post home at -100 for 10");
        String arb = Wire.rest(ann, game, "postArb away at -101 for 100");
        assertThat(ann.client().matchedBets()).noneMatch(bet -> bet.gameID().equals(game.id()));
        JsonNode taken = Wire.place(bob, game, "limit home at 100 for 20");
        Wire.has(taken.required("matched").required(0), game, "odds 101, orderID " + arb);
    }

    /** The account's default in minutes, what the order says, and when it expires in minutes. */
    static Stream<Arguments> expiries() {
        return Table.arguments(
                """
                null | absent | start
                0    | absent | start
                7    | absent | 7
                7    | null   | 7
                7    | 0      | start
                7    | 3      | 3
                null | 3      | 3
                null | 525600 | start
                """);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("expiries")
    void whenAnOrderExpires(String byDefault, String said, String expected) {
        Player player = venue.player("carl", "1000");
        JsonNode user = change(player, "{\"defaultExpiry\":%s}".formatted(byDefault));
        String shown = byDefault.equals("0") ? "null" : byDefault;
        Wire.has(user, game, "defaultExpiry " + shown);
        Wire.has(
                Wire.data(Wire.get(player, "/user/getMe")).required("user"),
                game,
                "defaultExpiry " + shown);
        String order = Wire.order(game, "post home at 125 for 10");
        if (!said.equals("absent")) {
            order = order.replace("}", ",\"expirationMinutes\":%s}".formatted(said));
        }
        Wire.placeJson(player, "[" + order + "]");
        JsonNode row = Wire.onlyRow(player, "/user/getUnmatched", game);
        if (expected.equals("start")) {
            Wire.has(row, game, "expiry null");
        } else {
            Instant created = Instant.parse(row.required("createdAt").asString());
            Instant expiry = created.plus(Duration.ofMinutes(Long.parseLong(expected)));
            assertThat(Instant.parse(row.required("expiry").asString())).isEqualTo(expiry);
        }
    }

    static Stream<String> wrongDefaults() {
        return Stream.of("-1", "525601", "1.5", "\"5\"", "true", "[]");
    }

    @ParameterizedTest
    @MethodSource("wrongDefaults")
    void aDefaultThatIsNoneIsRefused(String value) {
        RawResponse response = patch(bob, "{\"defaultExpiry\":%s}".formatted(value));
        assertThat(response.status()).as(response.body()).isEqualTo(400);
        ErrorBody.string(response, "defaultExpiry must be an integer from 0 to 525600");
    }

    @Test
    void anotherChangeLeavesTheDefault() {
        change(bob, "{\"defaultExpiry\":9}");
        Wire.has(change(bob, "{\"commission\":0.01}"), game, "defaultExpiry 9");
        Wire.has(change(bob, "{\"defaultExpiry\":null}"), game, "defaultExpiry null");
    }

    private static JsonNode change(Player player, String body) {
        return Wire.data(patch(player, body)).required("user");
    }

    private static RawResponse patch(Player player, String body) {
        return Wire.send(venue.operator(), "PATCH", "/admin/accounts/" + player.id(), body);
    }
}
