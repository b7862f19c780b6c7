package evens.app;

import static org.assertj.core.api.Assertions.assertThat;

import evens.core.Exchange;
import evens.core.RecordedEvents;
import evens.edge.orders.OrderDesk;
import evens.edge.view.View;
import evens.model.Command;
import evens.model.Command.NewOrder;
import evens.model.Event;
import evens.model.GameState;
import evens.model.GameTerms;
import evens.model.Gateway;
import evens.model.MarketType;
import evens.model.Money;
import evens.model.OrderType;
import evens.model.Participant;
import evens.model.RecordedFeed;
import evens.model.Side;
import evens.model.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The desk in front of a real exchange whose clock the test turns. */
final class OrderDeskTest {
    private static final long DELAY = 5_000;
    private static final long MAKER = 1;
    private static final long TAKER = 2;
    private static final long GAME = 7;

    private final LittleNode node = new LittleNode();
    private final OrderDesk desk = new OrderDesk(node, node.view, node);
    private final List<String> heard = new CopyOnWriteArrayList<>();

    /** Executes at once, and hands on each step as the node does: to the view, then the reply. */
    private static final class LittleNode implements Gateway, RecordedFeed {
        final View view = new View();
        final Exchange exchange = new Exchange(100);
        final RecordedEvents events = new RecordedEvents();
        final List<Step> steps = new CopyOnWriteArrayList<>();
        long timeMillis = 1_000_000;
        long firstKept = 1;
        long unwritten;

        @Override
        public void submit(Command command, Sender sender, Reply reply) {
            exchange.begin(steps.size() + 1L);
            exchange.apply(command, timeMillis, events);
            Step step = step();
            reply.answered(step.sequence(), step.events());
        }

        void pass(long millis) {
            timeMillis += millis;
            for (long due = exchange.nextDeadline(timeMillis);
                    due <= timeMillis;
                    due = exchange.nextDeadline(timeMillis)) {
                exchange.begin(steps.size() + 1L);
                exchange.runNextDeadline(timeMillis, timeMillis, events);
                step();
            }
        }

        private Step step() {
            Step step = new Step(steps.size() + 1L, timeMillis, events.take());
            steps.add(step);
            view.stepped(step);
            return step;
        }

        void execute(Command command) {
            submit(command, new Sender(), NOBODY);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public List<Step> steps(long from, int most) {
            List<Step> kept = new ArrayList<>();
            for (Step step : steps) {
                if (step.sequence() >= Math.max(from, firstKept) && kept.size() < most) {
                    kept.add(step);
                }
            }
            return kept;
        }

        @Override
        public void keepFrom(long sequence) {}

        @Override
        public long last() {
            return steps.size() - unwritten;
        }

        @Override
        public Messages messages(long account, long from) {
            return _ -> List.of();
        }
    }

    private static final Gateway.Reply NOBODY =
            new Gateway.Reply() {
                @Override
                public void answered(long sequence, List<Event> events) {}

                @Override
                public void refused(Gateway.Refusal refusal) {}
            };

    @BeforeEach
    void aLiveGameWithAnOffer() {
        node.execute(new Command.CreateLeague("EPL-LIVE", "soccer", (int) (DELAY / 1_000)));
        node.execute(
                new Command.CreateGame(
                        new GameTerms(
                                GAME,
                                "EPL-LIVE",
                                0,
                                500_000,
                                new Participant(11, "Away", "A", ""),
                                new Participant(12, "Home", "H", ""),
                                "A VS H",
                                "",
                                "Full Time",
                                false,
                                false,
                                false,
                                true),
                        GameState.OPEN));
        for (long account : List.of(MAKER, TAKER)) {
            node.execute(
                    new Command.OpenAccount(
                            account, 0, Money.MAX_AMOUNT, 0, 100_000 * Money.DOLLAR));
        }
        node.execute(new Command.PlaceOrders(MAKER, List.of(order(12, 0, OrderType.POST))));
    }

    @Test
    void whatDoesNotWaitIsAnsweredAtOnce() {
        place("first", order(12, 0, OrderType.POST));
        assertThat(heard).containsExactly("first: 6 placed");
    }

    @Test
    void whatWaitsIsAnsweredWhenItIsOver() {
        place("first", order(11, 0, OrderType.LIMIT));
        node.pass(DELAY - 1);
        assertThat(heard).isEmpty();
        node.pass(1);
        assertThat(heard).containsExactly("first: 7 delayed placed matched");
    }

    @Test
    void aBatchWaitsForItsSlowest() {
        place("first", order(11, 0, OrderType.LIMIT), order(12, 0, OrderType.POST));
        place("second", order(11, 0, OrderType.FILL_AND_KILL));
        assertThat(heard).isEmpty();
        node.pass(DELAY);
        assertThat(heard)
                .containsExactly(
                        "first: 8 delayed placed placed matched", "second: 9 delayed rejected");
    }

    @Test
    void whatIsCancelledWhileItWaitsIsAnsweredThen() {
        place("first", order(11, 0, OrderType.LIMIT));
        node.execute(new Command.CancelAllOrders(TAKER));
        assertThat(heard).containsExactly("first: 7 delayed cancelled");
    }

