package evens.app;

import static org.assertj.core.api.Assertions.assertThat;

import evens.app.Venue.Player;
import evens.client.Game;
import evens.client.Reply;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A lease that nobody renews: it ends what is open, resting and paused, at its time and once. */
final class KeptLease implements Kept {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Venue venue;
    private final Player player;
    private final String paused;
    private final String open;
    private final Due due;
    private Image image;

    KeptLease(Venue venue, Duration lease) {
        this.venue = venue;
        player = venue.player("leased", "1000");
        Game game = venue.game();
        paused = Wire.rest(player, game, "post over 2.5 at 150 for 10");
        Wire.data(Wire.post(player, "/session/pauseOrders", "{}"));
        open = Wire.rest(player, game, "post home at 150 for 10");
        long from = System.currentTimeMillis();
        Reply<JsonNode> armed = player.client().orders().heartbeat(lease);
        long to = System.currentTimeMillis();
        assertThat(armed.value().required("type").asString()).isEqualTo("heartbeatAck");
        due = new Due(from + lease.toMillis() - 100, to + lease.toMillis());
        image = Image.of(player);
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
            fired(now);
        }
    }

    private void fired(Image now) {
        assertThat(now.unmatched()).isEmpty();
        assertThat(now.paused()).isEmpty();
        assertThat(now.epoch()).as("the pause and the lease").isEqualTo(2);
    }

    @Override
    public void finish() {
        Player now = venue.again(player);
        Await.until(
                PATIENCE, () -> "a lease, due " + due, () -> Image.of(now).unmatched().isEmpty());
        assertThat(due.isAhead(System.currentTimeMillis())).as("too early").isFalse();
        fired(Image.of(now));
        String body = "{\"sessionIDs\":[\"" + open + "\",\"" + paused + "\"]}";
        for (JsonNode entry : Wire.data(Wire.post(now, "/session/cancelMultiple", body))) {
            assertThat(entry.required("reason").asString()).isEqualTo("Order already cancelled");
        }
    }
}
