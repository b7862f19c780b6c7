package evens.edge.admin;

import evens.model.Command.CreateGame;
import evens.model.GameState;
import evens.model.GameTerms;
import evens.model.Ids;
import evens.model.Participant;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A season as the public football.json files have it: a name, and matches with a round, a date, a
 * time, two teams of which the first plays at home, and a score once they were played.
 */
final class Season {
    private static final LocalTime NOON = LocalTime.of(12, 0);
    private static final int MAX_NAME = 100;

    private final List<CreateGame> games = new ArrayList<>();
    private final List<Integer> indexes = new ArrayList<>();
    private final List<Report> reports = new ArrayList<>();

    private Season() {}

    /**
     * Something an operator should know about a match.
     *
     * @param index its place in the file, from 0
     */
    record Report(int index, String reason) {}

    static Season read(JsonNode file, String league, String sport, ZoneId zone)
            throws Fields.Refused {
        JsonNode name = file.get("name");
        JsonNode matches = file.get("matches");
        if (name == null || !name.isString() || matches == null || !matches.isArray()) {
            throw new Fields.Refused("the body must have a name and a list of matches");
        }
        Season season = new Season();
        for (int i = 0; i < matches.size(); i++) {
            season.add(i, matches.get(i), name.stringValue(), league, sport, zone);
        }
        return season;
    }

    /** The games in the order of the file. */
    List<CreateGame> games() {
        return games;
    }

    /** Where in the file the game came from. */
    int indexOf(int game) {
        return indexes.get(game);
    }

    List<Report> reports() {
        return reports;
    }

    /** Moves all games by the same time, so that the first one starts then. */
    void startFrom(long firstStartMillis) {
        long first =
                games.stream()
                        .mapToLong(game -> game.terms().startMillis())
                        .min()
                        .orElse(firstStartMillis);
        games.replaceAll(game -> moved(game, firstStartMillis - first));
    }

    private static CreateGame moved(CreateGame game, long byMillis) {
        GameTerms terms = game.terms();
        return new CreateGame(terms.startingAt(terms.startMillis() + byMillis), game.state());
    }

    private void add(
            int index, JsonNode match, String name, String league, String sport, ZoneId zone) {
        String team1 = text(match, "team1");
        String team2 = text(match, "team2");
        String date = text(match, "date");
        if (team1 == null || team2 == null || team1.equals(team2)) {
            reports.add(new Report(index, "not created: two different teams are needed"));
            return;
        }
        Long start = date == null ? null : start(index, date, text(match, "time"), zone);
        if (start == null) {
            reports.add(new Report(index, "not created: the date or the time can not be read"));
            return;
        }
        boolean postponed = "postponed".equals(text(match, "status"));
        if (postponed) {
            reports.add(new Report(index, "postponed: created and suspended"));
        }
        String round = text(match, "round");
        GameTerms terms =
                new GameTerms(
                        GameIds.imported(name, round == null ? "" : round, team1, team2),
                        league,
                        Ids.NONE,
                        start,
                        participant(sport, team2),
                        participant(sport, team1),
                        eventName(team2, team1),
                        "",
                        "Full Time",
                        false,
                        false,
                        false);
        games.add(new CreateGame(terms, postponed ? GameState.SUSPENDED : GameState.OPEN));
        indexes.add(index);
    }

    private @Nullable Long start(int index, String date, @Nullable String time, ZoneId zone) {
        try {
            LocalTime at = time == null ? NOON : LocalTime.parse(time);
            if (time == null) {
                reports.add(new Report(index, "no time: 12:00 was taken"));
            }
            return LocalDateTime.of(LocalDate.parse(date), at)
                    .atZone(zone)
                    .toInstant()
                    .toEpochMilli();
        } catch (DateTimeException malformed) {
            return null;
        }
    }

    static Participant participant(String sport, String name) {
        return new Participant(GameIds.participant(sport, name), name, name, "");
    }

    static String eventName(String away, String home) {
        return (away + " VS " + home).toUpperCase(Locale.ROOT);
    }

    private static @Nullable String text(JsonNode match, String field) {
        JsonNode value = match.get(field);
        return value != null
                        && value.isString()
                        && !value.stringValue().isBlank()
                        && value.stringValue().length() <= MAX_NAME
                ? value.stringValue()
                : null;
    }
}
