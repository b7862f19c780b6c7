package evens.app;

import static org.assertj.core.api.Assertions.assertThat;

import evens.app.Venue.Player;
import evens.client.EvensClient;
import evens.client.Game;
import evens.client.RawResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Requests and answers as the JSON they are, with short words for orders. */
final class Wire {
    /** Such as {@code post home -3.5 at -110 for 100} or {@code limit no draw at 120 for 5}. */
    private static final Pattern ORDER =
            Pattern.compile("(\\w+) (\\w+)(?: (\\S+))? at (\\S+) for (\\S+)");

    private Wire() {}

    static RawResponse get(Player player, String path) {
        return send(player.client(), "GET", path, null);
    }

    static RawResponse post(Player player, String path, String body) {
        return send(player.client(), "POST", path, body);
    }

    static RawResponse post(EvensClient client, String path, String body) {
        return send(client, "POST", path, body);
    }

    static RawResponse send(EvensClient client, String method, String path, @Nullable String body) {
        Map<String, String> headers = new HashMap<>();
        headers.put("Authorization", String.valueOf(client.token()));
        if (body != null) {
            headers.put("Content-Type", "application/json");
        }
        return client.raw(
                method, path, headers, body == null ? null : body.getBytes(StandardCharsets.UTF_8));
    }

    /** What is in the envelope of a success. */
    static JsonNode data(RawResponse response) {
        assertThat(response.status()).as(response.body()).isEqualTo(200);
        assertThat(response.json().propertyNames()).containsExactly("data");
        return response.json().required("data");
    }

    /** The step in which an answer became final. */
    static long sequence(RawResponse response) {
        return response.headers().firstValueAsLong("X-Exchange-Sequence").orElseThrow();
    }

    /** What became of one order in words. */
    static JsonNode place(Player player, Game game, String words) {
        return placeJson(player, "[" + order(game, words) + "]").required(0);
    }

    /** What became of a list of orders. */
    static JsonNode placeJson(Player player, String orders) {
        RawResponse response = post(player, "/session/v3/place", "{\"orders\":" + orders + "}");
        return data(response).required("createdSessions");
    }

    /** The id of an order that rests. */
    static String rest(Player player, Game game, String words) {
        JsonNode result = place(player, game, words);
        assertThat(result.path("unmatched").has("orderID")).as("%s", result).isTrue();
        return result.required("unmatched").required("orderID").asString();
    }

    static String order(Game game, String words) {
        Matcher matcher = ORDER.matcher(words);
        assertThat(matcher.matches()).as(words).isTrue();
        return "{\"gameID\":\"%s\",%s,\"odds\":%s,\"bet\":%s,\"orderType\":\"%s\"}"
                .formatted(
                        game.id(),
                        pick(game, matcher.group(2), matcher.group(3)),
                        matcher.group(4),
                        matcher.group(5),
                        matcher.group(1));
    }

    private static String pick(Game game, String side, @Nullable String detail) {
        return switch (side) {
            case "home", "away" ->
                    "\"side\":\"%s\",".formatted(named(game, "$" + side))
                            + (detail == null
                                    ? "\"type\":\"moneyline\""
                                    : "\"type\":\"spread\",\"number\":" + detail);
            case "over", "under" ->
                    "\"type\":\"total\",\"side\":\"%s\",\"number\":%s".formatted(side, detail);
            case "yes", "no" ->
                    "\"type\":\"moneyline1x2\",\"side\":\"%s\",\"market\":\"%s\""
                            .formatted(
                                    side,
                                    "draw".equals(detail) ? "draw" : named(game, "$" + detail));
            default -> throw new IllegalArgumentException(side);
        };
    }

    /** The text with the ids of the game and its participants in place of their names. */
    static String named(Game game, String text) {
        return text.replace("$game", game.id())
                .replace("$home", game.home().id())
                .replace("$away", game.away().id());
    }

    /**
     * Holds an object against words such as {@code amount 60, side $home, number null, market -}: a
     * number by its value, {@code -} is a key that is not there. Other keys may be there.
     */
    static void has(JsonNode object, Game game, String words) {
        for (String pair : words.split(", ", -1)) {
            String[] parts = pair.split(" ", 2);
            String expected = named(game, parts[1]);
            JsonNode value = object.path(parts[0]);
            if (value.isNumber()) {
                assertThat(value.decimalValue())
                        .as("%s of %s", parts[0], object)
                        .isEqualByComparingTo(expected);
            } else {
                String actual =
                        value.isMissingNode() ? "-" : value.isNull() ? "null" : value.asString();
                assertThat(actual).as("%s of %s", parts[0], object).isEqualTo(expected);
            }
        }
    }

    /** The book of a game with flat lists, as this player sees it. */
    static JsonNode book(Player player, Game game) {
        return data(get(player, "/exchange/v2/getOrderbook?gameID=" + game.id()))
                .required("games")
                .required(0);
    }

    /** The only row of a player's list that is about this game. */
    static JsonNode onlyRow(Player player, String path, Game game) {
        JsonNode only = null;
        for (JsonNode row : data(get(player, path)).iterator().next()) {
            if (Recount.gameOf(row).equals(game.id())) {
                assertThat(only).as("a second row of %s", path).isNull();
                only = row;
            }
        }
        if (only == null) {
            throw new AssertionError("no row of " + path);
        }
        return only;
    }
}
