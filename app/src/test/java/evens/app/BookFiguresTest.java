package evens.app;

import static org.assertj.core.api.Assertions.assertThat;

import evens.app.Venue.Player;
import evens.client.Game;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The figures beside a book: main lines, open interest and matched volumes, worked by hand. */
@Tag("contract")
class BookFiguresTest {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static Venue venue;
    private static Player maker;
    private static Player taker;

    @BeforeAll
    static void open() {
        venue = Venue.shared();
        maker = venue.player("maker", "1000000");
        taker = venue.player("taker", "1000000");
    }

    /** Offers, and the main lines that they make. */
    static Stream<Arguments> mainLines() {
        return Table.arguments(
                """
                home at 105; away at 105                        | mainHomeSpread 0, mainAwaySpread 0, mainTotal 0
                home -3.5 at 105                                | mainHomeSpread 0, mainAwaySpread 0, mainTotal 0
                home -3.5 at 105; away 3.5 at 105               | mainHomeSpread -3.5, mainAwaySpread 3.5
                home 3.5 at 105; away -3.5 at 105               | mainHomeSpread 3.5, mainAwaySpread -3.5
                home -3.5 at 105; away 2.5 at 105               | mainHomeSpread 0, mainAwaySpread 0
                home 0 at 105; away 0 at 105                    | mainHomeSpread 0, mainAwaySpread 0
                home -3.5 at 140; away 3.5 at 105; home -2.5 at 105; away 2.5 at 120 | mainAwaySpread 2.5
                home -3.5 at 105; away 3.5 at 105; home -2.5 at -120; away 2.5 at 125 | mainAwaySpread 3.5
                home -3.5 at 120; away 3.5 at 105; home -3.5 at 105; home -2.5 at 105; away 2.5 at 110 | mainAwaySpread 3.5
                home -3.5 at 105; away 3.5 at 105; home -2.5 at 110; away 2.5 at 110 | mainAwaySpread 2.5
                over 2.5 at 105; under 2.5 at 110; over 3 at 105; under 3 at 105 | mainTotal 3, mainAwaySpread 0
                over 2.25 at 105; under 2.25 at 110; over 3 at 105; under 3 at 140 | mainTotal 2.25
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mainLines")
    void mainLines(String offers, String lines) {
        Game game = venue.gameOf("LINES-" + COUNT.incrementAndGet(), "hockey", "");
        for (String offer : offers.split("; ", -1)) {
            Wire.rest(maker, game, "post " + offer + " for 10");
        }
        for (JsonNode book : everywhere(game)) {
            Wire.has(book, game, lines);
        }
    }

    /** The game in every read that shows it with its figures. */
    private static List<JsonNode> everywhere(Game game) {
        List<JsonNode> books = new ArrayList<>();
        books.add(Wire.book(taker, game));
        String league = "leagueRequested=" + game.league();
        books.add(data("getSingleOrderbook?gameID=" + game.id()).required("game"));
        books.add(data("getOrderbook?" + league).required("games").required(0));
        books.add(data("getOrderbookPaginated?" + league).required("games").required(0));
        JsonNode averages =
                Wire.get(taker, "/exchange/getOddsForAveragePrice?" + league)
                        .json()
                        .required("games")
                        .required(0);
        books.add(averages);
        books.add(averages.required("odds"));
        return books;
    }

    private static JsonNode data(String read) {
        return Wire.data(Wire.get(taker, "/exchange/" + read));
    }

    /** A game, what is offered on it, what is taken of that, and what is left of the offer. */
    private static final String TRADES =
            """
            root  | home at -110 for 100       | away at 110 for 60         | 126 matched, 100 offered
            root  | home -0.25 at 150 for 20   | away 0.25 at -150 for 15   | 25 matched, 20 offered
            root  | over 2.75 at 100 for 30    | under 2.75 at 100 for 30   | 60 matched, 0 offered
            root  | no home at -120 for 500    | yes home at 120 for 100    | 220 matched, 500 offered
            root  | yes draw at 300 for 5      | no draw at -300 for 15     | 20 matched, 0 offered
            half  | home at 100 for 10         | away at 100 for 10         | 20 matched, 0 offered
            prop  | over 0.5 at 200 for 10     | under 0.5 at -200 for 20   | 30 matched, 0 offered
            below | away at 100 for 8          | home at 100 for 7          | 14 matched, 8 offered
            """;

    @Test
    void volumesOfAGameAndOfWhatIsBelowIt() {
        BigDecimal before = matchedToday();
        Game root = venue.gameOf("FIGURES", "soccer", "");
        Game half = child("1H-FIGURES", root, ", \"periodName\": \"1H\"");
        Game prop = child("FIGURES-PROPS", root, ", \"isSpecials\": true");
        Game below = child("FIGURES-PROPS", half, ", \"isSpecials\": true");
        Game sibling = venue.gameOf("FIGURES", "soccer", "");
        for (String[] row : Table.rows(TRADES)) {
            Game game =
                    switch (row[0]) {
                        case "root" -> root;
                        case "half" -> half;
                        case "prop" -> prop;
                        default -> below;
                    };
            Wire.rest(maker, game, "post " + row[1]);
            assertThat(Wire.place(taker, game, "fillAndKill " + row[2]).required("matched"))
                    .hasSize(1);
        }
        String open = Wire.rest(taker, root, "post over 3.25 at 150 for 10");
        String also = Wire.rest(taker, sibling, "post away at 150 for 10");
        Wire.rest(taker, half, "post away at 150 for 10");

        JsonNode single = data("getSingleOrderbook?gameID=" + root.id());

        String family = ", rootGameMatchedVolumeIncludingChildren 515";
        has(single.required("game"), root, "openInterest 630, matchedVolume 451" + family);
        has(single.required("game"), root, "matchedVolumeGameType root");
        JsonNode volumes = single.required("game").required("matchedVolumeByMarket");
        has(volumes, root, "moneyline 126");
        has(volumes.required("moneyline1x2"), root, root.home().id() + " 220, draw 20");
        has(volumes.required("moneyline1x2"), root, root.away().id() + " 0");
        assertThat(volumes.required("byAwaySpread").toString()).isEqualTo("{\"0.25\":25}");
        assertThat(volumes.required("byTotal").toString()).isEqualTo("{\"2.75\":60}");

        assertThat(ids(single.required("childGames"))).containsExactly(half.id());
        has(
                single.required("childGames").required(0),
                half,
                "matchedVolume 20, openInterest 10, matchedVolumeGameType child" + family);
        assertThat(ids(single.required("propGames"))).containsExactly(prop.id(), below.id());
        has(
                single.required("propGames").required(0),
                prop,
                "matchedVolume 30, openInterest 0, matchedVolumeGameType child" + family);
        has(
                single.required("propGames").required(1),
                below,
                "matchedVolume 14, openInterest 8, matchedVolumeGameType child" + family);
        assertThat(ids(single.required("orderSummary"))).containsExactly(open, also);
        assertThat(single.required("orderSummary").required(0).has("game")).isFalse();

        JsonNode ofHalf = data("getSingleOrderbook?gameID=" + half.id());
        assertThat(ids(ofHalf.required("childGames"))).isEmpty();
        assertThat(ids(ofHalf.required("propGames"))).containsExactly(below.id());
        for (JsonNode book : everywhere(root).subList(0, 4)) {
            has(book, root, "openInterest 630, matchedVolume 451" + family);
        }
        has(everywhere(root).get(4), root, "matchedVolume 451");
        assertThat(matchedToday().subtract(before)).isEqualByComparingTo("515");
    }

    /** Both by the view alone and with the history, which may be behind. */
    private static BigDecimal matchedToday() {
        LocalDate today = LocalDate.now(ZoneId.of("America/New_York"));
        BigDecimal alone = matched(today, today.plusDays(1));
        assertThat(matched(today.minusDays(1), today)).isEqualByComparingTo(alone);
        return alone;
    }

    private static BigDecimal matched(LocalDate first, LocalDate last) {
        return data("getMatchedVolume?startDate=" + first + "&endDate=" + last)
                .required("matchedVolume")
                .decimalValue();
    }

    private static Game child(String league, Game parent, String more) {
        return venue.gameOf(league, "soccer", ", \"parentGameID\": \"" + parent.id() + "\"" + more);
    }

    private static List<String> ids(JsonNode rows) {
        return rows.valueStream().map(row -> row.required("id").asString()).toList();
    }

    private static void has(JsonNode object, Game game, String words) {
        Wire.has(object, game, words);
    }
}
