package evens.app;

import evens.app.Venue.Player;
import evens.client.Game;
import evens.client.RawResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * Every answer that a client reads has the documented keys with the documented types in the
 * documented order, and no others. The files in {@code golden} say which.
 */
@Tag("contract")
class GoldenReadsTest {
    @TempDir static Path data;
    private static Venue venue;
    private static Player reader;

    @BeforeAll
    static void open() {
        venue = new Venue(data);
        reader = venue.player("reader", "1000");
    }

    @AfterAll
    static void close() {
        venue.close();
    }

    /** A market, an offer on it, an order that takes half of it, and one that takes the rest. */
    static Stream<Arguments> markets() {
        return Table.arguments(
                """
                moneyline    | home at 100 for 10       | away at 100 for 5       | away at 100 for 15
                spread       | home -0.25 at 100 for 10 | away 0.25 at 100 for 5  | away 0.25 at 100 for 15
                total        | over 2.75 at 100 for 10  | under 2.75 at 100 for 5 | under 2.75 at 100 for 15
                moneyline1x2 | no home at 100 for 10    | yes home at 100 for 5   | yes home at 100 for 15
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("markets")
    void whatATraderReads(String market, String offered, String half, String more) {
        Game game = venue.game();
        Player maker = venue.player("maker", "1000");
        Player taker = venue.player("taker", "1000");
        String id =
                ordered(maker, game, "post " + offered)
                        .path("unmatched")
                        .path("orderID")
                        .asString();
        ordered(taker, game, "fillAndKill " + half);

        Golden.check("getUnmatched", market, game, Wire.get(maker, "/user/getUnmatched"));
        Golden.check("getMatchedBets", market, game, Wire.get(maker, "/user/getMatchedBets"));
        Golden.check("getMatchedBets", market, game, Wire.get(taker, "/user/getMatchedBets"));
        Golden.check(
                "getOrdersForGame",
                market,
                game,
                Wire.get(maker, "/user/getOrdersForGame?gameID=" + game.id()));
        Golden.check(
                "getGameLiability",
                market,
                game,
                Wire.get(maker, "/user/getGameLiability?gameID=" + game.id()));
        Golden.check(
                "lookupOrder", market, game, Wire.get(maker, "/session/lookupOrder?orderID=" + id));
        Golden.check("placeRefused", market, game, placed(taker, game, "post " + half));
        Golden.check("place", market, game, placed(taker, game, "limit " + more));
        Golden.check(
                "lookupOrder", market, game, Wire.get(maker, "/session/lookupOrder?orderID=" + id));

        String rest = taker.client().unmatched().getFirst().id();
        Golden.check(
                "cancel",
                market,
                game,
                Wire.post(taker, "/session/cancel", "{\"sessionID\":\"" + rest + "\"}"));
    }

    /** A sport and the offers of others that fill every list of its book. */
    static Stream<Arguments> sports() {
        String everywhere =
                "away at 150; home -0.25 at 150; away 0.25 at 150; over 2.75 at 150; under 2.75 at"
                        + " 150";
        return Stream.of(
                Arguments.of(
                        "soccer",
                        everywhere
                                + "; yes home at 150; no home at 150; yes away at 150; no away at"
                                + " 150; yes draw at 150; no draw at 150"),
                Arguments.of("basketball", everywhere));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sports")
    void books(String sport, String offers) {
        Game game = venue.gameOf("BOOKS-OF-" + sport.toUpperCase(Locale.ROOT), sport, "");
        Player other = venue.player("other", "1000");
        for (String offer : offers.split("; ", -1)) {
            Wire.rest(other, game, "post " + offer + " for 10");
        }
        Wire.rest(reader, game, "post home at 150 for 10");

        for (String which : List.of("gameID=" + game.id(), "league=" + game.league())) {
            Golden.check(
                    "getOrderbook",
                    sport,
                    game,
                    Wire.get(reader, "/exchange/v2/getOrderbook?" + which));
        }
        Golden.check(
                "getSingleOrderbook",
                sport,
                game,
                Wire.get(reader, "/exchange/getSingleOrderbook?gameID=" + game.id()));
        Golden.check(
                "getOrderbookV1",
                sport,
                game,
                Wire.get(reader, "/exchange/getOrderbook?leagueRequested=" + game.league()));
        Golden.check(
                "getOrderbookPaginated",
                sport,
                game,
                Wire.get(
                        reader,
                        "/exchange/getOrderbookPaginated?leagueRequested=" + game.league()));
        reader.client().cancelAll();
    }

    @Test
    void whoAmI() {
        Golden.check("getMe", "", venue.game(), Wire.get(reader, "/user/getMe"));
    }

    @Test
    void leaguesAndGames() {
        Game game = venue.game();
        Golden.check("getLeagues", "", game, Wire.get(reader, "/exchange/getLeagues"));
        for (String version : List.of("/exchange/v2/getGames", "/exchange/getGames")) {
            Golden.check(
                    "getGames", "", game, Wire.get(reader, version + "?league=" + game.league()));
        }
    }

    private static JsonNode ordered(Player player, Game game, String words) {
        return Wire.data(placed(player, game, words)).required("createdSessions").required(0);
    }

    /** An order with a reference, so that its key is there. */
    private static RawResponse placed(Player player, Game game, String words) {
        String order = Wire.order(game, words).replaceFirst("}$", ",\"userReference\":\"mine\"}");
        return Wire.post(player, "/session/v3/place", "{\"orders\":[" + order + "]}");
    }
}
