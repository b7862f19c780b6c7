package evens.core;

import static org.assertj.core.api.Assertions.assertThat;

import evens.model.Command;
import evens.model.Event;
import evens.model.Money;
import evens.model.Reject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the exchange may hold in all, also after money and credit have come and gone. */
class TotalsOfMoneyTest {
    private static final long MOST = Money.MAX_AMOUNT;
    private static final long TIMES = Money.MAX_TOTAL / MOST;

    private final RecordedEvents events = new RecordedEvents();
    private Exchange exchange = new Exchange(10);

    @Test
    void creditThatIsGivenLaterCountsToo() {
        apply(new Command.OpenAccount(1, 0, MOST, 0, 0));
        for (int i = 0; i < TIMES; i++) {
            apply(new Command.Deposit(1, MOST));
        }
        assertRefused(credit(-1, false));
        assertRefused(credit(-1, true));
        apply(new Command.Withdraw(1, 5));
        restore();
        assertRefused(credit(-6, false));
        assertThat(apply(credit(-5, false)).getFirst()).isInstanceOf(Event.AccountChanged.class);
        assertRefused(new Command.Deposit(1, 1));
        restore();
        assertRefused(new Command.Deposit(1, 1));
        apply(credit(-2, false));
        assertRefused(new Command.Deposit(1, 4));
        assertThat(apply(new Command.Deposit(1, 3)).getFirst()).isInstanceOf(Event.Deposited.class);
    }

    @Test
    void theHouseCorrectsUpToALimitEitherWay() {
        apply(new Command.OpenAccount(1, 0, MOST, 0, 0));
        for (int i = 0; i < TIMES; i++) {
            apply(new Command.Adjust(1, MOST, false));
        }
        assertRefused(new Command.Adjust(1, 1, true));
        for (int i = 0; i < 2 * TIMES; i++) {
            apply(new Command.Adjust(1, -MOST, true));
        }
        assertRefused(new Command.Adjust(1, -1, true));
        assertThat(apply(new Command.Adjust(1, MOST, false)))
                .containsExactly(
                        new Event.Adjusted(
                                1, MOST, false, MOST - Money.MAX_TOTAL, Money.MAX_TOTAL - MOST));
    }

    private static Command credit(long limit, boolean force) {
        return new Command.ChangeAccount(1, limit, null, null, null, force);
    }

    private void assertRefused(Command command) {
        assertThat(apply(command)).containsExactly(new Event.Refused(Reject.TOTAL_OUT_OF_RANGE));
    }

    private List<Event> apply(Command command) {
        exchange.apply(command, 0, events);
        return events.take();
    }

    private void restore() {
        exchange.tell(events);
        exchange = new Exchange(10);
        events.take().forEach(exchange::hear);
        exchange.heard();
    }
}
