package evens.cluster.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import evens.cluster.Season;
import evens.cluster.codec.CommandPublisher;
import evens.cluster.log.LogAdapter;
import evens.core.Exchange;
import evens.model.Command;
import evens.model.Money;
import evens.model.OrderType;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The engine's thread allocates nothing for what is asked of it most. */
@Tag("quick")
class AllocationTest {
    private static final long START = 1_750_000_000_000L;
    private static final int ROUNDS = 20_000;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final FeedRings rings = new FeedRings(() -> {});
    private final LogAdapter adapter = new LogAdapter(new Exchange(1000), _ -> {}, rings);
    private long now = START;

    private void run(UnsafeBuffer command) {
        adapter.onCommand(1, ++now, command, 0, command.capacity());
    }

    private static UnsafeBuffer bytes(Command command) {
        CommandPublisher publisher = new CommandPublisher(1 << 20);
        byte[] bytes = new byte[publisher.publish(command, 1)];
        publisher.buffer().getBytes(0, bytes);
        return new UnsafeBuffer(bytes);
    }

    private void drain() {
        while (rings.recorder().read((_, _, _, _) -> {}) > 0) {}
        while (rings.listener().read((_, _, _, _) -> {}) > 0) {}
    }

    @Test
    void placingEditingAndCancellingAllocateNothing() {
        for (Command command : Season.opening(START + Duration.ofDays(9).toMillis())) {
            run(bytes(command));
        }
        List<UnsafeBuffer> round = new ArrayList<>();
        round.add(bytes(Season.place(1, Season.AWAY, 100, 5 * Money.DOLLAR, 0, "a reference")));
        round.add(bytes(Season.place(2, Season.AWAY, 120, 5 * Money.DOLLAR, 10, null)));
        round.add(
                bytes(
                        new Command.PlaceOrders(
                                1,
                                List.of(
                                        Season.spread(Season.AWAY, 100, 5 * Money.DOLLAR),
                                        Season.over(100, 5 * Money.DOLLAR)))));
        round.add(bytes(edit("another reference")));
        round.add(bytes(edit(null)));
        round.add(bytes(new Command.CancelAllOrders(1)));
        round.add(bytes(new Command.CancelOrders(2, List.of(5L, 6L))));
        Command once = Season.place(2, Season.AWAY, 120, 5 * Money.DOLLAR, 10, "a reference");
        round.add(bytes(new Command.Once(2, 3, 4, 5, 6, once)));
        round.add(bytes(new Command.CancelAllOrders(2)));
        for (int i = 0; i < ROUNDS; i++) {
            round(round);
        }
        long thread = Thread.currentThread().threadId();
        long allocated = threads.getThreadAllocatedBytes(thread);
        long overhead = threads.getThreadAllocatedBytes(thread) - allocated;
        allocated = threads.getThreadAllocatedBytes(thread);
        for (int i = 0; i < ROUNDS; i++) {
            round(round);
        }
        long bytes = threads.getThreadAllocatedBytes(thread) - allocated - overhead;
        System.out.printf(
                "%d bytes allocated by %d commands%n", bytes, (long) ROUNDS * round.size());
        assertThat(bytes).isLessThan(ROUNDS / 10);
    }

    private static Command edit(@Nullable String reference) {
        return new Command.EditOrder(
                1,
                new Command.Stamp(1, 2),
                77,
                100,
                null,
                OrderType.LIMIT,
                0,
                reference,
                6 * Money.DOLLAR,
                true);
    }

    private void round(List<UnsafeBuffer> round) {
        for (int i = 0; i < round.size(); i++) {
            run(round.get(i));
        }
        drain();
    }
}