    @Test
    void whatIsRefusedAfterTheDelayIsAnsweredThen() {
        place("first", order(11, 0, OrderType.FILL_AND_KILL));
        node.execute(new Command.CancelAllOrders(MAKER));
        node.pass(DELAY);
        assertThat(heard).containsExactly("first: 8 delayed rejected");
    }

    @Test
    void underAKeyItIsAnsweredAsItWas() {
        keyed("first", "k", order(12, 0, OrderType.POST));
        node.execute(new Command.CancelAllOrders(TAKER));
        keyed("again", "k", order(12, 0, OrderType.POST));
        keyed("other", "l", order(12, 0, OrderType.POST));
        keyed("wrong", "k", order(12, 0, OrderType.LIMIT));
        await(4);
        assertThat(heard)
                .containsExactlyInAnyOrder(
                        "first: 6 placed",
                        "again: 6 placed",
                        "other: 9 placed",
                        "wrong: 10 refused");
    }

    @Test
    void aRepetitionWaitsAsLongAsTheFirst() {
        keyed("first", "k", order(11, 0, OrderType.LIMIT));
        keyed("again", "k", order(11, 0, OrderType.LIMIT));
        node.pass(DELAY);
        keyed("late", "k", order(11, 0, OrderType.LIMIT));
        await(3);
        assertThat(heard)
                .containsExactlyInAnyOrder(
                        "first: 8 delayed placed matched",
                        "again: 8 delayed placed matched",
                        "late: 8 delayed placed matched");
    }

    @Test
    void aRepetitionOfWhatIsOverIsFoundInWhatWasRecorded() {
        keyed("first", "k", order(11, 0, OrderType.LIMIT), order(11, 0, OrderType.FILL_AND_KILL));
        node.execute(new Command.CancelOrders(TAKER, List.of(waiting().getFirst())));
        node.pass(DELAY);
        keyed("late", "k", order(11, 0, OrderType.LIMIT), order(11, 0, OrderType.FILL_AND_KILL));
        await(2);
        assertThat(heard)
                .containsExactlyInAnyOrder(
                        "first: 8 delayed delayed cancelled placed matched",
                        "late: 8 delayed delayed cancelled placed matched");
    }

    @Test
    void whatIsRecordedAMomentLaterIsWaitedFor() {
        keyed("first", "k", order(12, 0, OrderType.POST));
        node.unwritten = 5;
        keyed("again", "k", order(12, 0, OrderType.POST));
        assertThat(heard).containsExactly("first: 6 placed");
        node.unwritten = 0;
        await(2);
        assertThat(heard).containsExactly("first: 6 placed", "again: 6 placed");
    }

    @Test
    void whatIsNotKeptAnyMoreIsForgotten() {
        keyed("first", "k", order(12, 0, OrderType.POST));
        node.firstKept = 7;
        keyed("again", "k", order(12, 0, OrderType.POST));
        await(2);
        assertThat(heard).containsExactly("first: 6 placed", "again: forgotten 6");
    }

    private List<Long> waiting() {
        return node.view.openOrders(TAKER).stream().map(order -> order.id()).toList();
    }

    private void await(int answers) {
        Await.until(
                Duration.ofSeconds(5),
                () -> answers + " answers: " + heard,
                () -> heard.size() >= answers);
    }

    private void place(String name, NewOrder... orders) {
        submit(name, null, orders);
    }

    private void keyed(String name, String key, NewOrder... orders) {
        submit(name, key, orders);
    }

    private void submit(String name, @Nullable String key, NewOrder... orders) {
        desk.submit(
                new Command.PlaceOrders(TAKER, List.of(orders)),
                key,
                new Gateway.Sender(),
                new OrderDesk.Answer() {
                    @Override
                    public void executed(long sequence, List<Event> events) {
                        StringBuilder words = new StringBuilder(name + ": " + sequence);
                        events.forEach(event -> words.append(' ').append(word(event)));
                        heard.add(words.toString());
                    }

                    @Override
                    public void refused(Gateway.Refusal refusal) {
                        heard.add(name + ": " + refusal);
                    }

                    @Override
                    public void forgotten(long sequence) {
                        heard.add(name + ": forgotten " + sequence);
                    }
                });
    }

    private static String word(Event event) {
        return switch (event) {
            case Event.OrderPlaced _ -> "placed";
            case Event.OrderDelayed _ -> "delayed";
            case Event.OrderMatched _ -> "matched";
            case Event.OrderCancelled _ -> "cancelled";
            case Event.DelayedOrderRejected _ -> "rejected";
            case Event.Refused _ -> "refused";
            default -> event.toString();
        };
    }

    private static NewOrder order(long participant, int line, OrderType type) {
        return new NewOrder(
                GAME,
                MarketType.MONEYLINE,
                Side.PARTICIPANT,
                participant,
                0,
                line,
                100 * Money.DOLLAR,
                type,
                0,
                null);
    }
}
