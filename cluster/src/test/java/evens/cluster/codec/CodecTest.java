package evens.cluster.codec;

import static org.assertj.core.api.Assertions.assertThat;

import evens.cluster.Season;
import evens.model.Command;
import evens.model.Command.NewOrder;
import evens.model.Ending;
import evens.model.Event;
import evens.model.GameState;
import evens.model.GameTerms;
import evens.model.Market;
import evens.model.MarketType;
import evens.model.OrderState;
import evens.model.OrderType;
import evens.model.Outcome;
import evens.model.Participant;
import evens.model.Reject;
import evens.model.Side;
import evens.model.Subject;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever goes into the bytes comes out of them. */
class CodecTest {
    private static final int LARGEST = 1_048_544;

    /** Header, block and the length of what is in it. */
    private static final int ONCE_BYTES = 8 + 48 + 4;

    static List<Class<?>> commands() {
        return Samples.commands();
    }

    static List<Class<?>> events() {
        return Samples.events();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandComesBack(Class<?> kind) throws Exception {
        Random random = new Random(1);
        CommandPublisher publisher = new CommandPublisher(LARGEST);
        CommandAdapter adapter = new CommandAdapter();
        for (int i = 0; i < 200; i++) {
            Command command = (Command) Samples.random(kind, random);
            long correlation = random.nextLong();
            int length = publisher.publish(command, correlation);
            adapter.wrap(publisher.buffer(), 0, length);
            assertThat(adapter.command()).isEqualTo(command);
            assertThat(adapter.correlation()).isEqualTo(correlation);
        }
    }

    @ParameterizedTest
    @MethodSource("events")
    void everyEventComesBack(Class<?> kind) throws Exception {
        Random random = new Random(2);
        EventPublisher publisher = new EventPublisher();
        List<Event> told = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            Event event = (Event) Samples.random(kind, random);
            told.add(event);
            Samples.tell(event, publisher);
        }
        assertThat(read(publisher)).isEqualTo(told);
        assertThat(publisher.count()).isEqualTo(200);
    }

    static List<Event> read(EventPublisher publisher) {
        EventAdapter adapter = new EventAdapter();
        List<Event> heard = new ArrayList<>();
        for (int at = 0; at < publisher.length(); ) {
            int size = publisher.buffer().getInt(at, ByteOrder.LITTLE_ENDIAN);
            heard.add(adapter.event(publisher.buffer(), at + EventPublisher.PREFIX));
            at += EventPublisher.PREFIX + size;
        }
        return heard;
    }

    @Test
    void everyConstantComesBack() {
        EventPublisher publisher = new EventPublisher();
        List<Event> told = new ArrayList<>();
        for (Reject reject : Reject.values()) {
            told.add(new Event.OrderRejected(1, 2, reject));
            publisher.orderRejected(1, 2, reject);
        }
        for (GameState state : GameState.values()) {
            told.add(new Event.GameStateChanged(3, state));
            publisher.gameStateChanged(3, state);
        }
        for (OrderState state : OrderState.values()) {
            told.add(stated(state));
            publisher.orderStated(
                    1,
                    2,
                    3,
                    4,
                    5,
                    Market.MONEYLINE,
                    Outcome.FIRST,
                    6,
                    7,
                    8,
                    OrderType.POST,
                    9,
                    10,
                    state,
                    11,
                    null,
                    0);
        }
        for (Ending ending : Ending.values()) {
            told.add(new Event.ClosedOrderStated(4, 5, 6, ending));
            publisher.closedOrderStated(4, 5, 6, ending);
        }
        assertThat(read(publisher)).isEqualTo(told);
    }

    private static Event stated(OrderState state) {
        return new Event.OrderStated(
                1,
                2,
                3,
                4,
                5,
                Market.MONEYLINE,
                Outcome.FIRST,
                6,
                7,
                8,
                OrderType.POST,
                9,
                10,
                state,
                11,
                null);
    }

