package evens.app;

import evens.client.Game;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * The shape of an answer: a line for each key, in the order of the answer, with its path and the
 * type of its value. The elements of a list stand in it once for each shape that they have.
 */
final class KeyPaths {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{24}");
    private static final Pattern TICKET = Pattern.compile("[0-9a-f]{32}");
    private static final Pattern TIME =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
    private static final Pattern MONEY = Pattern.compile("-?\\d+\\.\\d\\d");

    private final Game game;

    KeyPaths(Game game) {
        this.game = game;
    }

    List<String> of(JsonNode answer) {
        return of("", answer);
    }

    private List<String> of(String path, JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> ofObject(path, value);
            case ARRAY -> ofArray(path, value);
            case STRING -> List.of(path + " " + text(value.asString()));
            case NUMBER -> List.of(path + " number");
            case BOOLEAN -> List.of(path + " boolean");
            case NULL -> List.of(path + " null");
            default -> throw new IllegalArgumentException(path + ": " + value);
        };
    }

    private List<String> ofObject(String path, JsonNode object) {
        if (object.isEmpty()) {
            return List.of(path + " {}");
        }
        List<String> lines = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            String key =
                    field.getKey()
                            .replace(game.home().id(), "$home")
                            .replace(game.away().id(), "$away");
            lines.addAll(of(path.isEmpty() ? key : path + "." + key, field.getValue()));
        }
        return lines;
    }

    private List<String> ofArray(String path, JsonNode array) {
        if (array.isEmpty()) {
            return List.of(path + " []");
        }
        Set<List<String>> shapes = new LinkedHashSet<>();
        array.forEach(element -> shapes.add(of(path + "[]", element)));
        return shapes.stream().flatMap(List::stream).toList();
    }

    private static String text(String text) {
        if (ID.matcher(text).matches()) {
            return "id";
        }
        if (TICKET.matcher(text).matches()) {
            return "ticket";
        }
        if (TIME.matcher(text).matches()) {
            return "time";
        }
        return MONEY.matcher(text).matches() ? "money" : "text";
    }
}
