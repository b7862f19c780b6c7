package evens.app;

import static org.assertj.core.api.Assertions.assertThat;

import evens.app.Venue.Player;
import evens.client.Game;
import java.net.http.HttpClient;
import tools.jackson.databind.JsonNode;

/** An epoch that was raised by requests and by a socket: what is older stays refused. */
final class KeptEpoch implements Kept {
    private static final String ORDER = "post home at 150 for 10";

    private final Venue venue;
    private final Player player;
    private final Game game;
    private Image image;

    KeptEpoch(Venue venue) {
        this.venue = venue;
        player = venue.player("fenced", "1000");
        game = venue.game();
        Wire.data(Wire.post(player, "/session/cancelAllOrders", ""));
        Wire.data(Wire.post(player, "/session/pauseOrders", ""));
        HttpClient http = HttpClient.newHttpClient();
        try (SocketCalls socket = new SocketCalls(http, venue.server().base(), player.token())) {
            socket.ask("cancelAll", "").join();
            socket.ask("cancelAll", "").join();
        }
        image = Image.of(player);
        assertThat(image.epoch()).isEqualTo(4);
        accepted(player, 4);
    }

    @Override
    public void remember() {
        image = Image.of(venue.again(player));
    }

    @Override
    public void compare(long sinceMillis) {
        Player now = venue.again(player);
        Image.of(now).sameAs(image);
        for (int older = 0; older < 4; older++) {
            ErrorBody.order(place(now, older), "rejected_order_type_rules", "stale epoch");
        }
    }

    @Override
    public void finish() {
        accepted(venue.again(player), 4);
    }

    private void accepted(Player now, long epoch) {
        assertThat(LiveWait.words(place(now, epoch))).isEqualTo("rests 10");
    }

    private JsonNode place(Player now, long epoch) {
        String body = "{\"orders\":[%s],\"epoch\":%d}".formatted(Wire.order(game, ORDER), epoch);
        JsonNode data = Wire.data(Wire.post(now, "/session/v3/place", body));
        return data.required("createdSessions").required(0);
    }
}
