package evens.cluster.codec;

import static org.assertj.core.api.Assertions.assertThat;

import evens.model.Command;
import evens.model.Command.NewOrder;
import evens.model.Ending;
import evens.model.Event;
import evens.model.Market;
import evens.model.MarketType;
import evens.model.OrderState;
import evens.model.OrderType;
import evens.model.Outcome;
import evens.model.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is missing stays missing, and is not what is empty, nothing or false. */
class MissingTest {
    private static final List<@Nullable String> REFERENCES = Arrays.asList(null, "", "a text");

    private static Command comesBack(Command command) {
        CommandPublisher publisher = new CommandPublisher(100_000);
        CommandAdapter adapter = new CommandAdapter();
        adapter.wrap(publisher.buffer(), 0, publisher.publish(command, 1));
        return adapter.command();
    }

    @Test
    void anAccountIsChangedInWhatIsNamedAndNothingElse() {
        List<Command> all = new ArrayList<>();
        for (Long creditLimit : Arrays.asList(null, 0L, Long.MIN_VALUE, -1L)) {
            for (Long maxLiability : Arrays.asList(null, 0L, Long.MIN_VALUE, 1L)) {
                for (Integer ppm : Arrays.asList(null, 0, Integer.MIN_VALUE, 1)) {
                    for (Boolean banned : Arrays.asList(null, false, true)) {
                        for (Integer expiry : Arrays.asList(null, 0, Integer.MIN_VALUE, 1)) {
                            all.add(
                                    new Command.ChangeAccount(
                                            1,
                                            creditLimit,
                                            maxLiability,
                                            ppm,
                                            banned,
                                            expiry,
                                            true));
                        }
                    }
                }
            }
        }
        assertThat(all).allSatisfy(command -> assertThat(comesBack(command)).isEqualTo(command));
    }

    @Test
    void anOrderIsEditedInWhatIsNamedAndNothingElse() {
        List<Command> all = new ArrayList<>();
        for (Integer line : Arrays.asList(null, 0, Integer.MAX_VALUE)) {
            for (Long stake : Arrays.asList(null, 0L, 1L)) {
                for (Long intended : Arrays.asList(null, 0L, 1L)) {
                    for (String reference : REFERENCES) {
                        all.add(
                                new Command.EditOrder(
                                        1,
                                        new Command.Stamp(2, 3),
                                        4,
                                        line,
                                        stake,
                                        OrderType.POST_ARB,
                                        5,
                                        reference,
                                        intended,
                                        false));
                    }
                }
            }
        }
        assertThat(all).allSatisfy(command -> assertThat(comesBack(command)).isEqualTo(command));
    }

    @Test
    void ordersAreCancelledInTheScopeThatIsNamed() {
        List<Command> all = new ArrayList<>();
        for (MarketType type : Arrays.asList(null, MarketType.MONEYLINE, MarketType.TOTAL)) {
            for (Side side : Arrays.asList(null, Side.PARTICIPANT, Side.NO)) {
                for (boolean flag : List.of(true, false)) {
                    Command.Scope scope = new Command.Scope(type, flag, side, 4, !flag, 5);
                    all.add(new Command.CancelOrdersOfGame(1, 2, scope));
                }
            }
        }
        for (String league : REFERENCES) {
            all.add(new Command.CancelOrdersOfLeague(1, league));
        }
        assertThat(all).allSatisfy(command -> assertThat(comesBack(command)).isEqualTo(command));
    }

    @Test
    void anOrderWithoutAReferenceHasNone() {
        List<NewOrder> orders = new ArrayList<>();
        for (String reference : REFERENCES) {
            orders.add(
                    new NewOrder(
                            1,
                            MarketType.TOTAL,
                            Side.OVER,
                            0,
                            2,
                            3,
                            4,
                            OrderType.POST,
                            5,
                            reference));
        }
        Command command = new Command.PlaceOrders(1, orders);
        assertThat(comesBack(command)).isEqualTo(command);
    }

    @Test
    void whatHappenedToAnOrderWithoutAReferenceHasNone() throws Exception {
        EventPublisher publisher = new EventPublisher();
        List<Event> told = new ArrayList<>();
        for (String one : REFERENCES) {
            for (String other : REFERENCES) {
                told.add(matched(one, other));
            }
            told.addAll(events(one));
        }
        for (Event event : told) {
            Samples.tell(event, publisher);
        }
        assertThat(CodecTest.read(publisher)).isEqualTo(told);
    }

    private static Event matched(@Nullable String maker, @Nullable String taker) {
        return new Event.OrderMatched(
                1,
                2,
                Market.total(3),
                Outcome.FIRST,
                4,
                new Event.Maker(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, true, maker),
                new Event.Taker(1, 2, 3, 4, 5, 6, 7, 8, 9, taker));
    }

    private static List<Event> events(@Nullable String reference) {
        Market market = Market.spread(-2);
        Outcome outcome = Outcome.SECOND;
        OrderType type = OrderType.POST;
        return List.of(
                new Event.OrderPlaced(
                        1, 2, 3, 4, 5, 6, market, outcome, 7, 8, 9, type, 10, 11, 12, reference),
                new Event.OrderCancelled(
                        1, 2, 3, 4, market, outcome, 5, 6, 7, Ending.BAN, 8, true, reference),
                new Event.OrderStated(
                        1,
                        2,
                        3,
                        4,
                        5,
                        market,
                        outcome,
                        6,
                        7,
                        8,
                        type,
                        9,
                        10,
                        OrderState.RESTING,
                        0,
                        reference),
                new Event.OrderDelayed(
                        1, 2, 3, 4, 5, 6, market, outcome, 7, 8, type, 10, 11, 12, reference),
                new Event.OrderResumed(
                        1, 2, 3, 4, 5, 6, market, outcome, 7, 8, 9, type, 10, 11, 12, reference),
                new Event.WagerStated(
                        1, 2, 3, 4, 5, market, outcome, 6, true, 7, 8, 9, 10, 11, 12, 13,
                        reference));
    }
}
