package evens.app;

import static org.assertj.core.api.Assertions.assertThat;

import evens.app.Venue.Player;
import evens.client.Game;
import evens.client.RawResponse;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * An order in its live delay, placed under a key. If the process is there at the end of the delay,
 * it is matched, once; if it comes back more than a second later, it is cancelled.
 */
final class KeptDelay implements Kept {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final long LATE_MILLIS = 1_000;
    private static final String ORDER = "limit away at 100 for 10";

    private final Venue venue;
    private final Player maker;
    private final Player taker;
    private final Game game;
    private final String id;
    private final String asked;
    private final Due due;
    private Image makers;
    private Image takers;
    private boolean missed;

    KeptDelay(Venue venue, int seconds) {
        this.venue = venue;
        game = venue.liveGame(seconds);
        maker = venue.player("maker", "1000");
        taker = venue.player("taker", "1000");
        Wire.rest(maker, game, "post home at 100 for 50");
        SocketCalls socket =
                new SocketCalls(HttpClient.newHttpClient(), venue.server().base(), taker.token());
        var _ =
                socket.ask(
                        "placeV3",
                        "\"idempotencyKey\":\"live\",\"orders\":[" + Wire.order(game, ORDER) + "]");
        Await.until(
                PATIENCE,
                () -> "an order that waits",
                () -> !LiveWait.rows(taker, "/user/getUnmatched", game).isEmpty());
        JsonNode row = Wire.onlyRow(taker, "/user/getUnmatched", game);
        Wire.has(row, game, "waiting true, remaining 10");
        id = row.required("id").asString();
        String createdAt = row.required("createdAt").asString();
        asked =
                "createdAt %s, wagerRequestID %s"
                        .formatted(createdAt, row.required("wagerRequestID").asString());
        long end = Instant.parse(createdAt).toEpochMilli() + seconds * 1_000L;
        due = new Due(end, end);
        makers = Image.of(maker);
        takers = Image.of(taker);
    }

    @Override
    public void remember() {
        makers = Image.of(venue.again(maker));
        takers = Image.of(venue.again(taker));
    }

    @Override
    public List<Due> dues() {
        return List.of(due);
    }

    @Override
    public void compare(long sinceMillis) {
        Image takersNow = Image.of(venue.again(taker));
        if (due.isAhead(System.currentTimeMillis())) {
            takersNow.sameAs(takers);
            Image.of(venue.again(maker)).sameAs(makers);
        } else if (due.isPast(sinceMillis - LATE_MILLIS) && takers.openIds().contains(id)) {
            missed = true;
        }
    }

    @Override
    public void finish() {
        Player now = venue.again(taker);
        RawResponse again = placeAgain(now);
        JsonNode result = Wire.data(again).required("createdSessions").required(0);
        assertThat(due.isAhead(System.currentTimeMillis())).as("too early").isFalse();
        assertThat(LiveWait.words(result))
                .isEqualTo(
                        missed
                                ? "rejected_order_type_rules: order cancelled during live delay"
                                : "10 at 100");
        assertThat(placeAgain(now).body()).isEqualTo(again.body());
        Image after = Image.of(now);
        assertThat(after.unmatched()).isEmpty();
        assertThat(after.matched()).hasSize(missed ? 0 : 1);
        Player makerNow = venue.again(maker);
        JsonNode offer = Wire.onlyRow(makerNow, "/user/getUnmatched", game);
        if (missed) {
            assertThat(offer).isEqualTo(makers.unmatched().required(0));
        } else {
            Wire.has(after.matched().required(0), game, "bet 10, odds 100, " + asked);
            Wire.has(offer, game, "filled 10, remaining 40");
        }
        assertThat(Image.of(makerNow).matched()).hasSize(missed ? 0 : 1);
        String body = "{\"sessionIDs\":[\"" + id + "\"]}";
        JsonNode entry = Wire.data(Wire.post(now, "/session/cancelMultiple", body)).required(0);
        assertThat(entry.required("reason").asString())
                .isEqualTo(missed ? "Order expired" : "Order already filled");
    }

    private RawResponse placeAgain(Player now) {
        Map<String, String> headers =
                Map.of(
                        "Authorization", now.token(),
                        "Content-Type", "application/json",
                        "Idempotency-Key", "live");
        String body = "{\"orders\":[" + Wire.order(game, ORDER) + "]}";
        return now.client()
                .raw("POST", "/session/v3/place", headers, body.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether its end came while the process was down. */
    boolean missed() {
        return missed;
    }
}
