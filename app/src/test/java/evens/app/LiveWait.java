package evens.app;

import static org.assertj.core.api.Assertions.assertThat;

import evens.app.Venue.Player;
import evens.client.Game;
import evens.client.RawResponse;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One order in its live delay, what happens meanwhile, and what its owner is told at the end. */
final class LiveWait {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final Venue venue;
    private final Game game;
    private final Player owner;
    private final SocketCalls socket;
    private @Nullable CompletableFuture<Answer> answer;
    private String order = "";

    /** What became of the order, and the step in which it did. */
    private record Answer(JsonNode result, long sequence) {}

    /**
     * The end of the wait.
     *
     * @param answer fills and what rests, or an error, in words
     * @param kept the same, read from the lists of bets and open orders
     * @param sequence the step in which it ended
     */
    record Told(String answer, String kept, long sequence) {}

    LiveWait(Venue venue, Game game, Player owner, SocketCalls socket) {
        this.venue = venue;
        this.game = game;
        this.owner = owner;
        this.socket = socket;
    }

    /** Places an order that has to wait; returns its id when it does. */
    String begin(String words, boolean bySocket) {
        String orders = "\"orders\":[" + Wire.order(game, words) + "]";
        answer =
                bySocket
                        ? socket.ask("placeV3", orders).thenApply(LiveWait::ofSocket)
                        : CompletableFuture.supplyAsync(
                                () -> byRest(orders), Thread::startVirtualThread);
        Await.until(SOON, () -> "an order that waits: " + answer, this::begun);
        return order;
    }

    private Answer byRest(String orders) {
        RawResponse response = Wire.post(owner, "/session/v3/place", "{" + orders + "}");
        JsonNode results = Wire.data(response).required("createdSessions");
        return new Answer(results.required(0), Wire.sequence(response));
    }

    private static Answer ofSocket(JsonNode json) {
        return new Answer(json.required("data").required(0), json.required("sequence").longValue());
    }

    private boolean begun() {
        for (JsonNode row : rows(owner, "/user/getUnmatched", game)) {
            if (row.path("waiting").asBoolean(false)) {
                order = row.required("id").asString();
            }
        }
        return !order.isEmpty() || isOver();
    }

    boolean isOver() {
        return answer != null && answer.isDone();
    }

    /**
     * Does something such as {@code bob post home at 100 for 5}, {@code bob leaves}, {@code owner
     * /session/cancel {...}}, {@code operator /admin/games/$game/suspend {}} or {@code socket
     * cancelAll ...}; gives the step in which it was done.
     */
    long meanwhile(Player bob, String step) {
        String[] words = named(step).split(" ", 2);
        return switch (words[0]) {
            case "bob" -> byBob(bob, words[1]);
            case "owner" -> done(Wire.post(owner, path(words[1]), body(words[1])));
            case "operator" -> done(Wire.post(venue.operator(), path(words[1]), body(words[1])));
            case "socket" -> bySocket(words[1].split(" ", 2));
            default -> throw new IllegalArgumentException(step);
        };
    }

    private String named(String text) {
        return Wire.named(game, text).replace("$order", order).replace("$league", game.league());
    }

    private long byBob(Player bob, String words) {
        if (words.equals("leaves")) {
            String body = "{\"gameID\":\"" + game.id() + "\"}";
            return done(Wire.post(bob, "/session/cancelAllOrdersForGame", body));
        }
        String body = "{\"orders\":[" + Wire.order(game, words) + "]}";
        RawResponse response = Wire.post(bob, "/session/v3/place", body);
        JsonNode result = Wire.data(response).required("createdSessions").required(0);
        assertThat(result.path("unmatched").has("orderID")).as("%s", result).isTrue();
        return Wire.sequence(response);
    }

    private long bySocket(String[] message) {
        JsonNode done = socket.ask(message[0], message.length > 1 ? message[1] : "").join();
        assertThat(done.has("data")).as("%s", done).isTrue();
        return done.required("sequence").longValue();
    }

    private static long done(RawResponse response) {
        assertThat(response.status()).as(response.body()).isEqualTo(200);
        return Wire.sequence(response);
    }

    private static String path(String request) {
        return request.split(" ", 2)[0];
    }

    private static String body(String request) {
        return request.split(" ", 2)[1];
    }

    Told end() {
        Answer end = Objects.requireNonNull(answer).join();
        return new Told(words(end.result()), kept(), end.sequence());
    }

    /** Bets and open orders of the owner on this game, as an answer would say them. */
    private String kept() {
        List<String> words = new ArrayList<>();
        for (JsonNode bet : rows(owner, "/user/getMatchedBets", game)) {
            words.add(plain(bet, "bet") + " at " + plain(bet, "odds"));
        }
        for (JsonNode open : rows(owner, "/user/getUnmatched", game)) {
            assertThat(open.has("waiting")).as("%s", open).isFalse();
            words.add("rests " + plain(open, "remaining"));
        }
        return String.join(", ", words);
    }

    /** One result in words: {@code 30 at 110, rests 20} or {@code error type: error}. */
    static String words(JsonNode result) {
        if (result.has("error")) {
            String type = result.has("errorType") ? "errorType" : "error_type";
            return result.required(type).asString() + ": " + result.required("error").asString();
        }
        List<String> words = new ArrayList<>();
        for (JsonNode fill : result.required("matched")) {
            words.add(plain(fill, "amount") + " at " + plain(fill, "odds"));
        }
        if (result.required("unmatched").has("offered")) {
            words.add("rests " + plain(result.required("unmatched"), "offered"));
        }
        return String.join(", ", words);
    }

    private static String plain(JsonNode object, String field) {
        BigDecimal value = object.required(field).decimalValue();
        return value.stripTrailingZeros().toPlainString();
    }

    /** The rows of a player's list that are about this game. */
    static List<JsonNode> rows(Player player, String path, Game game) {
        List<JsonNode> rows = new ArrayList<>();
        for (JsonNode row : Wire.data(Wire.get(player, path)).iterator().next()) {
            if (Recount.gameOf(row).equals(game.id())) {
                rows.add(row);
            }
        }
        return rows;
    }
}
