package evens.app;

import static org.assertj.core.api.Assertions.assertThat;

import evens.app.Venue.Player;
import evens.client.Cancelled;
import evens.client.EvensClient;
import evens.client.Fill;
import evens.client.Game;
import evens.client.NewOrder;
import evens.client.Offer;
import evens.client.OrderType;
import evens.client.Placed;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** Places and cancels as fast as it gets answers, and writes down what it was told. */
final class Trader {
    static final String DEPOSIT = "10000000";
    private static final int MOST_OPEN = 400;

    private final Random random;
    private final Journal journal = new Journal();
    private Player player;
    private int round;
    private volatile @Nullable Throwable surprise;

    Trader(Player player, long seed) {
        this.player = player;
        this.random = new Random(seed);
    }

    Player player() {
        return player;
    }

    Journal journal() {
        return journal;
    }

    @Nullable Throwable surprise() {
        return surprise;
    }

    /** Goes on after a restart with the same token; a new login works too and is not used. */
    void connect(URI base) {
        String token = player.token();
        player = new Player(player.username(), player.id(), new EvensClient(base, token));
        assertThat(player.client().me().username()).isEqualTo(player.username());
        assertThat(new EvensClient(base).login(player.username(), Venue.PASSWORD).id())
                .isEqualTo(player.id());
    }

    /** Until the connection breaks; the latch hears of every answer. */
    void trade(List<Game> games, CountDownLatch heard) {
        try {
            while (true) {
                act(games);
                heard.countDown();
            }
        } catch (UncheckedIOException killed) {
            // what was in flight stays uncertain in the journal
        } catch (RuntimeException | AssertionError e) {
            surprise = e;
        } finally {
            while (surprise != null && heard.getCount() > 0) {
                heard.countDown();
            }
        }
    }

    private void act(List<Game> games) {
        int dice = random.nextInt(100);
        List<String> open = journal.open();
        if (open.size() > MOST_OPEN || (dice < 2 && !open.isEmpty())) {
            journal.cancelling(open);
            journal.cancelledAll(player.client().cancelAll());
        } else if (dice < 25 && open.size() > 10) {
            List<String> some = new ArrayList<>();
            for (int i = 0; i < 1 + random.nextInt(10); i++) {
                some.add(open.get(random.nextInt(open.size())));
            }
            journal.cancelling(some);
            journal.cancelled(some, player.client().cancelMultiple(some));
        } else if (dice < 35) {
            take(games);
        } else {
            post(games);
        }
    }

    /** Up to ten orders on both sides that no other of these meets. */
    private void post(List<Game> games) {
        List<NewOrder> batch = new ArrayList<>();
        int size = 1 + random.nextInt(10);
        for (int i = 0; i < size; i++) {
            Game game = games.get(random.nextInt(games.size()));
            String side = random.nextBoolean() ? game.home().id() : game.away().id();
            int odds = 105 + random.nextInt(60);
            String bet = Integer.toString(10 + random.nextInt(200));
            batch.add(
                    NewOrder.of(game.id(), side, odds, bet, OrderType.POST)
                            .withReference("round " + round++));
        }
        journal.placing(batch);
        List<Placed> answers = player.client().place(batch);
        for (int i = 0; i < size; i++) {
            Offer offer = answers.get(i).unmatched();
            if (offer == null) {
                throw new IllegalStateException(batch.get(i) + " got " + answers.get(i));
            }
            journal.rests(offer, batch.get(i).bet());
        }
        journal.placed();
    }

    private void take(List<Game> games) {
        Game game = games.get(random.nextInt(games.size()));
        String side = random.nextBoolean() ? game.home().id() : game.away().id();
        String bet = Integer.toString(1 + random.nextInt(20));
        NewOrder order = NewOrder.of(game.id(), side, -200, bet, OrderType.FILL_AND_KILL);
        for (Fill fill : player.client().place(order).matched()) {
            journal.took(fill);
        }
    }

    /** Asked again, what was acknowledged as cancelled is cancelled. */
    void cancelsStayDone() {
        List<String> ids = journal.someCancelled(1_000);
        List<Cancelled> answers = player.client().cancelMultiple(ids);
        for (int i = 0; i < ids.size(); i++) {
            assertThat(answers.get(i).success()).as(ids.get(i)).isFalse();
            assertThat(answers.get(i).sessionID()).isEqualTo(ids.get(i));
            assertThat(answers.get(i).reason()).isEqualTo("Order already cancelled");
        }
    }
}
