package evens.app;

import static org.assertj.core.api.Assertions.assertThat;

import evens.app.UserReader.Seen;
import evens.app.Venue.Player;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Whoever has heard all messages of an account knows its open orders and matched bets, at every
 * heartbeat, however often the line was cut.
 */
@Tag("streams")
class AccountEqualityTest {
    private static final Duration TRADED = Duration.ofSeconds(20);
    private static final int READERS_EACH = 2;

    private final AtomicLong lastStep = new AtomicLong(Long.MAX_VALUE);

    @Test
    void whatAnAccountHearsIsWhatItHas(@TempDir Path data) throws Exception {
        WatchedExchange exchange = new WatchedExchange(data);
        Map<UserReader, Player> readers = new HashMap<>();
        try (exchange;
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Slate slate = new Slate(exchange, Duration.ofSeconds(10));
            List<Player> players = exchange.players("zqx", 5);
            Map<Future<UserReader>, Player> reading = new HashMap<>();
            try (Trading trading = new Trading(players, slate, 40, 300)) {
                trading.meanwhile(new Steward(exchange.operator(), slate), Duration.ofMillis(100));
                for (Player player : players) {
                    for (int i = 0; i < READERS_EACH; i++) {
                        UserReader reader =
                                new UserReader(
                                        exchange.base(), player, reading.size(), lastStep::get);
                        reading.put(threads.submit(reader), player);
                    }
                }
                LockSupport.parkNanos(TRADED.toNanos());
                trading.stop();
                lastStep.set(Wire.sequence(Wire.get(players.getFirst(), PriceReader.IMAGE)));
                for (Map.Entry<Future<UserReader>, Player> each : reading.entrySet()) {
                    readers.put(each.getKey().get(), each.getValue());
                }
                readers.forEach(AccountEqualityTest::isWhatTheListsSay);
            } finally {
                lastStep.compareAndSet(Long.MAX_VALUE, 0); // readers end, also if this failed
            }
        }
        judge(exchange, readers);
    }

    /** The lists of open orders and matched bets, of which nothing is left waiting. */
    private static void isWhatTheListsSay(UserReader reader, Player player) {
        Map<String, OwnOrder> open = new HashMap<>();
        for (JsonNode row : Wire.data(Wire.get(player, "/user/getUnmatched")).iterator().next()) {
            if (!row.has("waiting")) {
                OwnOrder order = OwnOrder.ofRow(row);
                open.put(order.id(), order);
            }
        }
        assertThat(reader.books().open()).isEqualTo(open);
        Set<OwnBet> bets = new HashSet<>();
        for (JsonNode row : Wire.data(Wire.get(player, "/user/getMatchedBets")).iterator().next()) {
            bets.add(OwnBet.ofRow(row));
        }
        assertThat(reader.books().bets()).hasSize(bets.size()).allMatch(bets::contains);
    }

    private static void judge(WatchedExchange exchange, Map<UserReader, Player> readers) {
        Oracle oracle = new Oracle(exchange);
        int checks = 0;
        int cuts = 0;
        int replayed = 0;
        int again = 0;
        int bets = 0;
        long messages = 0;
        for (Map.Entry<UserReader, Player> each : readers.entrySet()) {
            UserReader reader = each.getKey();
            String account = each.getValue().id();
            int known = 0;
            for (Seen seen : reader.seen()) {
                int behind = known;
                oracle.ask(seen.sequence(), state -> is(reader, seen, behind, account, state));
                known = seen.bets();
                checks++;
            }
            cuts += reader.cuts();
            replayed += reader.replayed();
            again += reader.books().again();
            bets += known;
            messages += reader.books().last().count();
        }
        oracle.answer();
        assertThat(cuts).as("disconnects").isPositive();
        assertThat(replayed).as("messages replayed").isPositive();
        assertThat(bets).as("matched bets").isPositive();
        System.out.printf(
                "figure: %d readers of %d messages, %d times open orders and matched bets were the"
                        + " core's; %d disconnects, %d messages replayed, %d heard again, %d bets%n",
                readers.size(), messages, checks, cuts, replayed, again, bets);
    }

    /**
     * @param behind how many bets were looked at before
     */
    private static void is(
            UserReader reader, Seen seen, int behind, String account, CoreState state) {
        assertThat(seen.open()).as("step %d", seen.sequence()).isEqualTo(state.openOrders(account));
        List<OwnBet> since = reader.books().bets().subList(behind, seen.bets());
        assertThat(new ArrayList<>(since))
                .as("step %d", seen.sequence())
                .isEqualTo(state.bets(account, behind));
    }
}
