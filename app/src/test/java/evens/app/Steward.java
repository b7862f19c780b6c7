package evens.app;

import evens.client.EvensClient;
import evens.client.Game;
import java.util.List;
import java.util.Random;

/** An operator who suspends, opens, closes and makes games while others trade on them. */
final class Steward implements Runnable {
    private final EvensClient operator;
    private final Slate slate;
    private final Random random = new Random(7);
    private int deeds;

    Steward(EvensClient operator, Slate slate) {
        this.operator = operator;
        this.slate = slate;
    }

    /** One deed. Every twentieth makes another game and closes the last that it made. */
    @Override
    public void run() {
        deeds++;
        List<Game> games = slate.games();
        if (deeds % 20 == 0) {
            Game last = games.getLast();
            if (games.size() > Slate.FIRST) {
                games.remove(last);
                post(last, "close");
            }
            slate.add("Extra" + deeds);
            return;
        }
        Game game = games.get(random.nextInt(games.size()));
        if (deeds % 7 == 0) {
            post(game, "cancelOrders");
        } else {
            post(game, "suspend");
            post(game, "open");
        }
    }

    /** What is closed or has started can not be opened; that is no matter. */
    private void post(Game game, String verb) {
        Wire.post(operator, "/admin/games/" + game.id() + "/" + verb, "{}");
    }
}
