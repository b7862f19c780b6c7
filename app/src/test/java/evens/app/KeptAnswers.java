package evens.app;

import static org.assertj.core.api.Assertions.assertThat;

import evens.app.Venue.Player;
import evens.client.Game;
import evens.client.RawResponse;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Answers to writes under keys: the same request is answered with the same bytes and the same
 * sequence and does nothing, another one under the key is refused.
 */
final class KeptAnswers implements Kept {
    private final Venue venue;
    private final Player player;
    private final Game game;
    private final List<Asked> requests = new ArrayList<>();
    private final List<Asked> messages = new ArrayList<>();
    private Image image;

    /** What was asked under a key, in which step it was done, and what was answered. */
    private record Asked(
            String key, String operation, String fields, long sequence, String answer) {}

    KeptAnswers(Venue venue) {
        this.venue = venue;
        player = venue.player("asking", "1000");
        game = venue.game();
        Player other = venue.player("other", "1000");
        Wire.rest(other, game, "post away at 110 for 30");

        String first = orderID(place("limit home at -110 for 20"));
        assertThat(first).as("it is filled").isEmpty();
        String resting = orderID(place("post home at 150 for 12.345678"));
        place("post home at -110 for 5");
        place("fillAndKill over 2.5 at 120 for 5");
        ask(
                "/session/v2/place",
                "\"orders\":[" + Wire.order(game, "post no draw at 120 for 5") + "]");
        ask("/session/cancel", "\"sessionID\":\"" + resting + "\"");
        ask("/session/cancel", "\"sessionID\":\"" + game.id() + "\"");
        String edited = orderID(place("post home at 160 for 5"));
        ask("/session/v4/editOrder", "\"sessionID\":\"" + edited + "\",\"orderOdds\":170");
        ask("/session/cancelMultiple", "\"sessionIDs\":[\"" + resting + "\",\"" + edited + "\"]");
        ask("/session/cancelByReference", gameField() + ",\"userReferences\":[\"none\"]");
        ask("/session/cancelAllOrdersForGame", gameField() + ",\"type\":\"moneyline1x2\"");
        place("post home at 155 for 6");
        ask("/session/pauseOrders", "");
        ask("/session/resumeOrders", "");
        ask("/session/cancelAllOrders", "\"mode\":\"latch\"");
        ask("/session/releaseLatch", "");
        place("post home at 165 for 7");

        try (SocketCalls socket = socket(player)) {
            String orders = "\"orders\":[" + Wire.order(game, "post home at 145 for 8") + "]";
            String id = orderID(ErrorBody.read(say(socket, "placeV3", orders)).required(0));
            say(socket, "cancelById", "\"orderId\":\"" + id + "\"");
            say(socket, "cancelMultiple", "\"orderIDs\":[\"" + id + "\"]");
        }
        image = Image.of(player);
        assertThat(image.unmatched()).hasSize(1);
    }

    private String gameField() {
        return "\"gameID\":\"" + game.id() + "\"";
    }

    private SocketCalls socket(Player now) {
        return new SocketCalls(HttpClient.newHttpClient(), venue.server().base(), now.token());
    }

    private JsonNode place(String words) {
        String answer = ask("/session/v3/place", "\"orders\":[" + Wire.order(game, words) + "]");
        return ErrorBody.read(answer).required("data").required("createdSessions").required(0);
    }

    /** The id of an order if it rests. */
    private static String orderID(JsonNode result) {
        return result.path("unmatched").path("orderID").asString("");
    }

    private String ask(String path, String fields) {
        String key = "request-" + requests.size();
        RawResponse response = send(player, key, path, fields);
        requests.add(new Asked(key, path, fields, Wire.sequence(response), told(response)));
        return response.body();
    }

    private static RawResponse send(Player now, String key, String path, String fields) {
        Map<String, String> headers =
                Map.of(
                        "Authorization",
                        now.token(),
                        "Content-Type",
                        "application/json",
                        "Idempotency-Key",
                        key);
        return now.client()
                .raw("POST", path, headers, ("{" + fields + "}").getBytes(StandardCharsets.UTF_8));
    }

    private static String told(RawResponse response) {
        return response.status() + " " + response.body();
    }

    private String say(SocketCalls socket, String type, String fields) {
        String key = "message-" + messages.size();
        JsonNode answer = say(socket, key, type, fields);
        String data = answer.required("data").toString();
        long sequence = answer.required("sequence").longValue();
        messages.add(new Asked(key, type, fields, sequence, data));
        return data;
    }

    private static JsonNode say(SocketCalls socket, String key, String type, String fields) {
        return socket.ask(type, fields + ",\"idempotencyKey\":\"" + key + "\"").join();
    }

    @Override
    public void remember() {
        image = Image.of(venue.again(player));
    }

    @Override
    public void compare(long sinceMillis) {
        Player now = venue.again(player);
        for (Asked asked : requests) {
            RawResponse again = send(now, asked.key(), asked.operation(), asked.fields());
            assertThat(told(again)).as("%s", asked).isEqualTo(asked.answer());
            assertThat(Wire.sequence(again)).as("%s", asked).isEqualTo(asked.sequence());
        }
        try (SocketCalls socket = socket(now)) {
            for (Asked asked : messages) {
                JsonNode again = say(socket, asked.key(), asked.operation(), asked.fields());
                assertThat(again.path("data").toString()).isEqualTo(asked.answer());
                assertThat(again.path("sequence").asLong()).isEqualTo(asked.sequence());
            }
        }
        for (List<Asked> all : List.of(requests, messages)) {
            for (Asked asked : all) {
                String other = "\"sessionID\":\"" + game.id() + "\"";
                RawResponse refused = send(now, asked.key(), "/session/cancel", other);
                boolean same = asked.fields().equals(other);
                assertThat(refused.status()).as("%s", asked).isEqualTo(same ? 404 : 422);
            }
        }
        Image.of(now).sameAs(image);
    }

    @Override
    public void finish() {
        compare(System.currentTimeMillis());
    }
}
