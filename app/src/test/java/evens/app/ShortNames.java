package evens.app;

import evens.client.Game;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Ids and times in short, so that texts can be compared: the first order is o1, the next o2. */
final class ShortNames {
    private static final Pattern ID = Pattern.compile("65b0a4d([012])[0-9a-f]{16}");
    private static final Pattern TIME =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z");
    private static final Pattern MESSAGE = Pattern.compile("\\d{13}-(\\d+)");

    private final Map<String, String> names = new HashMap<>();
    private final int[] counts = new int[3];
    private final Game game;

    ShortNames(Game game) {
        this.game = game;
    }

    String of(String text) {
        String known =
                text.replace(game.id(), "game")
                        .replace(game.home().id(), "home")
                        .replace(game.away().id(), "away");
        String named = ID.matcher(known).replaceAll(this::name);
        String timeless = TIME.matcher(named).replaceAll("time");
        return MESSAGE.matcher(timeless)
                .replaceAll("ms-$1")
                .replaceFirst(
                        "\"eventName\":\"AWAY-\\d+-VS-HOME-\\d+\"", "\"eventName\":\"A-VS-B\"");
    }

    /** An order, a request, a transaction. */
    private String name(MatchResult id) {
        int kind = Integer.parseInt(id.group(1));
        return names.computeIfAbsent(id.group(), _ -> "owt".charAt(kind) + "" + ++counts[kind]);
    }
}
