package evens.app;

import static org.assertj.core.api.Assertions.assertThat;

import evens.app.Venue.Player;
import evens.client.RawResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The second core goes the way of the first, and a book that is read is its book at that step. */
@Tag("streams")
class OracleTest {
    private static final int READS = 50;

    @Test
    void booksThatAreReadAreTheCoresAtTheirStep(@TempDir Path data) {
        List<RawResponse> reads = new ArrayList<>();
        WatchedExchange exchange = new WatchedExchange(data);
        String reader;
        try (exchange) {
            Slate slate = new Slate(exchange, Duration.ofSeconds(4));
            List<Player> players = exchange.players("zqx", 3);
            reader = players.getFirst().id();
            try (Trading trading = new Trading(players, slate, 40, 300)) {
                trading.meanwhile(new Steward(exchange.operator(), slate), Duration.ofMillis(50));
                while (reads.size() < READS) {
                    LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
                    reads.add(Wire.get(players.getFirst(), PriceReader.IMAGE));
                }
                trading.stop();
                assertThat(trading.fills()).isPositive();
            }
        }
        Oracle oracle = new Oracle(exchange);
        for (RawResponse read : reads) {
            PriceBook book = new PriceBook(reader, Interest.ALL);
            book.begin(read);
            oracle.ask(Wire.sequence(read), book::is);
        }
        oracle.answer();
        long last = Wire.sequence(reads.getLast());
        System.out.printf(
                "figure: %d books read, each the core's; %d steps, %d changes of ladders%n",
                READS, last, oracle.changes(0, last));
    }
}
