package evens.app;

import static org.assertj.core.api.Assertions.assertThat;

import evens.app.Venue.Player;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the price feed says of accounts: to each, which offers are its own, and nothing else. */
@Tag("streams")
class PrivacyTest {
    private static final long FRAMES = 1_000_000;
    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final int STRANGERS = 36;

    private final LongAdder frames = new LongAdder();
    private final LongAdder own = new LongAdder();
    private volatile boolean isOver;

    @Test
    void aMillionFramesSayNothingOfOthers(@TempDir Path data) throws Exception {
        try (WatchedExchange exchange = new WatchedExchange(data);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Slate slate = new Slate(exchange, Duration.ofSeconds(15));
            List<Player> players = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                players.add(exchange.player(Dealer.MARK + i, "73512468" + i + ".135791"));
            }
            Player stranger = exchange.player(Dealer.MARK + "watcher", "735124689.97531");
            try (Trading trading = new Trading(players, slate, 12, 400)) {
                trading.meanwhile(new Steward(exchange.operator(), slate), Duration.ofMillis(200));
                List<Future<Void>> reading = new ArrayList<>();
                for (Player player : players) {
                    reading.add(threads.submit(() -> read(exchange.base(), player, own)));
                }
                LongAdder none = new LongAdder();
                for (int i = 0; i < STRANGERS; i++) {
                    reading.add(threads.submit(() -> read(exchange.base(), stranger, none)));
                }
                Await.until(
                        LONGEST,
                        () -> frames + " frames",
                        () -> frames.sum() >= FRAMES || reading.stream().anyMatch(Future::isDone));
                isOver = true;
                trading.stop();
                for (Future<Void> each : reading) {
                    each.get();
                }
                assertThat(none.sum()).as("offers of who has none").isZero();
            } finally {
                isOver = true;
            }
        }
        assertThat(own.sum()).as("own offers").isPositive();
        System.out.printf(
                "figure: %d frames to %d sockets say nothing of others; %d own offers marked%n",
                frames.sum(), STRANGERS + 4, own.sum());
    }

    /**
     * @param marked counts the offers that are said to be the reader's own
     */
    private Void read(URI base, Player player, LongAdder marked) throws IOException {
        try (PlainSocket socket =
                PlainSocket.open(base, "/price-stream?heartbeat=1", player.token())) {
            while (!isOver) {
                marked.add(PublicFrame.check(socket.next().text(), player.id()));
                frames.increment();
            }
        }
        return null;
    }
}
