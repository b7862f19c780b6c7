package evens.app;

import static java.util.concurrent.TimeUnit.MICROSECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import evens.app.Venue.Player;
import evens.client.Game;
import evens.client.RawResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A thousand accounts with a lease each that nobody renews, and some whose leases are renewed. What
 * happened at which step is reckoned from the answers, and how many steps there were shows how
 * often something fired.
 */
@Tag("long")
class LeaseTest {
    private static final int LAPSING = 1_000;
    private static final int RENEWED = 50;
    private static final int CALLERS = 8;
    private static final Duration LEASE = Duration.ofSeconds(5);
    private static final Duration LONG_LEASE = Duration.ofSeconds(20);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final long BETWEEN_ARMINGS_MICROS = 8_000;
    private static final long BETWEEN_BEATS_MILLIS = 1_500;
    private static final long[] AROUND = {-60, -20, -5, 0, 3, 6, 40};

    @TempDir static Path data;
    private static final List<Player> PLAYERS = new ArrayList<>();
    private static Venue venue;
    private static Player clock;
    private static Game game;

    private final Set<Long> sequences = ConcurrentHashMap.newKeySet();
    private final List<Armed> lapsing = new ArrayList<>();
    private final List<Armed> renewed = new ArrayList<>();

    @BeforeAll
    static void open() {
        venue = new Venue(data);
        game = venue.game();
        clock = venue.player("clock", "1000000");
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < LAPSING + RENEWED; i++) {
            all.add(i);
        }
        each(
                all,
                _ -> {
                    Player player = venue.player("armed", "1000");
                    synchronized (PLAYERS) {
                        PLAYERS.add(player);
                    }
                });
    }

    @AfterAll
    static void close() {
        venue.close();
    }

    /** Does something with each, a few at a time. */
    private static <T> void each(List<T> all, Consumer<T> task) {
        try (ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
            List<Future<?>> running = new ArrayList<>();
            all.forEach(one -> running.add(callers.submit(() -> task.accept(one))));
            for (Future<?> each : running) {
                try {
                    each.get();
                } catch (Exception e) {
                    throw new AssertionError(e);
                }
            }
        }
    }

    /** Everybody has an open order and a socket. */
    private void everybodyPlaces() {
        each(PLAYERS.subList(0, LAPSING), player -> add(lapsing, player));
        each(PLAYERS.subList(LAPSING, LAPSING + RENEWED), player -> add(renewed, player));
    }

    private void add(List<Armed> list, Player player) {
        Armed armed = new Armed(venue.again(player), game, sequences);
        synchronized (list) {
            list.add(armed);
        }
    }

    @AfterEach
    void nobodyBeatsAnyMore() {
        lapsing.forEach(Armed::close);
        renewed.forEach(Armed::close);
        for (Armed armed : renewed) {
            venue.again(armed.player()).client().orders().stopHeartbeats();
        }
    }

    @Test
    void aLeaseThatIsNotRenewedFiresOnceBeforeWhatComesLater() {
        everybodyPlaces();
        long before = step();
        Marker marker = new Marker(venue.again(clock), game, sequences);
        List<CompletableFuture<Void>> all = new ArrayList<>();
        for (int i = 0; i < LAPSING; i++) {
            Armed armed = lapsing.get(i);
            all.add(
                    in(i * BETWEEN_ARMINGS_MICROS)
                            .thenCompose(_ -> armed.lapse(marker, LEASE, AROUND)));
        }
        renewUntil(CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)));
        marker.await();
        long after = step();

        assertThat(after - before - 1 - sequences.size())
                .as("steps that nobody asked for")
                .isEqualTo(LAPSING);
        LogTime times = new LogTime();
        marker.tell(times);
        marker.close();
        each(lapsing, armed -> armed.tell(times));
        List<Armed> bracketed = new ArrayList<>();
        each(
                lapsing,
                armed -> {
                    armed.firstIsOver(armed.player());
                    if (armed.lapsedOnce(times)) {
                        synchronized (bracketed) {
                            bracketed.add(armed);
                        }
                    }
                });
        assertThat(bracketed).as("with orders on both sides").hasSizeGreaterThan(LAPSING / 4);
        each(renewed, armed -> armed.goesOn(armed.player()));
        System.out.printf(
                "figure: leases: %d lapsed, %d with orders on both sides, %d steps%n",
                LAPSING, bracketed.size(), after - before);
    }

    @Test
    void leasesThatLapseWhileTheProcessIsDownFireBeforeTheFirstCommand() {
        everybodyPlaces();
        long begun = System.nanoTime();
        beat(lapsing, LONG_LEASE);
        beat(renewed, LONGEST);
        long armed = System.nanoTime();
        long before = step();
        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .as("nothing has lapsed before the process is killed")
                .isLessThan(LONG_LEASE);

        venue.killAndRestart(() -> parkUntil(armed + LONG_LEASE.toNanos()));

        assertThat(step() - before - 1).as("steps that nobody asked for").isEqualTo(LAPSING);
        each(
                lapsing,
                one -> {
                    Player now = venue.again(one.player());
                    one.isOver(now);
                    one.firstIsOver(now);
                });
        each(renewed, one -> one.goesOn(venue.again(one.player())));
        assertThat(step()).as("nothing fires twice").isEqualTo(before + LAPSING * 2L + 2);
    }

    private static void parkUntil(long nanos) {
        while (System.nanoTime() < nanos) {
            LockSupport.parkNanos(nanos - System.nanoTime());
        }
    }

    /** Beats for those that are to live, until all that lapse are through. */
    private void renewUntil(CompletableFuture<Void> through) {
        while (!through.isDone()) {
            beat(renewed, LEASE);
            CompletableFuture.anyOf(through, in(BETWEEN_BEATS_MILLIS * 1_000)).join();
        }
        through.join();
        beat(renewed, LONGEST);
    }

    private static CompletableFuture<Void> in(long micros) {
        return CompletableFuture.runAsync(
                () -> {}, CompletableFuture.delayedExecutor(micros, MICROSECONDS));
    }

    private static void beat(List<Armed> all, Duration lease) {
        List<CompletableFuture<Void>> beats = new ArrayList<>();
        all.forEach(armed -> beats.add(armed.beat(lease)));
        CompletableFuture.allOf(beats.toArray(CompletableFuture[]::new)).join();
    }

    /** A step that changes nothing. */
    private static long step() {
        Player player = venue.again(clock);
        RawResponse response =
                Wire.post(player, "/user/ordersHeartbeat", "{\"timeout\":0,\"off\":true}");
        Wire.data(response);
        return Wire.sequence(response);
    }
}
