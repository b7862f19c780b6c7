package evens.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import evens.model.Command;
import evens.model.Command.EditOrder;
import evens.model.Command.Stamp;
import evens.model.GameState;
import evens.model.MarketType;
import evens.model.Money;
import evens.model.OrderType;
import evens.model.Side;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Once it is warm, placing and cancelling allocate nothing on the thread that does it. */
class AllocationTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int ROUNDS = 100_000;
    private static final int WARM_RUNS = 2;
    private static final byte[] NOTHING = {};
    private static final long LATEST = Stamp.LATEST.epoch();
    private static final byte[] REFERENCE =
            "0123456789".repeat(51).getBytes(StandardCharsets.UTF_8);

    /** Every type, and whole, half and quarter numbers. */
    private static final List<Question> QUESTIONS =
            List.of(
                    new Question(MarketType.MONEYLINE, Side.PARTICIPANT, 1, Side.PARTICIPANT, 2, 0),
                    new Question(MarketType.SPREAD, Side.PARTICIPANT, 1, Side.PARTICIPANT, 2, 14),
                    new Question(MarketType.SPREAD, Side.PARTICIPANT, 1, Side.PARTICIPANT, 2, -13),
                    new Question(MarketType.TOTAL, Side.OVER, 0, Side.UNDER, 0, 40),
                    new Question(MarketType.TOTAL, Side.OVER, 0, Side.UNDER, 0, 43),
                    new Question(MarketType.MONEYLINE_1X2, Side.YES, 2, Side.NO, 2, 0),
                    new Question(MarketType.MONEYLINE_1X2, Side.YES, 0, Side.NO, 0, 0));

    /** A market, and how maker and taker say what they back. */
    private record Question(
            MarketType type,
            Side maker,
            long makerParticipant,
            Side taker,
            long takerParticipant,
            int number) {
        int takerNumber() {
            return type == MarketType.SPREAD ? -number : number;
        }
    }

    private final Exchange exchange = new Exchange(1_000);
    private final CountedEvents events = new CountedEvents();
    private final long[] ids = new long[200];
    private int asked;

    @BeforeEach
    void openAccountsAndGames() {
        for (int account = 1; account <= 3; account++) {
            exchange.apply(
                    new Command.OpenAccount(
                            account, 0, Money.MAX_AMOUNT, 10_000, 1_000_000 * Money.DOLLAR),
                    0,
                    events);
        }
        exchange.apply(new Command.CreateLeague("EPL", "soccer", 10), 0, events);
        for (int game = 1; game <= 2; game++) {
            exchange.apply(
                    new Command.CreateGame(Games.terms(game, "EPL", 1_000_000), GameState.OPEN),
                    0,
                    events);
        }
    }

    @Test
    void placeAndCancel() {
        assertAllocatesNothing(ROUNDS, this::placeAndCancelOne);
    }

    private void placeAndCancelOne(int round) {
        place(1, 1, 1 + round % 50, OrderType.LIMIT, 0, NOTHING);
        exchange.cancel(1, events.lastOrder(), events);
    }

    @Test
    void placeAndCancelWithReferencesAndExpiry() {
        assertAllocatesNothing(
                ROUNDS,
                round -> {
                    place(1, 1, 1 + round % 50, OrderType.POST, 1 + round % 9, REFERENCE);
                    exchange.cancel(1, events.lastOrder(), events);
                });
    }

    @Test
    void batchesThatAreCancelledAsAList() {
        assertAllocatesNothing(
                ROUNDS / ids.length,
                round -> {
                    for (int i = 0; i < ids.length; i++) {
                        place(1, 1 + i % 2, i * 10, OrderType.LIMIT, i % 3, REFERENCE);
                        ids[i] = events.lastOrder();
                    }
                    for (long id : ids) {
                        exchange.cancel(1, id, events);
                        exchange.cancel(2, id, events);
                    }
                });
    }

    @Test
    void batchesThatAreCancelledAllAtOnce() {
        assertAllocatesNothing(
                ROUNDS / ids.length,
                round -> {
                    for (int i = 0; i < ids.length; i++) {
                        place(1 + i % 2, 1, i * 10, OrderType.LIMIT, 0, REFERENCE);
                    }
                    exchange.cancelAll(1, false, 0, events);
                    exchange.cancelAll(2, false, 0, events);
                    exchange.cancelAll(77, false, 0, events);
                });
    }

    @Test
    void edits() {
        place(1, 1, 50, OrderType.LIMIT, 0, REFERENCE);
        assertAllocatesNothing(
                ROUNDS,
                round ->
                        exchange.edit(
                                1,
                                LATEST,
                                0,
                                events.lastOrder(),
                                50 + round % 40,
                                10 * Money.DOLLAR + round,
                                OrderType.LIMIT,
                                round % 3,
                                null,
                                0,
                                EditOrder.NO_STAKE,
                                false,
                                0,
                                events));
    }

    @Test
    void whatIsRefused() {
        assertAllocatesNothing(
                ROUNDS,
                round -> {
                    place(77, 1, 0, OrderType.LIMIT, 0, NOTHING);
                    place(1, 1, Integer.MIN_VALUE, OrderType.LIMIT, 0, NOTHING);
                    place(1, 1, 0, OrderType.FILL_AND_KILL, 0, NOTHING);
                    exchange.cancel(1, round, events);
                });
    }

    /**
     * Wagers are kept, so a match takes a place in a block; within a block it allocates nothing.
     */
    @Test
    void matches() {
        for (int round = 0; round < 20_000; round++) {
            placeAndCancelOne(round);
        }
        long least = Long.MAX_VALUE;
        for (int run = 0; run < 5 && least > 0; run++) {
            int wagersLeftInBlock = roomInBlock(4_096, 2_000);
            long before = allocated();
            for (int i = 0; i < wagersLeftInBlock / 2 - 10; i++) {
                matchOnce();
            }
            least = Math.min(least, allocated() - before);
        }
        assertThat(least).isZero();
    }

    /** Makes so many matches that the compiler has seen them; answers how many wagers fit still. */
    private int roomInBlock(int block, int room) {
        long enough = events.matched() + 20L * block;
        int used = 0;
        while (events.matched() < enough || used == 0 || used > block - room) {
            matchOnce();
            used = (int) (2 * events.matched() % block);
        }
        return block - used;
    }

    private void matchOnce() {
        long before = events.matched();
        place(1, 1, 50, OrderType.POST, 0, NOTHING);
        Question question = QUESTIONS.get(asked);
        exchange.place(
                2,
                LATEST,
                0,
                0,
                1,
                question.type(),
                question.taker(),
                question.takerParticipant(),
                question.takerNumber(),
                -50,
                2 * Money.DOLLAR,
                OrderType.FILL_AND_KILL,
                0,
                NOTHING,
                0,
                0,
                events);
        exchange.cancelAll(1, false, 0, events);
        if (events.matched() != before + 1) {
            throw new AssertionError("no match");
        }
    }

    /** An order on the question that comes next. */
    private void place(
            long account, long game, int line, OrderType type, int minutes, byte[] reference) {
        asked = (asked + 1) % QUESTIONS.size();
        Question question = QUESTIONS.get(asked);
        exchange.place(
                account,
                LATEST,
                0,
                0,
                game,
                question.type(),
                question.maker(),
                question.makerParticipant(),
                question.number(),
                line,
                10 * Money.DOLLAR,
                type,
                minutes,
                reference,
                reference.length,
                0,
                events);
    }

    private interface Round {
        void run(int number);
    }

    /**
     * The virtual machine may allocate for itself, once, when it compiles what runs; so the rounds
     * are run again until a whole run of them was free.
     */
    private static void assertAllocatesNothing(int rounds, Round round) {
        long least = Long.MAX_VALUE;
        for (int run = 0; run < WARM_RUNS + 5 && least > 0; run++) {
            long before = allocated();
            for (int i = 0; i < rounds; i++) {
                round.run(i);
            }
            if (run >= WARM_RUNS) {
                least = Math.min(least, allocated() - before);
            }
        }
        assertThat(least).isZero();
    }

    private static long allocated() {
        return THREADS.getCurrentThreadAllocatedBytes();
    }
}