    @Test
    void everyMarketComesBack() {
        EventPublisher publisher = new EventPublisher();
        List<Event> told = new ArrayList<>();
        for (MarketType type : MarketType.values()) {
            for (Subject subject : Subject.values()) {
                for (int number : new int[] {-Market.MAX_NUMBER, -1, 0, Market.MAX_NUMBER}) {
                    Market market = new Market(type, subject, number);
                    for (Outcome outcome : Outcome.values()) {
                        publisher.orderCancelled(
                                1,
                                2,
                                3,
                                4,
                                market,
                                outcome,
                                5,
                                6,
                                7,
                                Ending.BAN,
                                8,
                                false,
                                null,
                                0);
                        told.add(
                                new Event.OrderCancelled(
                                        1,
                                        2,
                                        3,
                                        4,
                                        market,
                                        outcome,
                                        5,
                                        6,
                                        7,
                                        Ending.BAN,
                                        8,
                                        false,
                                        null));
                    }
                }
            }
        }
        assertThat(read(publisher)).isEqualTo(told);
    }

    @Test
    void theCommonMarketIsNotMadeAnew() {
        EventPublisher publisher = new EventPublisher();
        Market market = new Market(MarketType.MONEYLINE, Subject.NONE, 0);
        publisher.orderCancelled(
                1, 2, 3, 4, market, Outcome.FIRST, 5, 6, 7, Ending.USER, 8, false, null, 0);
        Event.OrderCancelled heard = (Event.OrderCancelled) read(publisher).getFirst();
        assertThat(heard.market()).isSameAs(Market.MONEYLINE);
    }

