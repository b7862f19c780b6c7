package evens.app;

import static org.assertj.core.api.Assertions.assertThat;

import evens.app.Recount.Statement;
import evens.app.Venue.Player;
import evens.client.Cancelled;
import evens.client.EvensClient;
import evens.client.Game;
import evens.client.ImportReport;
import evens.client.RawResponse;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The main job on real input: a season is imported, fifty accounts bet on all of it at once, and
 * everything that the exchange then says is counted again from what it said before.
 */
@Tag("season")
class SeasonTest {
    private static final int ACCOUNTS = 50;
    private static final int ORDERS = 20_000;
    private static final int THREADS = 8;
    private static final int FIXTURES = 380;
    private static final String DEPOSIT = "100000";

    @TempDir Path data;

    @Test
    void fiftyAccountsBetOnAWholeSeason() throws Exception {
        Season season = Season.read();
        System.out.println("note: the season is " + season.origin());
        try (Venue venue = new Venue(data)) {
            importedOnce(venue, season);
            List<Game> games = venue.operator().games(Venue.LEAGUE);
            assertThat(games).hasSize(FIXTURES);
            List<Bettor> bettors = bettors(venue, games);

            bet(bettors);

            JsonNode books = books(venue);
            List<Statement> statements = statements(bettors);
            Recount recount = new Recount(statements);
            System.out.println("figure: season, " + recount.matches() + " matches");
            assertThat(recount.matches()).isGreaterThan(ORDERS / 20);
            assertThat(recount.questions()).as("markets with matches").hasSize(Bettor.MARKETS);
            recount.everythingAgrees();
            new RecountOfBooks(statements).agreesWith(books, recount.volumes());
            everyStakeIsSomewhere(bettors, statements, recount);
            assertThat(venue.operator().operator().trialBalance()).isEqualTo("0.000000");

            everybodyCancels(bettors, statements);

            for (JsonNode game : books(venue)) {
                for (String list : RecountOfBooks.LISTS.keySet()) {
                    assertThat(game.required(list)).as(list).isEmpty();
                }
                assertThat(game.required("openInterest").decimalValue()).isZero();
            }
            new Recount(statements(bettors)).everythingAgrees();
            assertThat(venue.operator().operator().trialBalance()).isEqualTo("0.000000");
            venue.server().stop();
        }
    }

    private static void importedOnce(Venue venue, Season season) {
        JsonNode matches = ErrorBody.read(season.json()).required("matches");
        List<Integer> special = new ArrayList<>();
        for (int i = 0; i < matches.size(); i++) {
            JsonNode match = matches.required(i);
            if (!match.has("time") || match.has("status")) {
                special.add(i);
            }
        }
        assertThat(matches.size()).isEqualTo(FIXTURES);
        Instant start = Instant.now().plus(Duration.ofDays(7)).truncatedTo(ChronoUnit.SECONDS);

        ImportReport first = imported(venue, season, start);
        assertThat(first.created()).isEqualTo(FIXTURES);
        assertThat(first.skipped()).isZero();
        assertThat(first.graded()).isZero();
        assertThat(first.reports().stream().map(ImportReport.Row::index).distinct())
                .as("%s", first.reports())
                .isEqualTo(special);
        assertThat(first.reports().toString()).contains("postponed").contains("time");

        ImportReport second = imported(venue, season, start);
        assertThat(second.created()).isZero();
        assertThat(second.skipped()).isEqualTo(FIXTURES);

        List<Game> games = venue.operator().games(Venue.LEAGUE);
        assertThat(games).extracting(Game::id).doesNotHaveDuplicates().hasSize(FIXTURES);
        assertThat(games.stream().map(Game::start).min(Comparator.naturalOrder())).hasValue(start);
    }

    private static ImportReport imported(Venue venue, Season season, Instant start) {
        return venue.operator()
                .operator()
                .importGames(Venue.LEAGUE, Venue.SPORT, "Europe/London", start, season.json());
    }

