package evens.app;

import evens.app.Venue.Player;
import evens.client.Game;

/** A latch: new orders are refused until it is released, however often the process is killed. */
final class KeptLatch implements Kept {
    private static final String ORDER = "post home at 150 for 10";

    private final Venue venue;
    private final Player player;
    private final Game game;
    private Image image;

    KeptLatch(Venue venue) {
        this.venue = venue;
        player = venue.player("latched", "1000");
        game = venue.game();
        Wire.rest(player, game, ORDER);
        Wire.data(Wire.post(player, "/session/cancelAllOrders", "{\"mode\": \"latch\"}"));
        image = Image.of(player);
    }

    @Override
    public void remember() {
        image = Image.of(venue.again(player));
    }

    @Override
    public void compare(long sinceMillis) {
        Player now = venue.again(player);
        Image.of(now).sameAs(image);
        Wire.has(image.user(), game, "latched true");
        refused(now);
        Wire.data(Wire.post(now, "/session/cancelAllOrdersForGame", gameField()));
    }

    private String gameField() {
        return "{\"gameID\": \"" + game.id() + "\"}";
    }

    private void refused(Player now) {
        ErrorBody.order(
                Wire.place(now, game, ORDER), "rejected_order_type_rules", "trading is latched");
    }

    @Override
    public void finish() {
        Player now = venue.again(player);
        refused(now);
        Wire.data(Wire.post(now, "/session/releaseLatch", "{}"));
        Wire.rest(now, game, ORDER);
        Wire.has(Image.of(now).user(), game, "latched false, epoch " + image.epoch());
    }
}
