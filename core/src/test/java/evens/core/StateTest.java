package evens.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import evens.model.Command;
import evens.model.Event;
import evens.model.GameState;
import evens.model.Market;
import evens.model.MarketType;
import evens.model.OrderType;
import evens.model.Outcome;
import evens.model.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The state told as events is all of the state. */
class StateTest {
    private static final int REMEMBERED = 25;

    private final RecordedEvents events = new RecordedEvents();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void anExchangeThatHeardItTellsTheSameAndBehavesTheSame(long seed) {
        Random random = new Random(seed);
        RandomCommands commands = new RandomCommands(seed);
        Exchange exchange = new Exchange(REMEMBERED);
        Exchange restored = new Exchange(REMEMBERED);
        List<Long> orders = new ArrayList<>();
        long timeMillis = 0;
        for (Command command : commands.first()) {
            run(exchange, command, timeMillis);
            run(restored, command, timeMillis);
        }
        for (int i = 0; i < 3_000; i++) {
            timeMillis += random.nextInt(60_000);
            Command command = commands.next(timeMillis, orders);
            List<Event> happened = run(exchange, command, timeMillis);
            assertThat(run(restored, command, timeMillis)).as("%s", command).isEqualTo(happened);
            for (Event event : happened) {
                if (event instanceof Event.OrderPlaced placed) {
                    orders.add(placed.order());
                }
            }
            if (random.nextInt(50) == 0) {
                restored = restored(told(exchange));
            }
        }
        assertThat(told(restored)).isEqualTo(told(exchange));
    }

    private List<Event> run(Exchange exchange, Command command, long timeMillis) {
        while (exchange.nextDeadline(timeMillis) <= timeMillis) {
            exchange.runNextDeadline(timeMillis, timeMillis, events);
        }
        exchange.apply(command, timeMillis, events);
        return events.take();
    }

    private Exchange restored(List<Event> told) {
        Exchange exchange = new Exchange(REMEMBERED);
        told.forEach(exchange::hear);
        exchange.heard();
        assertThat(told(exchange)).isEqualTo(told);
        return exchange;
    }

    private List<Event> told(Exchange exchange) {
        exchange.tell(events);
        return events.take();
    }

    @Test
    void anEmptyExchangeTellsAnEmptyLedger() {
        assertThat(told(new Exchange(5)))
                .containsExactly(new Event.ExchangeStated(0, 0, 0, 0, false));
    }

    @Test
    void aStateWhoseMoneyDoesNotAddUpIsRefused() {
        refuses(
                "the ledger's sum is 1, not 0",
                event ->
                        event instanceof Event.AccountStated e
                                ? new Event.AccountStated(
                                        e.account(),
                                        e.creditLimit(),
                                        e.maxLiability(),
                                        e.commissionPpm(),
                                        e.banned(),
                                        e.account() == 1 ? e.balance() + 1 : e.balance(),
                                        e.liability(),
                                        e.messages(),
                                        e.epoch(),
                                        e.connection(),
                                        e.epochByOthers(),
                                        e.latched(),
                                        e.leaseUntilMillis(),
                                        e.defaultExpiryMinutes())
                                : event);
    }

    @Test
    void aStateWhoseLiabilitiesDoNotFollowFromItsWagersIsRefused() {
        refuses(
                "account 1, game 1: liability -10000000 was told, its wagers make -10000001",
                event ->
                        event instanceof Event.WagerStated e && e.account() == 1
                                ? new Event.WagerStated(
                                        e.transaction(),
                                        e.order(),
                                        e.account(),
                                        e.wagerRequest(),
                                        e.game(),
                                        e.market(),
                                        e.outcome(),
                                        e.line(),
                                        e.maker(),
                                        e.stake() + 1,
                                        e.win(),
                                        e.commissionPpm(),
                                        e.feeIfWon(),
                                        e.feeIfLost(),
                                        e.createdAtMillis(),
                                        e.matchedAtMillis(),
                                        e.reference())
                                : event);
    }

    @Test
    void aStateWhoseAccountsDoNotFollowFromTheirGamesIsRefused() {
        refuses(
                "account 2: liability -9999999 was told, its wagers make -10000000",
                event ->
                        event instanceof Event.AccountStated e && e.account() == 2
                                ? new Event.AccountStated(
                                        e.account(),
                                        e.creditLimit(),
                                        e.maxLiability(),
                                        e.commissionPpm(),
                                        e.banned(),
                                        e.balance(),
                                        e.liability() + 1,
                                        e.messages(),
                                        e.epoch(),
                                        e.connection(),
                                        e.epochByOthers(),
                                        e.latched(),
                                        e.leaseUntilMillis(),
                                        e.defaultExpiryMinutes())
                                : event);
    }

    @Test
    void whatHappensIsNoState() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new Exchange(5).hear(new Event.Unchanged()))
                .withMessage("not part of a state: Unchanged[]");
        assertThatIllegalStateException()
                .isThrownBy(() -> new Exchange(5).hear(wager(77)))
                .withMessage("account 77 was not told");
    }

    /** $10 at even money on the first participant. */
    private static Event wager(long account) {
        long stake = 10_000_000;
        return new Event.WagerStated(
                1,
                1,
                account,
                1,
                1,
                Market.MONEYLINE,
                Outcome.FIRST,
                0,
                true,
                stake,
                stake,
                0,
                0,
                0,
                0,
                0,
                null);
    }

    private void refuses(String message, UnaryOperator<Event> damage) {
        Exchange exchange = new Exchange(5);
        long stake = 10_000_000;
        exchange.apply(new Command.OpenAccount(1, 0, stake, 0, stake), 0, events);
        exchange.apply(new Command.OpenAccount(2, 0, stake, 0, stake), 0, events);
        exchange.apply(new Command.CreateLeague("NBA", "basketball", 5), 0, events);
        exchange.apply(
                new Command.CreateGame(Games.terms(1, "NBA", 1_000), GameState.OPEN), 0, events);
        for (int account = 1; account <= 2; account++) {
            exchange.place(
                    account,
                    0,
                    0,
                    0,
                    1,
                    MarketType.MONEYLINE,
                    Side.PARTICIPANT,
                    account,
                    0,
                    0,
                    stake,
                    OrderType.LIMIT,
                    0,
                    null,
                    0,
                    0,
                    events);
        }
        events.take();
        Exchange restored = new Exchange(5);
        List<Event> damaged = told(exchange).stream().map(damage).toList();
        assertThatIllegalStateException()
                .isThrownBy(() -> {
                    damaged.forEach(restored::hear);
                    restored.heard();
                })
                .withMessage(message);
    }
}
