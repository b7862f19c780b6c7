package evens.app;

import static org.assertj.core.api.Assertions.assertThat;

import evens.app.Venue.Player;
import evens.client.Game;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** An order that expires after a minute, and one that does not. */
final class KeptExpiry implements Kept {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Venue venue;
    private final Player player;
    private final Game game;
    private final String expiring;
    private final Due due;
    private Image image;

    KeptExpiry(Venue venue) {
        this.venue = venue;
        player = venue.player("expiring", "1000");
        game = venue.game();
        Wire.rest(player, game, "post home at 150 for 5");
        String minute =
                Wire.order(game, "post home at 150 for 10")
                        .replaceFirst("}$", ",\"expirationMinutes\":1}");
        expiring =
                Wire.placeJson(player, "[" + minute + "]")
                        .required(0)
                        .required("unmatched")
                        .required("orderID")
                        .asString();
        image = Image.of(player);
        JsonNode row = image.unmatched().required(image.openIds().indexOf(expiring));
        long end = Instant.parse(row.required("expiry").asString()).toEpochMilli();
        due = new Due(end, end);
    }

    @Override
    public void remember() {
        image = Image.of(venue.again(player));
    }

    @Override
    public List<Due> dues() {
        return List.of(due);
    }

    @Override
    public void compare(long sinceMillis) {
        Image now = Image.of(venue.again(player));
        if (due.isAhead(System.currentTimeMillis())) {
            now.sameAs(image);
        } else if (due.isPast(sinceMillis)) {
            expired(now);
        }
    }

    private void expired(Image now) {
        assertThat(now.unmatched()).hasSize(1);
        assertThat(now.openIds()).doesNotContain(expiring);
        for (JsonNode row : image.unmatched()) {
            boolean stays = !row.required("id").asString().equals(expiring);
            assertThat(!stays || row.equals(now.unmatched().required(0))).isTrue();
        }
    }

    @Override
    public void finish() {
        Player now = venue.again(player);
        Await.until(
                PATIENCE,
                () -> "an expiry, due " + due,
                () -> !Image.of(now).openIds().contains(expiring));
        assertThat(due.isAhead(System.currentTimeMillis())).as("too early").isFalse();
        expired(Image.of(now));
        String body = "{\"sessionIDs\":[\"" + expiring + "\"]}";
        JsonNode entry = Wire.data(Wire.post(now, "/session/cancelMultiple", body)).required(0);
        assertThat(entry.required("reason").asString()).isEqualTo("Order expired");
    }
}
