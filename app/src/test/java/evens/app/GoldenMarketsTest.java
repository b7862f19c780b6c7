package evens.app;

import evens.app.Venue.Player;
import evens.client.Game;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every answer about markets has the documented keys with the documented types in the documented
 * order, and no others. The files in {@code golden} say which; books are with the other answers.
 */
@Tag("contract")
class GoldenMarketsTest {
    @TempDir static Path data;
    private static Venue venue;
    private static Player reader;

    @BeforeAll
    static void open() {
        venue = new Venue(data);
        reader = venue.player("reader", "100000");
    }

    @AfterAll
    static void close() {
        venue.close();
    }

    /** What is on offer, so that figures are there or are null. */
    static Stream<Arguments> offers() {
        return Table.arguments(
                """
                nothing |
                little  | post home at 150 for 10; post away at 150 for 10; post home -3.5 at 150 for 10; post away 3.5 at 150 for 10; post over 7 at 150 for 10; post under 7 at 150 for 10
                enough  | post home at 150 for 999; post away at 150 for 999; post home -3.5 at 150 for 999; post away 3.5 at 150 for 999; post over 7 at 150 for 999; post under 7 at 150 for 999
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("offers")
    void averagePrices(String section, String offers) {
        Game game = venue.gameOf("AVERAGE-" + section, "basketball", "");
        if (!offers.isEmpty()) {
            Stream.of(offers.split("; ", -1)).forEach(offer -> Wire.rest(reader, game, offer));
        }
        Golden.check(
                "getOddsForAveragePrice",
                section,
                game,
                Wire.get(
                        reader,
                        "/exchange/getOddsForAveragePrice?leagueRequested=" + game.league()));
    }

    @Test
    void aGameWithWhatIsBelowIt() {
        Game game = venue.gameOf("FAMILY", "hockey", ", \"tournamentName\": \"Cup\"");
        Game period = below(game, "1P-FAMILY", "\"periodName\": \"1P\"");
        Game prop = below(game, "FAMILY-PROPS", "\"isSpecials\": true");
        Wire.rest(reader, game, "post home -3.5 at 150 for 10");
        Wire.rest(reader, period, "post home at 150 for 10");
        Wire.rest(reader, prop, "post over 0.5 at 150 for 10");
        Golden.check(
                "getSingleOrderbook",
                "family",
                game,
                Wire.get(reader, "/exchange/getSingleOrderbook?gameID=" + game.id()));
    }

    /** A game of the same teams. */
    private static Game below(Game game, String league, String more) {
        venue.operator().operator().createLeague(league, game.sport());
        String body =
                """
                {"league": "%s", "sport": "%s", "start": "%s", "parentGameID": "%s",
                 "away": {"longName": "%s"}, "home": {"longName": "%s"}, %s}
                """
                        .formatted(
                                league,
                                game.sport(),
                                game.start(),
                                game.id(),
                                game.away().longName(),
                                game.home().longName(),
                                more);
        Wire.data(Wire.post(venue.operator(), "/admin/games", body));
        return venue.operator().games(league).getFirst();
    }

    @Test
    void aFuture() {
        Game future =
                venue.gameOf(
                        "GOLF-FUTURES",
                        "golf",
                        ", \"isSpecials\": true, \"tournamentName\": \"Masters\"");
        Wire.rest(reader, future, "post home at 150 for 10");
        String league = "?league=GOLF-FUTURES";
        Golden.check(
                "getGamesOfAFuture",
                "",
                future,
                Wire.get(reader, "/exchange/v2/getGames" + league));
        Golden.check(
                "getOrderbook",
                "future",
                future,
                Wire.get(reader, "/exchange/v2/getOrderbook" + league));
        Golden.check(
                "getOrdersForGame",
                "future",
                future,
                Wire.get(reader, "/user/getOrdersForGame?gameID=" + future.id()));
    }

    @Test
    void leaguesAndDays() {
        Game game = venue.gameOf("PLAIN", "hockey", ", \"tournamentName\": \"Cup\"");
        Game plain = venue.gameOf("PLAINER", "curling", "");
        Golden.check("getParticipants", "", game, Wire.get(reader, "/exchange/getParticipants"));
        Golden.check(
                "getEvents", "cup", game, Wire.get(reader, "/exchange/getEvents?sport=hockey"));
        Golden.check(
                "getEvents", "alone", plain, Wire.get(reader, "/exchange/getEvents?sport=curling"));
        Golden.check(
                "getMatchedVolume",
                "",
                game,
                Wire.get(
                        reader,
                        "/exchange/getMatchedVolume?startDate=2025-07-30&endDate=2025-07-31"));
    }
}