    @Test
    void everyKindOfOrderComesBack() {
        List<NewOrder> orders = new ArrayList<>();
        for (MarketType type : MarketType.values()) {
            for (Side side : Side.values()) {
                for (OrderType orderType : OrderType.values()) {
                    orders.add(new NewOrder(1, type, side, 2, -3, -4, 5, orderType, 6, "text"));
                }
            }
        }
        Command command = new Command.PlaceOrders(7, orders);
        CommandPublisher publisher = new CommandPublisher(LARGEST);
        CommandAdapter adapter = new CommandAdapter();
        adapter.wrap(publisher.buffer(), 0, publisher.publish(command, 1));
        assertThat(adapter.command()).isEqualTo(command);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandComesBackFromWithinOnce(Class<?> kind) throws Exception {
        if (kind == Command.Once.class) {
            return;
        }
        Random random = new Random(4);
        CommandPublisher publisher = new CommandPublisher(LARGEST);
        CommandAdapter adapter = new CommandAdapter();
        for (int i = 0; i < 50; i++) {
            Command command = (Command) Samples.random(kind, random);
            Command once = once(command);
            adapter.wrap(publisher.buffer(), 0, publisher.publish(once, 9));
            assertThat(adapter.command()).isEqualTo(once);
            assertThat(adapter.correlation()).isEqualTo(9);
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void whatOvertakesIsSeenInTheBytes(Class<?> kind) throws Exception {
        if (kind == Command.Once.class) {
            return;
        }
        CommandPublisher publisher = new CommandPublisher(LARGEST);
        CommandAdapter adapter = new CommandAdapter();
        Command command = (Command) Samples.fixed(kind);
        adapter.wrap(publisher.buffer(), 0, publisher.publish(command, 1));
        assertThat(adapter.overtakes(0)).isEqualTo(command.overtakes());
    }

    @Test
    void theLongestTermsComeBack() {
        String text = "é".repeat(32_767);
        Participant away = new Participant(1, text, text, text);
        Participant home = new Participant(2, text, text, text);
        GameTerms terms =
                new GameTerms(3, text, 4, 5, away, home, text, text, text, false, true, false);
        Command command = new Command.ChangeGame(terms);
        CommandPublisher commands = new CommandPublisher(LARGEST);
        CommandAdapter adapter = new CommandAdapter();
        adapter.wrap(commands.buffer(), 0, commands.publish(command, 1));
        assertThat(adapter.command()).isEqualTo(command);
        EventPublisher events = new EventPublisher();
        events.gameChanged(terms, GameState.OPEN);
        events.gameCreated(terms, GameState.CLOSED);
        assertThat(read(events))
                .containsExactly(
                        new Event.GameChanged(terms, GameState.OPEN),
                        new Event.GameCreated(terms, GameState.CLOSED));
    }

    @Test
    void framesHoldTheSameBytesAndHash() throws Exception {
        Random random = new Random(3);
        EventPublisher whole = new EventPublisher();
        List<Integer> lengths = new ArrayList<>();
        EventPublisher framed = new EventPublisher(1000, (_, _, length) -> lengths.add(length));
        for (int i = 0; i < 500; i++) {
            Class<?> kind = Samples.events().get(random.nextInt(Samples.events().size()));
            Event event = (Event) Samples.random(kind, random);
            Samples.tell(event, whole);
            Samples.tell(event, framed);
        }
        framed.flush();
        assertThat(lengths).hasSizeGreaterThan(10);
        assertThat(lengths.stream().mapToInt(Integer::intValue).sum()).isEqualTo(whole.length());
        assertThat(framed.hash()).isEqualTo(whole.hash());
    }

    @Test
    void theHashDependsOnEveryEventAndTheirOrder() throws Exception {
        EventPublisher one = new EventPublisher();
        one.cancelRefused(1, Reject.ORDER_NOT_FOUND);
        one.unchanged();
        EventPublisher other = new EventPublisher();
        other.unchanged();
        other.cancelRefused(1, Reject.ORDER_NOT_FOUND);
        EventPublisher third = new EventPublisher();
        third.cancelRefused(2, Reject.ORDER_NOT_FOUND);
        third.unchanged();
        assertThat(List.of(one.hash(), other.hash(), third.hash())).doesNotHaveDuplicates();
    }

    @Test
    void whatIsLongerThanTheLargestCommandIsRefused() {
        CommandPublisher publisher = new CommandPublisher(LARGEST);
        assertThat(publisher.publish(Season.ofLength(LARGEST), 1)).isEqualTo(LARGEST);
        assertThat(publisher.publish(Season.ofLength(LARGEST + 1), 1))
                .isEqualTo(CommandPublisher.TOO_LARGE);
        int once = LARGEST - ONCE_BYTES;
        assertThat(publisher.publish(once(Season.ofLength(once)), 1)).isEqualTo(LARGEST);
        assertThat(publisher.publish(once(Season.ofLength(once + 1)), 1))
                .isEqualTo(CommandPublisher.TOO_LARGE);
    }

    private static Command once(Command command) {
        return new Command.Once(1, 2, 3, 4, 5, command);
    }

    @Test
    void whatTheSchemaCanNotCountIsRefused() {
        CommandPublisher publisher = new CommandPublisher(LARGEST);
        NewOrder order =
                new NewOrder(
                        1,
                        MarketType.MONEYLINE,
                        Side.PARTICIPANT,
                        1,
                        0,
                        1,
                        1,
                        OrderType.LIMIT,
                        0,
                        "x".repeat(65_535));
        Participant somebody = new Participant(1, "", "", "");
        GameTerms terms =
                new GameTerms(
                        1,
                        "",
                        0,
                        1,
                        somebody,
                        somebody,
                        "",
                        "x".repeat(65_535),
                        "",
                        false,
                        false,
                        false);
        String longName = "é".repeat(32_768);
        Command.CreateLeague league = new Command.CreateLeague(longName, "x", 0);
        Command.ChangeLeague other = new Command.ChangeLeague(longName, 0);
        String longText = "x".repeat(65_535);
        Command.Stamp stamp = Command.Stamp.LATEST;
        Command.EditOrder edit =
                new Command.EditOrder(
                        1, stamp, 2, 3, 4L, OrderType.LIMIT, 0, longText, null, false);
        assertThat(
                        List.of(
                                publisher.publish(
                                        new Command.CancelOrders(
                                                1, Collections.nCopies(65_535, 1L)),
                                        1),
                                publisher.publish(
                                        new Command.PlaceOrders(
                                                1, Collections.nCopies(65_535, order)),
                                        1),
                                publisher.publish(new Command.PlaceOrders(1, List.of(order)), 1),
                                publisher.publish(new Command.CreateGame(terms, GameState.OPEN), 1),
                                publisher.publish(new Command.ChangeGame(terms), 1),
                                publisher.publish(league, 1),
                                publisher.publish(other, 1),
                                publisher.publish(edit, 1),
                                publisher.publish(once(edit), 1),
                                publisher.publish(new Command.CancelOrdersOfLeague(1, longText), 1),
                                publisher.publish(
                                        new Command.CancelByReference(1, 2, List.of(longText)), 1),
                                publisher.publish(
                                        new Command.CancelByReference(
                                                1, 2, Collections.nCopies(65_535, "x")),
                                        1)))
                .containsOnly(CommandPublisher.TOO_LARGE);
        assertThat(
                        publisher.publish(
                                new Command.CancelOrders(1, Collections.nCopies(65_534, 1L)), 1))
                .isPositive();
    }
}
