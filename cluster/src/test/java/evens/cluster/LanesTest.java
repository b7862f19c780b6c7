package evens.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import evens.model.Command;
import evens.model.Event;
import evens.model.Gateway.Refusal;
import evens.model.Gateway.Reply;
import evens.model.Gateway.Sender;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanesTest {
    private static final Reply NOBODY =
            new Reply() {
                @Override
                public void answered(long sequence, List<Event> events) {}

                @Override
                public void refused(Refusal refusal) {}
            };

    private final Lanes lanes = new Lanes();
    private final Map<Character, Sender> senders = new HashMap<>();

    private static Request request(Sender sender, boolean overtakes, long number) {
        Command command =
                overtakes ? new Command.CancelAllOrders(number) : new Command.Deposit(number, 1);
        return new Request(command, sender, NOBODY);
    }

    private static long number(Request request) {
        return switch (request.command) {
            case Command.CancelAllOrders cancel -> cancel.account();
            case Command.Deposit deposit -> deposit.account();
            default -> throw new IllegalArgumentException("" + request.command);
        };
    }

    private boolean add(Sender sender, boolean overtakes, long number) {
        return lanes.add(request(sender, overtakes, number));
    }

    private List<Long> takeAll(boolean ordinaryToo) {
        return Stream.generate(() -> lanes.next(ordinaryToo))
                .takeWhile(request -> request != null)
                .peek(lanes::left)
                .map(LanesTest::number)
                .toList();
    }

    /**
     * {@code a1} is an order that sender a submits as number 1, {@code a1!} a cancel. What is in
     * the second column is taken while there is room for cancels only, and then the third.
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            textBlock =
                    """
                    a1 b2 a3            >       > 1 2 3
                    a1! b2! a3!         > 1 2 3 >
                    a1 b2!              > 2     > 1
                    a1 b2 c3! d4!       > 3 4   > 1 2
                    a1 a2!              >       > 1 2
                    a1 a2! a3! b4! c5   > 4     > 1 2 3 5
                    a1! a2              > 1     > 2
                    a1! a2 a3! b4!      > 1 4   > 2 3
                    """)
    void cancelsOvertakeOthersOrdersButNotTheirOwn(String submitted, String first, String then) {
        for (String one : submitted.split(" ", -1)) {
            Sender sender = senders.computeIfAbsent(one.charAt(0), _ -> new Sender());
            add(sender, one.endsWith("!"), one.charAt(1) - '0');
        }
        assertThat(takeAll(false)).isEqualTo(numbers(first));
        assertThat(takeAll(true)).isEqualTo(numbers(then));
        assertThat(senders.values()).noneMatch(Sender::isWaiting);
    }

    private static List<Long> numbers(String text) {
        return text == null || text.isBlank()
                ? List.of()
                : Stream.of(text.split(" ", -1)).map(Long::valueOf).toList();
    }

    @Test
    void aSenderWaitsUntilItsOrderHasLeft() {
        Sender sender = new Sender();
        add(sender, false, 1);
        Request order = lanes.next(true);
        assertThat(order).isNotNull();
        assertThat(sender.isWaiting()).isTrue();
        add(sender, true, 2);
        assertThat(takeAll(false)).isEmpty();
        lanes.left(order);
        assertThat(takeAll(true)).containsExactly(2L);
        assertThat(sender.isWaiting()).isFalse();
        add(sender, true, 3);
        assertThat(takeAll(false)).containsExactly(3L);
    }

    @Test
    void cancelsAreTakenWhenOrdersAreNotAnyMore() {
        Sender sender = new Sender();
        for (int i = 0; i < Lanes.MOST_ORDINARY; i++) {
            assertThat(add(sender, false, i)).isTrue();
        }
        assertThat(add(sender, false, 1)).isFalse();
        assertThat(add(new Sender(), false, 1)).isFalse();
        for (int i = 0; i < Lanes.MOST_URGENT; i++) {
            assertThat(add(i % 2 == 0 ? sender : new Sender(), true, i)).isTrue();
        }
        assertThat(add(sender, true, 1)).isFalse();
        assertThat(takeAll(true)).hasSize(Lanes.MOST_ORDINARY + Lanes.MOST_URGENT);
        assertThat(add(sender, false, 1)).isTrue();
        assertThat(add(sender, true, 1)).isTrue();
    }

    /** A queue that is added to at the last moment before it is polled. */
    private static final class LateQueue extends ConcurrentLinkedQueue<Request> {
        private static final long serialVersionUID = 1;

        private transient Runnable late = () -> {};

        @Override
        public @Nullable Request poll() {
            Runnable now = late;
            late = () -> {};
            now.run();
            return super.poll();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anOrderThatComesBetweenTwoLooksDoesNotGoBeforeItsCancel(boolean betweenTheLooks) {
        LateQueue urgent = new LateQueue();
        LateQueue ordinary = new LateQueue();
        Lanes late = new Lanes(urgent, ordinary);
        Sender sender = new Sender();
        (betweenTheLooks ? ordinary : urgent).late =
                () -> {
                    late.add(request(sender, true, 1));
                    late.add(request(sender, false, 2));
                };
        List<Long> taken = new ArrayList<>();
        while (taken.size() < 2) {
            Request request = late.next(true);
            if (request != null) {
                taken.add(number(request));
                late.left(request);
            }
        }
        assertThat(taken).containsExactly(1L, 2L);
    }

    /** Senders that wait for what they have submitted before they submit the next little. */
    @Test
    void whatOneSenderSubmitsStaysInOrder() throws Exception {
        int each = 60_000;
        AtomicLongArray last = new AtomicLongArray(4);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < last.length(); i++) {
            int whose = i;
            threads.add(Thread.ofPlatform().daemon().start(() -> submit(whose, each, last)));
        }
        Random random = new Random(9);
        int taken = 0;
        while (taken < each * threads.size()) {
            Request request = lanes.next(random.nextInt(8) > 0);
            if (request == null) {
                continue;
            }
            int whose = (int) (number(request) % last.length());
            assertThat(number(request)).isEqualTo(last.get(whose) + last.length());
            lanes.left(request);
            last.set(whose, number(request));
            taken++;
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(takeAll(true)).isEmpty();
    }

    private void submit(int whose, int count, AtomicLongArray last) {
        Random random = new Random(whose);
        Sender sender = new Sender();
        long number = whose;
        last.set(whose, number);
        for (int i = 0; i < count; i++) {
            number += last.length();
            add(sender, random.nextBoolean(), number);
            boolean waits = random.nextInt(3) == 0;
            while (waits && last.get(whose) < number) {
                Thread.onSpinWait();
            }
        }
    }
}
