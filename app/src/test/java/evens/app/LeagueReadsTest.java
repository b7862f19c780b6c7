package evens.app;

import static org.assertj.core.api.Assertions.assertThat;

import evens.app.Venue.Player;
import evens.client.Game;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Games of every kind, and in which lists they are found. */
@Tag("contract")
class LeagueReadsTest {
    @TempDir static Path data;
    private static Venue venue;
    private static Player ann;
    private static final Map<String, String> IDS = new HashMap<>();

    @BeforeAll
    static void open() {
        venue = new Venue(data);
        ann = venue.player("ann", "1000");
        for (String[] row :
                Table.rows(
                        """
                        match   | SERIE-A        | soccer   | 1 |        |
                        half    | 1H-SERIE-A     | soccer   | 2 | match  | "periodName": "1H"
                        cards   | SERIE-A-PROPS  | soccer   | 3 | match  | "isSpecials": true
                        goals   | SERIE-A-PROPS  | soccer   | 4 | half   | "isSpecials": true
                        ball    | MLB            | baseball | 5 |        | "featured": true
                        five    | F5-MLB         | baseball | 6 | ball   | "periodName": "F5"
                        masters | GOLF-FUTURES   | golf     | 7 |        | "isSpecials": true, "tournamentName": "Masters"
                        rain    | WEATHER        | other    | 8 |        | "isSpecials": true, "isYesNo": true
                        over    | SERIE-A        | soccer   | 9 |        |
                        """)) {
            create(row[0], row[1], row[2], row[3], row[4], row[5]);
        }
        admin("/admin/games/" + IDS.get("match") + "/live");
        admin("/admin/games/" + IDS.get("over") + "/close");
        create("tennis", "ATP-LIVE", "tennis", "-1", "", "\"live\": true");
    }

    @AfterAll
    static void close() {
        venue.close();
    }

    private static void create(
            String name, String league, String sport, String hours, String parent, String more) {
        String body =
                """
                {"league": "%s", "sport": "%s", "start": "%s", "eventName": "%s",
                 "away": {"longName": "%s A"}, "home": {"longName": "%s H"}%s%s}
                """
                        .formatted(
                                league,
                                sport,
                                Instant.now().plus(Duration.ofHours(Long.parseLong(hours))),
                                name,
                                name,
                                name,
                                parent.isEmpty()
                                        ? ""
                                        : ", \"parentGameID\": \"" + IDS.get(parent) + "\"",
                                more.isEmpty() ? "" : ", " + more);
        venue.operator().operator().createLeague(league, sport);
        JsonNode game = Wire.data(Wire.post(venue.operator(), "/admin/games", body));
        IDS.put(name, game.required("game").required("id").asString());
    }

    private static void admin(String path) {
        Wire.data(Wire.post(venue.operator(), path, "{\"reason\": \"a test\"}"));
    }

