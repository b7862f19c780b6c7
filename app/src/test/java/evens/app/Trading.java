package evens.app;

import evens.app.Venue.Player;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/** Several who trade at once, at a rate, until they are told to stop. */
final class Trading implements AutoCloseable {
    private static final long SECOND_NANOS = Duration.ofSeconds(1).toNanos();

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Dealer> dealers = new ArrayList<>();
    private final List<Future<?>> running = new ArrayList<>();
    private volatile boolean isOver;

    /**
     * Begins.
     *
     * @param mostOpen orders that each of them has open, about
     * @param perSecond what each of them does in a second
     */
    Trading(List<Player> players, Slate slate, int mostOpen, int perSecond) {
        for (Player player : players) {
            int seed = players.indexOf(player) + 1;
            Dealer dealer = new Dealer(player, slate.games(), mostOpen, seed);
            dealers.add(dealer);
            running.add(threads.submit(() -> trade(dealer, SECOND_NANOS / perSecond)));
        }
    }

    private Void trade(Dealer dealer, long everyNanos) throws InterruptedException {
        long next = System.nanoTime();
        while (!isOver) {
            dealer.act();
            next = Math.max(next + everyNanos, System.nanoTime() - SECOND_NANOS / 10);
            LockSupport.parkNanos(next - System.nanoTime());
        }
        dealer.settle();
        return null;
    }

    /** Something that is done meanwhile, again and again. */
    void meanwhile(Runnable deed, Duration pause) {
        running.add(
                threads.submit(() -> {
                    while (!isOver) {
                        deed.run();
                        LockSupport.parkNanos(pause.toNanos());
                    }
                }));
    }

    /** Has all of them stop, and waits until every answer is there. */
    void stop() {
        isOver = true;
        try {
            for (Future<?> each : running) {
                each.get();
            }
        } catch (ExecutionException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }

    int fills() {
        return dealers.stream().mapToInt(Dealer::fills).sum();
    }

    @Override
    public void close() {
        isOver = true;
        dealers.forEach(Dealer::close);
        threads.shutdownNow();
    }
}