    private static List<Bettor> bettors(Venue venue, List<Game> games) {
        return IntStream.range(0, ACCOUNTS)
                .mapToObj(number ->
                        new Bettor(venue.player("bettor", DEPOSIT), games, 2026L + number))
                .toList();
    }

    private static void bet(List<Bettor> bettors) throws Exception {
        long begun = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<?>> all = new ArrayList<>();
            for (Bettor bettor : bettors) {
                all.add(threads.submit(() -> bettor.place(ORDERS / ACCOUNTS)));
            }
            for (Future<?> each : all) {
                each.get();
            }
        }
        System.out.printf(
                "figure: season, %d orders in %d ms%n",
                ORDERS, (System.nanoTime() - begun) / 1_000_000);
        assertThat(bettors.stream().mapToInt(bettor -> bettor.tickets().size()).sum())
                .isEqualTo(ORDERS);
    }

    /** The stake of every order is matched, or open, or was released because it does not rest. */
    private static void everyStakeIsSomewhere(
            List<Bettor> bettors, List<Statement> statements, Recount recount) {
        Map<String, BigInteger> made = recount.matchedOfOffers();
        for (int i = 0; i < bettors.size(); i++) {
            Map<String, JsonNode> open = new HashMap<>();
            statements.get(i).unmatched().forEach(row -> open.put(text(row, "id"), row));
            Map<String, JsonNode> matched = new HashMap<>();
            statements.get(i).matched().forEach(row -> matched.put(text(row, "txID"), row));
            for (Bettor.Ticket ticket : bettors.get(i).tickets()) {
                ticket.check(open, matched, made);
            }
            assertThat(open).as("open orders that nobody placed").isEmpty();
        }
    }

    private static void everybodyCancels(List<Bettor> bettors, List<Statement> statements) {
        for (int i = 0; i < bettors.size(); i++) {
            Map<String, JsonNode> open = new HashMap<>();
            statements.get(i).unmatched().forEach(row -> open.put(text(row, "id"), row));
            EvensClient client = bettors.get(i).player().client();
            for (Cancelled entry : client.cancelAll()) {
                assertThat(entry.success()).isTrue();
                JsonNode row = open.remove(String.valueOf(entry.sessionID()));
                assertThat(row).as("%s", entry).isNotNull();
                assertThat(entry.filled())
                        .isEqualByComparingTo(row.required("filled").decimalValue());
                assertThat(entry.remaining())
                        .isEqualByComparingTo(row.required("remaining").decimalValue());
            }
            assertThat(open).as("open orders that were not cancelled").isEmpty();
            assertThat(client.cancelAll()).isEmpty();
            assertThat(client.unmatched()).isEmpty();
        }
    }

    private static List<Statement> statements(List<Bettor> bettors) {
        return bettors.stream().map(bettor -> statement(bettor.player(), DEPOSIT)).toList();
    }

    static Statement statement(Player player, String paidIn) {
        return new Statement(
                player.username(),
                new BigDecimal(paidIn),
                get(player, "/user/getMe").required("user"),
                get(player, "/user/getUnmatched").required("unmatched"),
                get(player, "/user/getMatchedBets").required("matchedBets"));
    }

    private static JsonNode books(Venue venue) {
        EvensClient operator = venue.operator();
        RawResponse response =
                operator.raw(
                        "GET",
                        "/exchange/v2/getOrderbook?league=" + Venue.LEAGUE,
                        Map.of("Authorization", String.valueOf(operator.token())),
                        null);
        assertThat(response.status()).isEqualTo(200);
        return response.json().required("data").required("games");
    }

    private static JsonNode get(Player player, String path) {
        RawResponse response =
                player.client().raw("GET", path, Map.of("Authorization", player.token()), null);
        assertThat(response.status()).as(response.body()).isEqualTo(200);
        return response.json().required("data");
    }

    private static String text(JsonNode row, String field) {
        return row.required(field).asString();
    }

    static BigInteger micros(JsonNode row, String field) {
        return Recount.micros(row.required(field).decimalValue());
    }
}