    /** A read and the names of its games in order; the live game of the match has its name. */
    static Stream<Arguments> reads() {
        return Table.arguments(
                """
                v2/getGames?league=SERIE-A             | match
                v2/getGames?league=serie-a&sport=SOCCER | match
                v2/getGames?league=SERIE-A&sport=golf  |
                getGames?league=1H-SERIE-A             | half
                v2/getGames?league=SERIE-A-PROPS       | cards goals
                v2/getGames?league=F5-MLB              | five
                v2/getGames?league=GOLF-FUTURES        | masters
                v2/getGames?league=WEATHER             | rain
                v2/getGames?league=SERIE-A-LIVE        | match
                v2/getGames?league=live                | tennis match
                v2/getGames?league=LIVE&sport=tennis   | tennis
                v2/getGames?league=Upcoming            | tennis match match half cards goals ball five masters rain
                v2/getGames?league=upcoming&sport=golf | masters
                v2/getGames?league=all&sport=soccer    | match match half cards goals
                v2/getGames?league=NOPE                |
                v2/getOrderbook?league=serie-a         | match
                v2/getOrderbook?league=LIVE            | tennis match
                v2/getOrderbook?league=all&sport=golf  | masters
                v2/getOrderbook?league=NOPE            |
                v2/getOrderbook?gameID=$over           | over
                v2/getOrderbook?gameID=$rain&league=MLB | rain
                getOrderbook?leagueRequested=serie-a   | match
                getOrderbook?leagueRequested=SERIE-A-PROPS | cards goals
                getOrderbook?leagueRequested=LIVE      | tennis match
                getOrderbook?leagueRequested=NOPE      |
                getOrderbookPaginated                  | tennis match match half cards goals ball five masters rain
                getOrderbookPaginated?leagueRequested=&sportRequested= | tennis match match half cards goals ball five masters rain
                getOrderbookPaginated?leagueRequested=mlb | ball
                getOrderbookPaginated?sportRequested=Baseball | ball five
                getOrderbookPaginated?leagueRequested=MLB&sportRequested=golf |
                getOrderbookPaginated?leagueRequested=NOPE |
                getEvents                              | tennis match ball masters rain
                getEvents?sport=SOCCER                 | match
                getEvents?sport=nope                   |
                getOddsForAveragePrice?leagueRequested=SERIE-A-PROPS | cards goals
                getOddsForAveragePrice?leagueRequested=live | tennis match
                getOddsForAveragePrice?leagueRequested=NOPE |
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("reads")
    void games(String read, String names) {
        assertThat(names(get(read))).as(read).isEqualTo(names);
    }

    /** Page, its size, the names on it; there are ten games. */
    @ParameterizedTest(name = "page {0} of {1}")
    @CsvSource(
            nullValues = "-",
            value = {
                "1, 3, tennis match match",
                "2, 3, half cards goals",
                "4, 3, rain",
                "5, 3, ''",
                "999999999, 100, ''",
                "10, 1, rain",
                "1, 100, tennis match match half cards goals ball five masters rain",
            })
    void pages(int page, int size, String names) {
        JsonNode answer = get("getOrderbookPaginated?page=" + page + "&pageSize=" + size);
        assertThat(names(answer)).isEqualTo(names);
        JsonNode rest = answer.required("data");
        assertThat(
                        List.of(
                                rest.required("page"),
                                rest.required("pageSize"),
                                rest.required("total")))
                .extracting(JsonNode::intValue)
                .containsExactly(page, size, 10);
        assertThat(
                        Wire.post(
                                        ann,
                                        "/exchange/getOrderbookPaginated",
                                        "{\"page\": %d, \"pageSize\": \"%d\"}"
                                                .formatted(page, size))
                                .json())
                .isEqualTo(answer);
    }

    /** A sport, its leagues, and the words that stand for more than one. */
    static Stream<Arguments> leagues() {
        return Table.arguments(
                """
                soccer   | 1H-SERIE-A PREMIER-LEAGUE SERIE-A SERIE-A-LIVE SERIE-A-PROPS LIVE all
                Soccer   | 1H-SERIE-A PREMIER-LEAGUE SERIE-A SERIE-A-LIVE SERIE-A-PROPS LIVE all
                golf     | GOLF-FUTURES all
                baseball | F5-MLB MLB
                tennis   | ATP-LIVE LIVE
                football | NFL-LIVE
                nope     |
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("leagues")
    void leagues(String sport, String names) {
        venue.operator().operator().createLeague("NFL-LIVE", "football");
        List<String> found = new ArrayList<>();
        get("getLeagues?sport=" + sport)
                .required("data")
                .required("availableLeagues")
                .forEach(name -> found.add(name.asString()));
        assertThat(String.join(" ", found)).isEqualTo(names);
    }

    /** What is said of each kind of game, wherever it is shown with a book. */
    static Stream<Arguments> kinds() {
        return Table.arguments(
                """
                match   | league SERIE-A, live false, isSpecials false, parentGameID null, periodName Full Time, isYesNo false, isMarketOpen true
                half    | league 1H-SERIE-A, parentGameID $match, periodName 1H, isSpecials false, matchedVolumeGameType child
                cards   | league SERIE-A-PROPS, parentGameID $match, isSpecials true, tournamentName null
                goals   | parentGameID $half, isSpecials true
                ball    | featured true, matchedVolumeGameType root
                masters | isSpecials true, parentGameID null, tournamentName Masters
                rain    | isSpecials true, isYesNo true, parentGameID null
                over    | isMarketOpen false
                tennis  | live true, league ATP-LIVE, parentGameID null
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void kinds(String name, String words) {
        Game any = venue.operator().games("SERIE-A").getFirst();
        JsonNode flat = get("v2/getOrderbook?gameID=" + IDS.get(name));
        JsonNode single = get("getSingleOrderbook?gameID=" + IDS.get(name));
        Wire.has(flat.required("data").required("games").required(0), any, filled(words));
        Wire.has(single.required("data").required("game"), any, filled(words));
    }

    @Test
    void theTournamentOfAFutureStandsInThePlaceOfAPitcher() {
        String league = "?league=GOLF-FUTURES&leagueRequested=GOLF-FUTURES";
        for (String read :
                List.of(
                        "v2/getGames",
                        "v2/getOrderbook",
                        "getOrderbook",
                        "getOrderbookPaginated",
                        "getOddsForAveragePrice")) {
            JsonNode game = list(get(read + league)).required(0);
            for (JsonNode participant : game.required("participants")) {
                assertThat(participant.required("mainPitcher").asString()).isEqualTo("Masters");
            }
        }
        for (JsonNode game : list(get("v2/getGames?league=upcoming"))) {
            boolean future = List.of("masters", "rain").contains(name(game));
            assertThat(game.required("participants").required(0).has("mainPitcher"))
                    .as("%s", game)
                    .isEqualTo(future);
        }
    }

    /** One row for a participant of a league, however many games it plays there. */
    @Test
    void participants() {
        create("again", "SERIE-A", "soccer", "10", "", "\"featured\": true");
        String more =
                """
                {"league": "SERIE-A", "sport": "soccer", "start": "%s",
                 "away": {"longName": "again H", "shortName": "AG"}, "home": {"longName": "match A"}}
                """
                        .formatted(Instant.now().plus(Duration.ofHours(11)));
        JsonNode game =
                Wire.data(Wire.post(venue.operator(), "/admin/games", more)).required("game");
        List<String> all = participants("");
        List<String> active = participants("?active=true");
        List<String> inactive = participants("?active=false");
        JsonNode asked = get("getParticipants?active=TRUE");
        JsonNode posted = Wire.post(ann, "/exchange/getParticipants", "{\"active\": true}").json();
        admin("/admin/games/" + IDS.get("again") + "/close");
        admin("/admin/games/" + game.required("id").asString() + "/close");

        assertThat(all).doesNotHaveDuplicates().isEqualTo(inactive);
        assertThat(all)
                .contains("tennis A ATP-LIVE", "over A SERIE-A", "over H SERIE-A")
                .contains("match A SERIE-A", "match A SERIE-A-LIVE", "again H SERIE-A");
        assertThat(active)
                .isSubsetOf(all)
                .contains(
                        "match A SERIE-A",
                        "match A SERIE-A-LIVE",
                        "again H SERIE-A",
                        "rain A WEATHER")
                .doesNotContain("tennis A ATP-LIVE", "over A SERIE-A", "over H SERIE-A");
        assertThat(posted).isEqualTo(asked);
    }

    private static List<String> participants(String query) {
        List<String> names = new ArrayList<>();
        for (JsonNode row : list(get("getParticipants" + query))) {
            names.add(
                    row.required("longName").asString() + " " + row.required("league").asString());
        }
        return names;
    }

    private static JsonNode get(String read) {
        var response = Wire.get(ann, "/exchange/" + filled(read));
        assertThat(response.status()).as(response.body()).isEqualTo(200);
        return response.json();
    }

    private static String filled(String text) {
        String filled = text;
        for (Map.Entry<String, String> id : IDS.entrySet()) {
            filled = filled.replace("$" + id.getKey(), id.getValue());
        }
        return filled;
    }

    /** The only list of an answer. */
    private static JsonNode list(JsonNode answer) {
        JsonNode top = answer.has("data") ? answer.required("data") : answer;
        return top.valueStream().filter(JsonNode::isArray).findFirst().orElseThrow();
    }

    private static String names(JsonNode answer) {
        return String.join(" ", list(answer).valueStream().map(LeagueReadsTest::name).toList());
    }

    private static String name(JsonNode game) {
        return game.required("eventName").asString();
    }
}
