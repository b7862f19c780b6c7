package evens.app;

import static org.assertj.core.api.Assertions.assertThat;

import evens.core.Exchange;
import evens.core.RandomCommands;
import evens.core.RecordedEvents;
import evens.edge.view.GameRow;
import evens.edge.view.OpenOrder;
import evens.edge.view.OrderRow;
import evens.edge.view.View;
import evens.model.Command;
import evens.model.Event;
import evens.model.Step;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A view folded from all steps is the view folded from the state told. */
final class ViewTest {
    private static final int REMEMBERED = 100;
    private static final int COMMANDS = 2_000;

    private final Exchange exchange = new Exchange(REMEMBERED);
    private final RecordedEvents events = new RecordedEvents();
    private final View followed = new View();
    private final List<Long> orders = new ArrayList<>();
    private long sequence;
    private long timeMillis = 1_000_000;
    private long lastStepMillis;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void stepsAndStateTellTheSame(long seed) {
        RandomCommands commands = new RandomCommands(seed);
        commands.first().forEach(this::apply);
        for (int i = 0; i < COMMANDS; i++) {
            apply(commands.next(timeMillis, orders));
            if (i % 100 == 0) {
                assertSame(told(), followed);
            }
        }
        assertSame(told(), followed);
    }

    private void apply(Command command) {
        timeMillis += 1_000;
        long now = timeMillis;
        for (long due = exchange.nextDeadline(now); due <= now; due = exchange.nextDeadline(now)) {
            timeMillis = Math.max(lastStepMillis, due);
            exchange.runNextDeadline(now, timeMillis, events);
            step();
        }
        timeMillis = now;
        exchange.apply(command, timeMillis, events);
        step();
    }

    private void step() {
        List<Event> happened = events.take();
        for (Event event : happened) {
            if (event instanceof Event.OrderPlaced placed) {
                orders.add(placed.order());
            }
        }
        lastStepMillis = timeMillis;
        followed.stepped(new Step(++sequence, timeMillis, happened));
    }

    private View told() {
        View view = new View();
        exchange.tell(events);
        events.take().forEach(event -> view.stated(sequence, event));
        return view;
    }

    private void assertSame(View told, View followed) {
        assertThat(told.sequence()).isEqualTo(followed.sequence());
        assertThat(told.leagues()).isEqualTo(followed.leagues());
        assertThat(told.games()).isEqualTo(followed.games());
        assertThat(told.trialBalance()).isEqualTo(followed.trialBalance());
        assertThat(told.accountIds()).isEqualTo(followed.accountIds());
        for (long account : told.accountIds()) {
            assertThat(told.account(account)).isEqualTo(followed.account(account));
            assertThat(told.openOrders(account)).isEqualTo(followed.openOrders(account));
            for (OrderRow order : told.openOrders(account)) {
                assertThat(followed.openOrder(order.id()))
                        .isNotNull()
                        .extracting(OpenOrder::order)
                        .isEqualTo(order);
            }
            assertThat(told.pausedOrders(account)).isEqualTo(followed.pausedOrders(account));
            assertThat(told.pausedOrders(account)).isEqualTo(followed.pausedOrders(account));
            assertThat(told.wagers(account)).isEqualTo(followed.wagers(account));
        }
        for (long id : orders) {
            assertThat(told.openOrder(id)).isEqualTo(followed.openOrder(id));
        }
        List<Long> games = told.games().stream().map(GameRow::id).toList();
        assertThat(told.books(games)).isEqualTo(followed.books(games));
        assertThat(told.volumeByHour(0, Long.MAX_VALUE))
                .isEqualTo(followed.volumeByHour(0, Long.MAX_VALUE));
    }
}
