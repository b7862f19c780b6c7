package evens.app;

import static org.assertj.core.api.Assertions.assertThat;

import evens.app.Venue.Player;
import evens.client.Game;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What the price feed says of books, games and volumes. */
@Tag("long")
class PriceFeedTest {
    private static Venue venue;
    private static Player maker;
    private static Player taker;
    private static PriceTalk makers;
    private static PriceTalk takers;

    @BeforeAll
    static void open() {
        venue = Venue.shared();
        maker = venue.player("maker", "100000");
        taker = venue.player("taker", "100000");
        makers = PriceTalk.of(venue, maker);
        takers = PriceTalk.of(venue, taker);
    }

    @AfterAll
    static void close() {
        makers.close();
        takers.close();
    }

    /** What is offered, and the ladder and the offer that takers see. */
    static Stream<Arguments> offers() {
        return Table.arguments(
                """
                home at -110 for 100         | type moneyline, participantID $away, market main, side $away, OU null, total null, spread null          | odds 110, bet 100, sumUntaken 90.909091
                away at 150 for 10           | type moneyline, participantID $home, market main, side $home, OU null, total null, spread null          | odds -150, bet 10, sumUntaken 15
                home -3.5 at -110 for 11     | type spread, participantID $away, market main, side $away, OU null, total null, spread 3.5              | odds 110, bet 11, sumUntaken 10
                away 0.25 at 100 for 10      | type spread, participantID $home, market main, side $home, OU null, total null, spread -0.25            | odds 100, bet 10, sumUntaken 10
                over 220.5 at 105 for 20     | type total, participantID null, market main, side under, OU under, total 220.5, spread null            | odds -105, bet 20, sumUntaken 21
                under 7 at 100 for 5         | type total, participantID null, market main, side over, OU over, total 7, spread null                  | odds 100, bet 5, sumUntaken 5
                no home at -120 for 500      | type moneyline1x2, participantID , market $home, side yes, OU -, total -, spread -                      | odds 120, bet 500, sumUntaken 416.666667
                yes draw at 300 for 10       | type moneyline1x2, participantID , market draw, side no, OU -, total -, spread -                        | odds -300, bet 10, sumUntaken 30
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("offers")
    void whatIsOfferedIsSeenByTakers(String words, String ladder, String offer) {
        Game game = venue.gameOf("SEEN", "soccer", "");
        String id = Wire.rest(maker, game, "post " + words);
        JsonNode seen = takers.payloads("orderUpdate", game).getFirst();
        Wire.has(seen, game, "gameID $game, parentGameID null, league SEEN, sport soccer");
        Wire.has(seen, game, ladder);
        assertThat(seen.required("sideOrders")).hasSize(1);
        JsonNode entry = seen.required("sideOrders").required(0);
        Wire.has(entry, game, ladder);
        Wire.has(entry, game, offer + ", takenRatio 0, createdBy -, id " + id);
        JsonNode own = makers.payloads("orderUpdate", game).getFirst();
        Wire.has(own.required("sideOrders").required(0), game, "createdBy " + maker.id());
    }

    @Test
    void aLadderIsToldWholeWheneverItChanges() {
        Game game = venue.game();
        String first = Wire.rest(maker, game, "post home at -110 for 100");
        String second = Wire.rest(maker, game, "post home at -105 for 10");
        Wire.place(taker, game, "fillAndKill away at 110 for 60");
        maker.client().cancel(first);
        maker.client().cancel(second);
        List<JsonNode> told = takers.payloads("orderUpdate", game);
        assertThat(told.getLast().required("sideOrders")).isEmpty();
        long before = 0;
        for (JsonNode each : told) {
            assertThat(each.required("sequence").asLong()).isGreaterThan(before);
            before = each.required("sequence").asLong();
        }
        Wire.place(maker, game, "post home at -110 for 100");
        Wire.place(maker, game, "post home at -105 for 10");
        JsonNode both = takers.payloads("orderUpdate", game).getLast().required("sideOrders");
        Wire.has(both.required(0), game, "odds 110");
        Wire.has(both.required(1), game, "odds 105");
    }

    @Test
    void whatIsTakenIsLessAndIsMatchedVolume() {
        Game game = venue.game();
        Wire.rest(maker, game, "post home at -110 for 100");
        takers.frames();
        Wire.place(taker, game, "limit away at 105 for 60");
        List<JsonNode> frames = takers.frames();
        JsonNode ladder = PriceTalk.about(frames, "orderUpdate", game).getLast();
        Wire.has(
                ladder.required("sideOrders").required(0),
                game,
                "takenRatio 0.66, sumUntaken 30.909091, bet 100");
        Wire.has(
                PriceTalk.about(frames, "matchedVolumeUpdate", game).getLast(),
                game,
                "matchedVolume 126, parentGameID null");
        Wire.place(taker, game, "limit away at 110 for 30");
        Wire.has(takers.payloads("matchedVolumeUpdate", game).getLast(), game, "matchedVolume 189");
    }

    @Test
    void theMainLinesAreThoseOfTheMoment() {
        Game game = venue.game();
        Wire.rest(maker, game, "post home -3.5 at -110 for 10");
        Wire.has(
                takers.payloads("orderUpdate", game).getLast(),
                game,
                "mainHomeSpread 0, mainAwaySpread 0, mainTotal 0");
        Wire.rest(maker, game, "post away 3.5 at -110 for 10");
        Wire.rest(maker, game, "post over 220.5 at -110 for 10");
        Wire.rest(maker, game, "post under 220.5 at -110 for 10");
        Wire.has(
                takers.payloads("orderUpdate", game).getLast(),
                game,
                "mainHomeSpread -3.5, mainAwaySpread 3.5, mainTotal 220.5");
    }

    @Test
    void framesOfLaddersAreCountedWithoutGaps() {
        Game game = venue.game();
        PriceTalk talk = PriceTalk.of(venue, taker);
        for (int i = 0; i < 20; i++) {
            String id = Wire.rest(maker, game, "post home at 150 for 5");
            maker.client().cancel(id);
        }
        long epoch = 0;
        for (JsonNode frame : talk.frames()) {
            if (frame.required(0).asString().equals("orderUpdate")) {
                epoch++;
                assertThat(frame.required(1).required("epoch").asLong()).isEqualTo(epoch);
            }
        }
        assertThat(epoch).isPositive();
        talk.close();
    }

    @Test
    void aGameIsToldWhenItIsMadeMovedClosedAndStopped() {
        takers.frames();
        Game game = venue.game();
        JsonNode made = takers.payloads("gameUpdate", game).getFirst();
        Wire.has(made, game, "messageType marketOpen, isMarketOpen true, id $game");

        operate(game, "/suspend");
        Wire.has(
                takers.payloads("gameUpdate", game).getLast(),
                game,
                "messageType marketClosed, isMarketOpen false");
        operate(game, "/open");
        Wire.has(takers.payloads("gameUpdate", game).getLast(), game, "messageType marketOpen");

        String later = Instant.now().plus(9, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MILLIS) + "";
        Wire.data(
                Wire.send(
                        venue.operator(),
                        "PATCH",
                        "/admin/games/" + game.id(),
                        "{\"start\":\"%s\"}".formatted(later)));
        JsonNode moved = takers.payloads("gameUpdate", game).getLast();
        assertThat(Instant.parse(moved.required("start").asString())).isEqualTo(later);

        Wire.rest(maker, game, "post home at 150 for 5");
        takers.frames();
        operate(game, "/close");
        List<JsonNode> closing = takers.frames();
        Wire.has(
                PriceTalk.about(closing, "gameUpdate", game).getLast(),
                game,
                "messageType marketClosed, isMarketOpen false, openInterest 0");
        assertThat(PriceTalk.about(closing, "orderUpdate", game).getLast().required("sideOrders"))
                .isEmpty();
    }

    private static void operate(Game game, String verb) {
        Wire.data(Wire.post(venue.operator(), "/admin/games/" + game.id() + verb, "{}"));
    }

    @Test
    void shapes() {
        for (String sport : List.of("soccer", "basketball")) {
            Game game = venue.gameOf("SHAPES-" + sport, sport, "");
            for (String words : List.of("home at 150", "away 0.25 at 150", "under 2.75 at 150")) {
                Wire.rest(maker, game, "post " + words + " for 10");
            }
            if (sport.equals("soccer")) {
                Wire.rest(maker, game, "post no home at 150 for 10");
            }
            Wire.place(taker, game, "fillAndKill away at -150 for 1.5");
            operate(game, "/suspend");
            List<JsonNode> frames = makers.frames();
            for (JsonNode ladder : PriceTalk.about(frames, "orderUpdate", game)) {
                Golden.check("orderUpdate", ladder.required("type").asString(), game, ladder);
            }
            JsonNode suspended = PriceTalk.about(frames, "gameUpdate", game).getLast();
            Golden.check("gameUpdate", sport, game, suspended);
            Golden.check(
                    "matchedVolumeUpdate",
                    "",
                    game,
                    PriceTalk.about(frames, "matchedVolumeUpdate", game).getLast());
        }
    }
}
