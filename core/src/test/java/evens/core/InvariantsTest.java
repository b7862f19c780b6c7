package evens.core;

import static org.assertj.core.api.Assertions.assertThat;

import evens.core.ledger.Bet;
import evens.core.ledger.Bets;
import evens.model.Command;
import evens.model.Event;
import evens.model.Market;
import evens.model.MarketType;
import evens.model.OrderState;
import evens.model.OrderType;
import evens.model.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds after every step of a random exchange, recounted from what it tells of itself. */
class InvariantsTest {
    private record AccountAndGame(long account, long game) {}

    private record Side(long account, long game, Market market, Outcome outcome) {}

    private final RecordedEvents events = new RecordedEvents();
    private final Exchange exchange = new Exchange(100);
    private final Set<Long> forced = new HashSet<>();
    private final Set<MarketType> matched = new HashSet<>();
    private final Set<Class<?>> happened = new HashSet<>();

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void moneyLiabilitiesAndBooksAddUp(long seed) {
        Random random = new Random(seed);
        RandomCommands commands = new RandomCommands(seed);
        List<Long> orders = new ArrayList<>();
        long timeMillis = 0;
        commands.first().forEach(command -> exchange.apply(command, 0, events));
        for (int i = 0; i < 1_500; i++) {
            timeMillis += random.nextInt(60_000);
            while (exchange.nextDeadline(timeMillis) <= timeMillis) {
                exchange.runNextDeadline(timeMillis, timeMillis, events);
            }
            Command command = commands.next(timeMillis, orders);
            exchange.apply(command, timeMillis, events);
            for (Event event : events.take()) {
                follow(event, orders);
            }
            exchange.tell(events);
            check(events.take());
        }
        assertThat(matched).containsExactlyInAnyOrder(MarketType.values());
        assertThat(happened)
                .contains(
                        Event.Withdrawn.class,
                        Event.Adjusted.class,
                        Event.AccountChanged.class,
                        Event.LeagueChanged.class,
                        Event.GameChanged.class,
                        Event.ExchangeSuspended.class,
                        Event.ExchangeResumed.class);
    }

    private void follow(Event event, List<Long> orders) {
        happened.add(event.getClass());
        if (event instanceof Event.OrderPlaced e) {
            orders.add(e.order());
        } else if (event instanceof Event.OrderMatched e) {
            matched.add(e.market().type());
            assertThat(e.maker().account()).isNotEqualTo(e.taker().account());
        } else if (event instanceof Event.Adjusted e && e.forced()) {
            forced.add(e.account());
        } else if (event instanceof Event.AccountChanged e && e.forced()) {
            forced.add(e.account());
        }
    }

    private void check(List<Event> state) {
        Map<AccountAndGame, List<Bet>> bets = new HashMap<>();
        Map<Long, Long> liabilities = new HashMap<>();
        Map<Side, Integer> best = new HashMap<>();
        Set<Long> banned = new HashSet<>();
        long sum = 0;
        for (Event event : state) {
            switch (event) {
                case Event.ExchangeStated e -> sum += e.house() + e.outside();
                case Event.AccountStated e -> {
                    sum += e.balance();
                    liabilities.put(e.account(), e.liability());
                    long available = e.balance() - e.creditLimit() + e.liability();
                    assertThat(available >= 0 || forced.contains(e.account())).isTrue();
                    if (e.banned()) {
                        banned.add(e.account());
                    }
                }
                case Event.WagerStated e ->
                        bets.computeIfAbsent(
                                        new AccountAndGame(e.account(), e.game()),
                                        _ -> new ArrayList<>())
                                .add(Bet.of(e));
                case Event.PositionStated e -> {
                    AccountAndGame key = new AccountAndGame(e.account(), e.game());
                    List<Bet> all = bets.getOrDefault(key, List.of());
                    assertThat(e.liability()).isEqualTo(Bets.liability(all));
                    liabilities.merge(e.account(), -e.liability(), Long::sum);
                }
                case Event.OrderStated e -> {
                    assertThat(banned).doesNotContain(e.account());
                    if (e.state() == OrderState.RESTING && e.type() != OrderType.POST_ARB) {
                        best.merge(
                                new Side(e.account(), e.game(), e.market(), e.outcome()),
                                e.line(),
                                Math::min);
                    }
                }
                default -> {}
            }
        }
        assertThat(sum).isZero();
        assertThat(liabilities.values()).containsOnly(0L);
        checkNotCrossed(best);
    }

    /** Only an account's own orders may face each other at odds that match, and arbitrage. */
    private static void checkNotCrossed(Map<Side, Integer> best) {
        best.forEach((one, line) ->
                best.forEach((other, otherLine) -> {
                    boolean facing =
                            one.game() == other.game()
                                    && one.market().equals(other.market())
                                    && one.outcome() != other.outcome()
                                    && one.account() != other.account();
                    assertThat(facing && line + otherLine <= 0).isFalse();
                }));
    }
}
