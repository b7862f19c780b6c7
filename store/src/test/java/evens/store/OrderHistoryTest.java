package evens.store;

import static evens.store.People.await;
import static org.assertj.core.api.Assertions.assertThat;

import evens.model.Ending;
import evens.model.Event;
import evens.model.Event.DelayedOrderRejected;
import evens.model.Event.Maker;
import evens.model.Event.OrderCancelled;
import evens.model.Event.OrderDelayed;
import evens.model.Event.OrderMatched;
import evens.model.Event.OrderPlaced;
import evens.model.Event.OrderResumed;
import evens.model.Event.Taker;
import evens.model.Market;
import evens.model.OrderType;
import evens.model.Outcome;
import evens.model.PastOrder;
import evens.model.Reject;
import evens.model.Step;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The life of one order with a stake of 100, and what the history says of it. */
class OrderHistoryTest {
    private static final long ORDER = 5;
    private static final Market MARKET = Market.spread(-14);

    @TempDir private Path folder;
    private long filled;

    /**
     * Steps are divided by a bar. {@code rests N}: placed, and this much of it rests; {@code takes
     * N} as taker; {@code gives N} as maker; {@code ends WHY}. {@code waits until N}: delayed;
     * {@code after N}: placed after it, and this much of it rests; {@code vain WHY}: not placed
     * after it. {@code resumes it}, after {@code ends PAUSED}. Step n is at n * 1000.
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            textBlock =
                    """
                    rests 100                                     > filled 0 open at 0
                    rests 60, takes 40                            > filled 40 open at 0
                    rests 0, takes 60, takes 40                   > filled 100 FILLED at 1000
                    rests 0, takes 60                             > filled 60 KILLED at 1000
                    rests 0, takes 99, ends REMAINDER_TOO_SMALL   > filled 99 REMAINDER_TOO_SMALL at 1000
                    rests 100 | gives 30                          > filled 30 open at 0
                    rests 100 | gives 30, gives 20                > filled 50 open at 0
                    rests 100 | gives 30 | gives 70               > filled 100 FILLED at 3000
                    rests 100 | gives 30, ends INSUFFICIENT_FUNDS > filled 30 INSUFFICIENT_FUNDS at 2000
                    rests 100 | ends USER                         > filled 0 USER at 2000
                    rests 100 | gives 1 | ends EXPIRED            > filled 1 EXPIRED at 3000
                    rests 60, takes 40 | gives 60                 > filled 100 FILLED at 2000
                    rests 60, takes 40 | gives 1 | ends BAN       > filled 41 BAN at 3000
                    waits 2                                       > filled 0 open at 0
                    waits 2 | after 60, takes 40                  > filled 40 open at 0
                    waits 2 | after 0, takes 60, takes 40         > filled 100 FILLED at 2000
                    waits 2 | after 0, takes 60                   > filled 60 KILLED at 2000
                    waits 2 | after 60, takes 40 | gives 60       > filled 100 FILLED at 3000
                    waits 2 | after 100 | ends USER               > filled 0 USER at 3000
                    waits 2 | ends USER                           > filled 0 USER at 2000
                    waits 2 | vain NOTHING_TO_TAKE                > filled 0 KILLED at 2000
                    rests 100 | ends PAUSED                       > filled 0 open at 0
                    rests 60, takes 40 | ends PAUSED              > filled 40 open at 0
                    rests 100 | gives 30 | ends PAUSED | ends BAN > filled 30 BAN at 4000
                    rests 100 | ends PAUSED | resumes it          > filled 0 open at 0
                    rests 100 | ends PAUSED | resumes it | gives 9 > filled 9 open at 0
                    rests 60, takes 40 | ends PAUSED | resumes it | gives 60 > filled 100 FILLED at 4000
                    """)
    void orders(String life, String expected) {
        List<Step> steps = steps(life);
        for (int most : List.of(1, 2, 100)) {
            PastOrder order = applied(steps, folder.resolve("" + most), most);
            assertThat(order).isNotNull();
            assertThat(state(order)).isEqualTo(expected);
            assertThat(order)
                    .isEqualTo(
                            new PastOrder(
                                    ORDER,
                                    1,
                                    6,
                                    7,
                                    9,
                                    MARKET,
                                    Outcome.SECOND,
                                    -110,
                                    100,
                                    order.filled(),
                                    OrderType.POST,
                                    order.ending(),
                                    1_000,
                                    60_000,
                                    order.endedAtMillis(),
                                    "mine"));
        }
    }

    /** The same when the history begins with step 2. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            textBlock =
                    """
                    rests 100 | gives 30                      > filled 30 open at 0, created at 1000
                    rests 100 | gives 30 | gives 70           > filled 100 FILLED at 3000, created at 1000
                    rests 60, takes 40 | gives 1 | ends USER  > filled 41 USER at 3000, created at 1000
                    rests 100 | ends USER                     > filled 0 USER at 2000, created at 0
                    rests 100 | ends PAUSED                   > filled 0 open at 0, created at 0
                    rests 100 | ends PAUSED | ends LEASE      > filled 0 LEASE at 3000, created at 0
                    waits 2 | ends USER                       > filled 0 USER at 2000, created at 0
                    """)
    void ordersPlacedBeforeTheHistory(String life, String expected) {
        List<Step> steps = steps(life);
        for (int most : List.of(1, 100)) {
            PastOrder order =
                    applied(steps.subList(1, steps.size()), folder.resolve("" + most), most);
            assertThat(order).isNotNull();
            assertThat(state(order) + ", created at " + order.createdAtMillis())
                    .isEqualTo(expected);
            assertThat(order)
                    .isEqualTo(
                            new PastOrder(
                                    ORDER,
                                    1,
                                    6,
                                    0,
                                    9,
                                    MARKET,
                                    Outcome.SECOND,
                                    -110,
                                    100,
                                    order.filled(),
                                    null,
                                    order.ending(),
                                    order.createdAtMillis(),
                                    0,
                                    order.endedAtMillis(),
                                    "mine"));
        }
    }

    /**
     * The same when the history begins with step 2, and its placing or its return is told later.
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            textBlock =
                    """
                    waits 2 | after 60, takes 40                        > filled 40 open at 0
                    waits 2 | after 0, takes 60                         > filled 60 KILLED at 2000
                    rests 100 | resumes it                              > filled 0 open at 0
                    rests 100 | ends PAUSED | resumes it                > filled 0 open at 0
                    rests 100 | gives 1 | ends PAUSED | resumes it      > filled 1 open at 0
                    rests 100 | gives 1 | ends PAUSED | resumes it | ends USER > filled 1 USER at 5000
                    """)
    void ordersThatAreToldOfWhollyAfterTheHistoryBegan(String life, String expected) {
        List<Step> steps = steps(life);
        for (int most : List.of(1, 2, 100)) {
            PastOrder order =
                    applied(steps.subList(1, steps.size()), folder.resolve("" + most), most);
            assertThat(order).isNotNull();
            assertThat(state(order)).isEqualTo(expected);
            assertThat(List.of(order.transaction(), order.createdAtMillis()))
                    .containsExactly(7L, 1_000L);
            assertThat(order.expiresAtMillis()).isEqualTo(60_000);
            assertThat(order.type()).isEqualTo(OrderType.POST);
        }
    }

    @Test
    void anOrderThatWaitedInVainBeforeTheHistoryBeganIsNotThere() {
        List<Step> steps = steps("waits 2 | vain GAME_NOT_OPEN");
        assertThat(applied(steps.subList(1, 2), folder, 1)).isNull();
    }

    @Test
    void anOrderThatNobodyTellsOfIsNotThere() {
        assertThat(applied(List.of(new Step(1, 1, List.of())), folder, 1)).isNull();
    }

    private static String state(PastOrder order) {
        Ending ending = order.ending();
        return "filled %d %s at %d"
                .formatted(
                        order.filled(),
                        ending == null ? "open" : ending.name(),
                        order.endedAtMillis());
    }

    private static @Nullable PastOrder applied(List<Step> steps, Path folder, int most) {
        try (SqlHistory history = Histories.open(folder)) {
            for (int i = 0; i < steps.size(); i += most) {
                history.apply(
                        history.readApplied(), steps.subList(i, Math.min(steps.size(), i + most)));
            }
            return await(history.order(ORDER));
        }
    }

    private List<Step> steps(String life) {
        List<Step> steps = new ArrayList<>();
        filled = 0;
        for (String step : life.strip().split(" *\\| *", -1)) {
            List<Event> events = new ArrayList<>();
            for (String event : step.split(", ", -1)) {
                String[] words = event.split(" ", -1);
                add(events, words[0], words[1], events.size() + 10L * steps.size());
            }
            long sequence = steps.size() + 1L;
            steps.add(new Step(sequence, sequence * 1_000, events));
        }
        return steps;
    }

    private void add(List<Event> events, String verb, String object, long transaction) {
        switch (verb) {
            case "rests" -> events.add(placed(ORDER, 1, 100, Long.parseLong(object), "mine"));
            case "after" -> events.add(placed(-1, ORDER, 1, 100, Long.parseLong(object), "mine"));
            case "waits" -> events.add(delayed(Long.parseLong(object) * 1_000));
            case "vain" -> events.add(new DelayedOrderRejected(ORDER, 1, Reject.valueOf(object)));
            case "resumes" -> events.add(resumed(100 - filled));
            case "takes" -> {
                long stake = Long.parseLong(object);
                filled += stake;
                Maker maker = new Maker(50, 2, 6, 1_000, 1, 999, -1, -1, 1, 500, false, null);
                Taker taker = new Taker(ORDER, 1, 6, stake, 1, 1, -1, -1, 1, "mine");
                events.add(matched(transaction, maker, taker, Outcome.FIRST, 120));
            }
            case "gives" -> {
                long stake = Long.parseLong(object);
                long other = 1_000 + transaction;
                filled += stake;
                long remaining = 100 - filled;
                Maker maker =
                        new Maker(
                                ORDER, 1, 6, 100, stake, remaining, -1, -1, 1, 1_000, false,
                                "mine");
                Taker taker = new Taker(other, 3, 6, stake, 1, 1, -1, -1, 1, null);
                events.add(placed(other, 3, stake, 0, null));
                events.add(matched(transaction, maker, taker, Outcome.SECOND, -110));
            }
            case "ends" ->
                    events.add(
                            new OrderCancelled(
                                    ORDER,
                                    1,
                                    6,
                                    9,
                                    MARKET,
                                    Outcome.SECOND,
                                    -110,
                                    filled,
                                    100 - filled,
                                    Ending.valueOf(object),
                                    1,
                                    false,
                                    "mine"));
            default -> throw new IllegalArgumentException(verb);
        }
    }

    private static OrderDelayed delayed(long untilMillis) {
        return new OrderDelayed(
                0,
                ORDER,
                1,
                6,
                7,
                9,
                MARKET,
                Outcome.SECOND,
                -110,
                100,
                OrderType.POST,
                1_000,
                60_000,
                untilMillis,
                "mine");
    }

    private static OrderResumed resumed(long resting) {
        return new OrderResumed(
                0,
                ORDER,
                1,
                6,
                7,
                9,
                MARKET,
                Outcome.SECOND,
                -110,
                100,
                resting,
                OrderType.POST,
                1_000,
                60_000,
                1,
                "mine");
    }

    private static OrderPlaced placed(
            long order, long account, long stake, long resting, @Nullable String reference) {
        return placed(0, order, account, stake, resting, reference);
    }

    private static OrderPlaced placed(
            int index,
            long order,
            long account,
            long stake,
            long resting,
            @Nullable String reference) {
        return new OrderPlaced(
                index,
                order,
                account,
                6,
                7,
                9,
                MARKET,
                Outcome.SECOND,
                -110,
                stake,
                resting,
                OrderType.POST,
                1_000,
                60_000,
                1,
                reference);
    }

    private static OrderMatched matched(
            long transaction, Maker maker, Taker taker, Outcome makerOutcome, int makerLine) {
        return new OrderMatched(transaction, 9, MARKET, makerOutcome, makerLine, maker, taker);
    }
}
