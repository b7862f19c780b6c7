package evens.bench.streams;

import evens.client.Cancelled;
import evens.client.EvensClient;
import evens.client.Fill;
import evens.client.Game;
import evens.client.NewOrder;
import evens.client.Offer;
import evens.client.OrderType;
import evens.client.OrdersSocket;
import evens.client.Placed;
import evens.client.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Trades at a steady rate, whatever the answers: of three orders one takes, and the others offer or
 * cancel what was offered longest ago, so that ladders stay as deep as they are.
 */
final class Dealing implements AutoCloseable {
    /** Offers of a ladder. */
    private static final int DEPTH = 10;

    private static final int WORST_ODDS = 105;
    private static final int ODDS = 40;
    private static final int TO_TAKE_ANYTHING = -200;

    private final List<OrdersSocket> makers;
    private final List<OrdersSocket> takers;
    private final List<Ladder> ladders = new ArrayList<>();
    private final SplittableRandom random = new SplittableRandom(1);
    private final Queue<Done> done = new ConcurrentLinkedQueue<>();
    private final Queue<CompletableFuture<?>> underWay = new ConcurrentLinkedQueue<>();
    private final AtomicLong lastSequence = new AtomicLong();
    private long sent;

    /** What takers of one side of a game can get. */
    private record Ladder(
            int game, String gameID, String takers, String makers, Queue<String> offers) {
        String name() {
            return Done.ladder(gameID, takers);
        }
    }

    Dealing(Floor floor) {
        makers = floor.makers().stream().map(EvensClient::ordersSocket).toList();
        takers = floor.takers().stream().map(EvensClient::ordersSocket).toList();
        for (int i = 0; i < floor.games().size(); i++) {
            Game game = floor.games().get(i);
            String away = game.away().id();
            String home = game.home().id();
            ladders.add(new Ladder(i, game.id(), away, home, new ConcurrentLinkedQueue<>()));
            ladders.add(new Ladder(i, game.id(), home, away, new ConcurrentLinkedQueue<>()));
        }
    }

    /** Sends so many a second for so long. */
    void run(int perSecond, long seconds) {
        long began = System.nanoTime();
        long count = perSecond * seconds;
        for (long i = 0; i < count; i++) {
            long due = began + i * 1_000_000_000L / perSecond;
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            next();
        }
    }

    private void next() {
        Ladder ladder = ladders.get((int) (sent % ladders.size()));
        boolean takes = sent / ladders.size() % 3 == 2;
        sent++;
        if (takes) {
            take(ladder);
        } else if (ladder.offers().size() < DEPTH) {
            offer(ladder);
        } else {
            cancel(ladder);
        }
    }

    private void offer(Ladder ladder) {
        int odds = WORST_ODDS + random.nextInt(ODDS);
        NewOrder order = NewOrder.of(ladder.gameID(), ladder.makers(), odds, "50", OrderType.POST);
        follow(
                makers.get(ladder.game()).place(order),
                (reply, nanos) -> {
                    Offer offer = reply.value().unmatched();
                    if (offer != null) {
                        ladder.offers().add(offer.orderID());
                        add(new Done(ladder.name(), reply.sequence(), nanos, List.of()));
                    }
                });
    }

    private void take(Ladder ladder) {
        NewOrder order =
                NewOrder.of(
                        ladder.gameID(),
                        ladder.takers(),
                        TO_TAKE_ANYTHING,
                        "2",
                        OrderType.FILL_AND_KILL);
        follow(
                takers.get(ladder.game()).place(order),
                (reply, nanos) -> {
                    Placed placed = reply.value();
                    if (!placed.matched().isEmpty()) {
                        List<String> requests =
                                placed.matched().stream()
                                        .map(Fill::wagerRequestID)
                                        .distinct()
                                        .toList();
                        add(new Done(ladder.name(), reply.sequence(), nanos, requests));
                    }
                });
    }

    private void cancel(Ladder ladder) {
        String oldest = ladder.offers().remove();
        CompletableFuture<Reply<Cancelled>> answer = makers.get(ladder.game()).cancel(oldest);
        follow(
                answer,
                (reply, nanos) -> {
                    if (reply.value().success()) {
                        add(new Done(ladder.name(), reply.sequence(), nanos, List.of()));
                    }
                });
    }

    /** Somebody who reads an answer. */
    private interface Reader<T> {
        void read(Reply<T> reply, long nanos);
    }

    /** A refusal is an answer too: what was to be cancelled may have been taken. */
    private <T> void follow(CompletableFuture<Reply<T>> answer, Reader<T> reader) {
        underWay.add(
                answer.handle((reply, refused) -> {
                    if (refused == null) {
                        reader.read(reply, System.nanoTime());
                    }
                    return sent;
                }));
    }

    private void add(Done one) {
        done.add(one);
        lastSequence.accumulateAndGet(one.sequence(), Math::max);
    }

    /** Waits for all answers. */
    void finish() {
        for (CompletableFuture<?> each = underWay.poll(); each != null; each = underWay.poll()) {
            each.orTimeout(30, TimeUnit.SECONDS).join();
        }
    }

    /** Of the last step that changed something. */
    long lastSequence() {
        return lastSequence.get();
    }

    List<Done> done() {
        return List.copyOf(done);
    }

    @Override
    public void close() {
        makers.forEach(OrdersSocket::close);
        takers.forEach(OrdersSocket::close);
    }
}
