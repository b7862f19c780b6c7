package evens.client;

import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What of the market a price stream is about: whatever matches one of these, and the games below a
 * game. Leagues and sports in any case of letters.
 */
public record Topics(List<String> gameIDs, List<String> leagueIDs, List<String> sportIDs) {
    public static final Topics NONE = new Topics(List.of(), List.of(), List.of());

    public Topics {
        gameIDs = List.copyOf(gameIDs);
        leagueIDs = List.copyOf(leagueIDs);
        sportIDs = List.copyOf(sportIDs);
    }

    public static Topics games(String... ids) {
        return new Topics(List.of(ids), List.of(), List.of());
    }

    public static Topics leagues(String... names) {
        return new Topics(List.of(), List.of(names), List.of());
    }

    public static Topics sports(String... names) {
        return new Topics(List.of(), List.of(), List.of(names));
    }

    ObjectNode command(String type) {
        ObjectNode json = Json.object().put("type", type);
        add(json, "gameIDs", gameIDs);
        add(json, "leagueIDs", leagueIDs);
        add(json, "sportIDs", sportIDs);
        return json;
    }

    private static void add(ObjectNode json, String key, List<String> values) {
        ArrayNode array = json.putArray(key);
        values.forEach(array::add);
    }
}
