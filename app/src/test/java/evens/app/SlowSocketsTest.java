package evens.app;

import static org.assertj.core.api.Assertions.assertThat;

import evens.app.LadderTrade.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Five hundred price sockets, of which half stop reading now and then: the others must not feel it,
 * and the exchange neither. Times when all read and times when half have stopped take turns, so
 * that whatever else the machine does is in both. What counts is the median of many short rounds;
 * the slowest frames are told, but they tell more of the machine than of the exchange.
 */
@Tag("streams")
class SlowSocketsTest {
    private static final int SOCKETS = 500;
    private static final int TURNS = 2;
    private static final int ROUNDS_A_TURN = 5;
    private static final int MOST_ROUNDS = 20;
    private static final int DEPTH = 40;
    private static final int ORDERS_A_SECOND = 20;
    private static final int ORDERS_A_ROUND = 2 * ORDERS_A_SECOND;
    private static final int FASTER = 60;
    private static final double MOST_SLOWER = 1.2;
    private static final long MOST_KIBIBYTES = 1_024 * 1_024;
    private static final Duration TO_HEAR = Duration.ofSeconds(20);
    private static final Duration TO_BE_CLOSED = Duration.ofSeconds(60);
    private static final String REASON = "1013 nothing was read for 10 s";

    private final List<StoppableSocket> readers = new ArrayList<>();
    private final List<StoppableSocket> others = new ArrayList<>();
    private final Noticed whenAllRead = new Noticed();
    private final Noticed whenHalfStopped = new Noticed();

    /** What the readers noticed, round by round. */
    private static final class Noticed {
        private final List<Double> halves = new ArrayList<>();
        private final List<Double> slowest = new ArrayList<>();
        private final List<Double> afterReply = new ArrayList<>();
        private final List<Double> framesPerSecond = new ArrayList<>();

        private static double median(List<Double> values) {
            return values.stream().sorted().toList().get(values.size() / 2);
        }

        private static double millis(LongStream nanos, double share) {
            long[] all = nanos.sorted().toArray();
            return all[(int) Math.ceil(share * all.length) - 1] / 1e6;
        }

        void add(List<StoppableSocket> readers, List<Step> steps, double seconds) {
            halves.add(millis(times(readers, steps, Step::sentNanos), 0.5));
            slowest.add(millis(times(readers, steps, Step::sentNanos), 0.99));
            afterReply.add(millis(times(readers, steps, Step::repliedNanos), 0.5));
            framesPerSecond.add(readers.stream().mapToInt(StoppableSocket::count).sum() / seconds);
        }

        private static LongStream times(
                List<StoppableSocket> readers, List<Step> steps, ToLongFunction<Step> from) {
            return readers.stream()
                    .flatMapToLong(reader ->
                            steps.stream()
                                    .mapToLong(step ->
                                            reader.nanos(step.sequence())
                                                    - from.applyAsLong(step)));
        }
    }

    @Test
    void thoseWhoReadDoNotFeelThoseWhoDoNot(@TempDir Path data) throws IOException {
        Map<String, String> little = Map.of("JDK_JAVA_OPTIONS", "-Xmx256m");
        try (Venue venue = new Venue(data, little);
                LadderTrade trade = new LadderTrade(venue, DEPTH)) {
            String token = venue.player("reader", "1").token();
            open(readers, venue, token);
            open(others, venue, token);
            rounds(trade, new Noticed());
            long most = 0;
            for (int i = 1; i <= TURNS; i++) {
                rounds(trade, whenAllRead);
                others.forEach(StoppableSocket::stop);
                fill(venue, trade);
                for (int rounds = 0; count(venue, "too_slow") < i * SOCKETS / 2; rounds++) {
                    assertThat(rounds).as("rounds, and not closed").isLessThan(MOST_ROUNDS);
                    round(trade, whenHalfStopped);
                }
                most = Math.max(most, kibibytes(venue));
                others.forEach(StoppableSocket::goOn);
                for (StoppableSocket other : others) {
                    assertThat(other.closed()).succeedsWithin(TO_BE_CLOSED).isEqualTo(REASON);
                    other.close();
                }
                others.clear();
                open(others, venue, token);
            }
            tell(most);
            assertThat(readers).noneMatch(reader -> reader.closed().isDone());
            assertThat(most).isLessThan(MOST_KIBIBYTES);
        } finally {
            for (StoppableSocket socket : readers) {
                socket.close();
            }
            for (StoppableSocket socket : others) {
                socket.close();
            }
        }
        notSlower(whenHalfStopped.halves, whenAllRead.halves);
        notSlower(whenAllRead.framesPerSecond, whenHalfStopped.framesPerSecond);
    }

