package evens.core;

import static org.assertj.core.api.Assertions.assertThat;

import evens.model.Command;
import evens.model.Event;
import evens.model.Money;
import evens.model.Reject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Money that comes in from outside. */
class DepositTest {
    @Test
    void isAddedToTheBalance() {
        Transcript.check(
                """
                account a balance 10
                  | opened a balance 10 outside -10
                deposit a 0.000001
                  | deposited 0.000001 balance 10.000001 outside -10.000001
                deposit a 1000000000
                  | deposited 1000000000 balance 1000000010.000001 outside -1000000010.000001
                """);
    }

    @Test
    void refusesAnAmountOutOfRangeAndAnUnknownAccount() {
        Transcript.check(
                """
                account a balance 10
                  | opened a balance 10 outside -10
                deposit a 0
                  | refused AMOUNT_OUT_OF_RANGE
                deposit a -1
                  | refused AMOUNT_OUT_OF_RANGE
                deposit a 1000000000.000001
                  | refused AMOUNT_OUT_OF_RANGE
                deposit nobody 10
                  | refused ACCOUNT_NOT_FOUND
                """);
    }

    @Test
    void allDepositsAndAllCreditTogetherHaveALimit() {
        Exchange exchange = new Exchange(10);
        RecordedEvents events = new RecordedEvents();
        long most = Money.MAX_AMOUNT;
        long accounts = Money.MAX_TOTAL / (2 * most) - 1;
        for (long account = 1; account <= accounts; account++) {
            exchange.apply(new Command.OpenAccount(account, -most, most, 0, most), 0, events);
        }
        events.take();
        exchange.apply(new Command.Deposit(1, most), 0, events);
        exchange.apply(new Command.OpenAccount(9_000, -most, most, 0, 1), 0, events);
        exchange.apply(new Command.OpenAccount(9_001, -most, most, 0, 0), 0, events);
        exchange.apply(new Command.OpenAccount(9_002, -1, most, 0, 0), 0, events);
        exchange.apply(new Command.OpenAccount(9_003, 0, most, 0, 1), 0, events);
        exchange.apply(new Command.Deposit(1, 1), 0, events);

        List<Event> happened = events.take();
        assertThat(happened.get(0)).isInstanceOf(Event.Deposited.class);
        assertThat(happened.get(1)).isEqualTo(new Event.Refused(Reject.TOTAL_OUT_OF_RANGE));
        assertThat(happened.get(2)).isInstanceOf(Event.AccountOpened.class);
        assertThat(happened.subList(3, 6))
                .containsOnly(new Event.Refused(Reject.TOTAL_OUT_OF_RANGE));
    }
}
