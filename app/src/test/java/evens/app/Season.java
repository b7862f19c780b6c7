package evens.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A season of 380 fixtures in the football.json shape: 291 with a result, 89 without, one of these
 * postponed and without a time. The real one if it is there, else one made up in the same shape.
 */
record Season(String origin, String json) {
    private static final int TEAMS = 20;
    private static final int WITHOUT_RESULT = 89;

    static Season read() {
        Path file = file();
        if (!Files.isReadable(file)) {
            return new Season("made up, as there is no " + file, madeUp());
        }
        try {
            return new Season(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file() {
        @Nullable String property = System.getProperty("evens.season");
        @Nullable String variable = System.getenv("EVENS_SEASON");
        return Path.of(
                Objects.requireNonNullElse(
                        property,
                        Objects.requireNonNullElse(
                                variable, "../../shared/data/epl-2025-26.json")));
    }

    /** Everybody at home against everybody, ten fixtures a round. */
    static String madeUp() {
        StringBuilder matches = new StringBuilder();
        int fixtures = TEAMS * (TEAMS - 1);
        int number = 0;
        for (int gap = 1; gap < TEAMS; gap++) {
            for (int home = 0; home < TEAMS; home++) {
                boolean played = number < fixtures - WITHOUT_RESULT;
                boolean postponed = number == fixtures - WITHOUT_RESULT / 2;
                LocalDate date = LocalDate.of(2025, 8, 16).plusWeeks(number / 10);
                matches.append(matches.isEmpty() ? "" : ",\n")
                        .append(
                                """
                                {"round": "Matchday %d", "date": "%s",%s
                                 "team1": "Team %02d", "team2": "Team %02d", "score": %s%s}\
                                """
                                        .formatted(
                                                number / 10 + 1,
                                                date,
                                                postponed ? "" : " \"time\": \"15:00\",",
                                                home,
                                                (home + gap) % TEAMS,
                                                played
                                                        ? "{\"ft\": [%d, %d]}"
                                                                .formatted(number % 4, number % 3)
                                                        : "{}",
                                                postponed ? ", \"status\": \"postponed\"" : ""));
                number++;
            }
        }
        return "{\"name\": \"Made-up League 2025/26\", \"matches\": [\n" + matches + "\n]}";
    }
}
