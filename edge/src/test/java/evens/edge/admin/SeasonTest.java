package evens.edge.admin;

import static org.assertj.core.api.Assertions.assertThat;

import evens.edge.wire.Json;
import evens.model.Command.CreateGame;
import evens.model.GameState;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A season file becomes games; what is not plain is reported, and nothing is dropped silently. */
final class SeasonTest {
    private static final String FILE =
            """
            {"name": "Cup", "matches": [
              {"round":"1","date":"2026-08-15","time":"20:00","team1":"Reds","team2":"Blues","score":{"ft":[1,0]}},
              {"round":"1","date":"2026-12-15","time":"20:00","team1":"Greens","team2":"Blacks","score":{}},
              {"round":"2","date":"2026-08-22","team1":"Blues","team2":"Greens","status":"postponed"},
              {"round":"2","date":"2026-08-22","time":"25:00","team1":"Reds","team2":"Blacks"},
              {"round":"3","date":"2026-08-29","time":"15:00","team1":"Reds","team2":"Reds"}
            ]}
            """;

    @Test
    void teamOnePlaysAtHomeAtItsOwnTime() throws Exception {
        CreateGame first = read("Europe/London").games().get(0);
        CreateGame second = read("Europe/London").games().get(1);
        assertThat(first.terms().home().longName()).isEqualTo("Reds");
        assertThat(first.terms().away().longName()).isEqualTo("Blues");
        assertThat(first.terms().eventName()).isEqualTo("BLUES VS REDS");
        assertThat(start(first)).as("summer time").isEqualTo("2026-08-15T19:00:00Z");
        assertThat(start(second)).as("winter time").isEqualTo("2026-12-15T20:00:00Z");
    }

    @Test
    void whatIsNotPlainIsReported() throws Exception {
        Season season = read("UTC");
        assertThat(season.reports())
                .containsExactly(
                        new Season.Report(2, "no time: 12:00 was taken"),
                        new Season.Report(2, "postponed: created and suspended"),
                        new Season.Report(3, "not created: the date or the time can not be read"),
                        new Season.Report(4, "not created: two different teams are needed"));
        assertThat(season.games()).hasSize(3);
        assertThat(season.games().get(2).state()).isEqualTo(GameState.SUSPENDED);
        assertThat(start(season.games().get(2))).isEqualTo("2026-08-22T12:00:00Z");
    }

    @Test
    void theSameRowIsTheSameGame() throws Exception {
        assertThat(read("UTC").games().stream().map(game -> game.terms().game()))
                .doesNotHaveDuplicates()
                .containsExactlyElementsOf(
                        read("Europe/London").games().stream()
                                .map(game -> game.terms().game())
                                .toList());
    }

    @Test
    void aSeasonCanBeMoved() throws Exception {
        Season season = read("UTC");
        season.startFrom(Instant.parse("2027-01-01T00:00:00Z").toEpochMilli());
        assertThat(start(season.games().get(0))).isEqualTo("2027-01-01T00:00:00Z");
        assertThat(start(season.games().get(2)))
                .as("two hundred hours and more later, as before")
                .isEqualTo("2027-01-07T16:00:00Z");
    }

    private static Season read(String zone) throws Fields.Refused {
        return Season.read(
                Objects.requireNonNull(Json.read(Buffer.buffer(FILE))),
                "CUP",
                "soccer",
                ZoneId.of(zone));
    }

    private static String start(CreateGame game) {
        return Instant.ofEpochMilli(game.terms().startMillis()).toString();
    }
}
