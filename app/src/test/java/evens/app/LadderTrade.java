package evens.app;

import evens.client.Game;
import evens.client.NewOrder;
import evens.client.OrderType;
import evens.client.OrdersSocket;
import evens.client.Placed;
import evens.client.Reply;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;

/**
 * Changes four deep ladders at a steady rate, one with each order; they stay as deep as they are.
 */
final class LadderTrade implements AutoCloseable {
    private static final int GAMES = 2;
    private static final int BEST_ODDS = 110;
    private static final int ODDS = 60;

    private final OrdersSocket orders;
    private final List<Side> sides = new ArrayList<>();
    private int placed;
    private int sent;

    /** What is offered on one side of a game. */
    private record Side(String game, String participant, Deque<String> offers) {}

    /** An order: its step, when it was sent, and when it was answered. */
    record Step(long sequence, long sentNanos, long repliedNanos) {}

    LadderTrade(Venue venue, int depth) {
        orders = venue.player("dealer", "10000000").client().ordersSocket();
        for (int i = 0; i < GAMES; i++) {
            Game game = venue.game();
            sides.add(new Side(game.id(), game.home().id(), new ArrayDeque<>()));
            sides.add(new Side(game.id(), game.away().id(), new ArrayDeque<>()));
        }
        for (int i = 0; i < depth * sides.size(); i++) {
            place(sides.get(i % sides.size()));
        }
    }

    /** Sends so many orders, one after the other. */
    List<Step> run(int count, int perSecond) {
        long began = System.nanoTime();
        List<Step> steps = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            long due = began + i * 1_000_000_000L / perSecond;
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            Side side = sides.get(sent % sides.size());
            boolean places = sent / sides.size() % 2 == 0;
            sent++;
            long before = System.nanoTime();
            long sequence = places ? place(side) : cancel(side);
            steps.add(new Step(sequence, before, System.nanoTime()));
        }
        return steps;
    }

    private long place(Side side) {
        int odds = BEST_ODDS + placed % ODDS;
        placed++;
        Reply<Placed> reply =
                orders.place(
                                NewOrder.of(
                                        side.game(),
                                        side.participant(),
                                        odds,
                                        "10",
                                        OrderType.POST))
                        .join();
        side.offers().add(Objects.requireNonNull(reply.value().unmatched()).orderID());
        return reply.sequence();
    }

    private long cancel(Side side) {
        return orders.cancel(side.offers().remove()).join().sequence();
    }

    @Override
    public void close() {
        orders.close();
    }
}