    private static void notSlower(List<Double> most, List<Double> least) {
        assertThat(Noticed.median(most) / Noticed.median(least)).isLessThan(MOST_SLOWER);
    }

    private static void open(List<StoppableSocket> sockets, Venue venue, String token)
            throws IOException {
        for (int i = 0; i < SOCKETS / 2; i++) {
            sockets.add(StoppableSocket.open(venue.server().base(), token));
        }
    }

    private void rounds(LadderTrade trade, Noticed noticed) {
        for (int i = 0; i < ROUNDS_A_TURN; i++) {
            round(trade, noticed);
        }
    }

    /** Two seconds of trading. */
    private void round(LadderTrade trade, Noticed noticed) {
        readers.forEach(StoppableSocket::forget);
        long began = System.nanoTime();
        List<Step> steps = trade.run(ORDERS_A_ROUND, ORDERS_A_SECOND);
        double seconds = (System.nanoTime() - began) / 1e9;
        long last = steps.getLast().sequence();
        Await.until(
                TO_HEAR,
                () -> "step " + last,
                () -> readers.stream().allMatch(reader -> reader.sequence() >= last));
        noticed.add(readers, steps, seconds);
    }

    /** Trades faster until what lies between the exchange and those who have stopped is full. */
    private static void fill(Venue venue, LadderTrade trade) {
        int before = count(venue, "conflated");
        for (int i = 0; count(venue, "conflated") - before < SOCKETS; i++) {
            assertThat(i).as("seconds, and nothing waits").isLessThan(MOST_ROUNDS);
            trade.run(FASTER, FASTER);
        }
    }

    private static int count(Venue venue, String what) {
        Pattern line = Pattern.compile("(?m)^evens_price_feed_" + what + "_total (\\S+)$");
        Matcher found = line.matcher(Wire.send(venue.operator(), "GET", "/metrics", null).body());
        assertThat(found.find()).isTrue();
        return (int) Double.parseDouble(found.group(1));
    }

    /** What the process holds in memory that is no file. */
    private static long kibibytes(Venue venue) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + venue.server().pid() + "/status")).stream()
                .filter(line -> line.startsWith("RssAnon:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }

    private void tell(long kibibytes) {
        tell("all read", whenAllRead);
        tell("half have stopped", whenHalfStopped);
        System.out.printf(
                Locale.ROOT,
                "figure: slow sockets: %d closed for not reading, %d MiB of memory at most with a"
                        + " heap of 256%n",
                TURNS * SOCKETS / 2,
                kibibytes / 1_024);
    }

    private static void tell(String when, Noticed noticed) {
        System.out.printf(
                Locale.ROOT,
                "figure: slow sockets: of %d, %s: the other half gets %,.0f frames a second, from"
                        + " order to frame p50 %.2f ms, p99 %.2f ms, from reply to frame p50 %.2f ms"
                        + " (medians of %d rounds)%n",
                SOCKETS,
                when,
                Noticed.median(noticed.framesPerSecond),
                Noticed.median(noticed.halves),
                Noticed.median(noticed.slowest),
                Noticed.median(noticed.afterReply),
                noticed.halves.size());
    }
}
