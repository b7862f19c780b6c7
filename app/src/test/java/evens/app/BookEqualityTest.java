package evens.app;

import static org.assertj.core.api.Assertions.assertThat;

import evens.app.PriceReader.Habit;
import evens.app.PriceReader.Seen;
import evens.app.Venue.Player;
import evens.client.Game;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whoever has read an image of all books and every frame since has the core's books, at every
 * heartbeat, however slowly it reads and whatever part of them it asked for.
 */
@Tag("streams")
class BookEqualityTest {
    private static final int CHECKS = 1_000;
    private static final Duration LONGEST = Duration.ofSeconds(90);

    private final LongAdder checks = new LongAdder();
    private final AtomicLong lastStep = new AtomicLong(Long.MAX_VALUE);

    @Test
    void booksMadeOfFramesAreTheCores(@TempDir Path data) throws Exception {
        WatchedExchange exchange = new WatchedExchange(data);
        List<PriceReader> readers = new ArrayList<>();
        int fills;
        try (exchange;
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Slate slate = new Slate(exchange, Duration.ofSeconds(15));
            List<Player> players = exchange.players("zqx", 6);
            Player watcher = exchange.player("watcher", "1");
            try (Trading trading = new Trading(players, slate, 40, 700)) {
                trading.meanwhile(new Steward(exchange.operator(), slate), Duration.ofMillis(100));
                List<Future<PriceReader>> reading = new ArrayList<>();
                for (PriceReader reader : readers(exchange.base(), slate, players, watcher)) {
                    reading.add(threads.submit(reader));
                }
                Await.until(
                        LONGEST,
                        () -> checks + " checks",
                        () -> checks.sum() >= CHECKS || anyFailed(reading));
                trading.stop();
                fills = trading.fills();
                lastStep.set(Wire.sequence(Wire.get(watcher, PriceReader.IMAGE)));
                for (Future<PriceReader> each : reading) {
                    readers.add(each.get());
                }
            } finally {
                lastStep.compareAndSet(Long.MAX_VALUE, 0); // readers end, also if this failed
            }
        }
        judge(exchange, readers, fills);
    }

    private static boolean anyFailed(List<Future<PriceReader>> reading) {
        return reading.stream().anyMatch(each -> each.state() == Future.State.FAILED);
    }

    /** Of everything, slowly, carelessly, and of each part. */
    private List<PriceReader> readers(URI base, Slate slate, List<Player> players, Player watcher) {
        List<PriceReader> readers = new ArrayList<>();
        readers.add(reader(base, watcher, Interest.ALL, Habit.QUICK));
        readers.add(reader(base, players.get(0), Interest.ALL, Habit.QUICK));
        readers.add(reader(base, players.get(1), Interest.ALL, Habit.SLOW));
        readers.add(reader(base, players.get(2), Interest.ALL, Habit.SLOW));
        readers.add(reader(base, players.get(3), Interest.ALL, Habit.CARELESS));
        readers.add(reader(base, watcher, Interest.ofSport("soccer"), Habit.CARELESS));
        for (Game game : slate.games()) {
            Interest only = Interest.ofGame(game.id());
            players.forEach(player -> readers.add(reader(base, player, only, Habit.QUICK)));
        }
        for (String league : List.of(Slate.HALVES, Slate.LIVE, Slate.BASKETBALL)) {
            readers.add(reader(base, watcher, Interest.ofLeague(league), Habit.QUICK));
        }
        return readers;
    }

    private PriceReader reader(URI base, Player player, Interest interest, Habit habit) {
        return new PriceReader(base, player, interest, habit, checks, lastStep::get);
    }

    private void judge(WatchedExchange exchange, List<PriceReader> readers, int fills) {
        Oracle oracle = new Oracle(exchange);
        for (PriceReader reader : readers) {
            for (Seen seen : reader.seen()) {
                oracle.ask(seen.sequence(), seen.book()::is);
            }
        }
        oracle.answer();
        int lost = 0;
        for (PriceReader reader : readers) {
            assertThat(reader.noticed()).isEqualTo(reader.lost() - reader.missing());
            lost += reader.lost();
        }
        assertThat(lost).isPositive();
        long frames = 0;
        long changes = 0;
        for (PriceReader slow : readers) {
            if (slow.isSlow()) {
                frames += slow.changes();
                changes += oracle.changes(slow.from(), slow.seen().getLast().sequence());
            }
        }
        assertThat(frames).as("conflated").isLessThan(changes);
        long marked =
                readers.stream()
                        .flatMap(reader -> reader.seen().stream())
                        .mapToLong(seen -> seen.book().marked())
                        .sum();
        assertThat(marked).as("own offers").isPositive();
        long all = oracle.changes(0, lastStep.get());
        System.out.printf(
                "figure: %d sockets, %d times every book was the core's; %d changes of ladders, %d a"
                        + " second, %d fills; slow sockets had %d frames for %d changes; %d frames"
                        + " lost, all noticed; %d own offers marked%n",
                readers.size(),
                checks.sum(),
                all,
                all / oracle.seconds(),
                fills,
                frames,
                changes,
                lost,
                marked);
    }
}
