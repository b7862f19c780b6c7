package evens.core.book;

import static org.assertj.core.api.Assertions.assertThat;

import evens.core.RecordedEvents;
import evens.core.base.Deadlines;
import evens.core.base.Texts;
import evens.core.ledger.Account;
import evens.core.ledger.Ledger;
import evens.core.ledger.Wagers;
import evens.model.Command;
import evens.model.Market;
import evens.model.OrderType;
import evens.model.Outcome;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ChainsTest {
    private final Ledger ledger = new Ledger(new Deadlines());
    private final Wagers wagers = new Wagers(new Texts(16));
    private final Book book = new Book(0, 1, Market.MONEYLINE);
    private final Chains chains = new Chains();

    @Test
    void holdsMoreAccountsThanItBeganWith() {
        int accounts = 5_000;
        for (int id = 1; id <= accounts; id++) {
            ledger.open(new Command.OpenAccount(id, 0, 0, 0, 0), new RecordedEvents());
            assertThat(chains.oldest(account(id))).isNull();
        }
        for (int id = accounts; id > 0; id -= 7) {
            chains.append(order(id));
        }
        for (int id = accounts; id > 0; id -= 7) {
            assertThat(chains.oldest(account(id))).isNotNull().returns((long) id, Order::id);
        }
    }

    @Test
    void leadsFromTheOldestToTheNewestWhoeverLeaves() {
        ledger.open(new Command.OpenAccount(1, 0, 0, 0, 0), new RecordedEvents());
        Order first = order(1);
        Order second = order(1);
        Order third = order(1);
        chains.append(first);
        chains.append(second);
        chains.append(third);
        chains.remove(second);
        assertThat(chains.oldest(account(1))).isSameAs(first);
        chains.remove(first);
        assertThat(chains.oldest(account(1))).isSameAs(third);
        chains.append(first);
        chains.remove(third);
        assertThat(chains.oldest(account(1))).isSameAs(first);
        chains.remove(first);
        assertThat(chains.oldest(account(1))).isNull();
    }

    private Account account(long id) {
        return Objects.requireNonNull(ledger.account(id));
    }

    /** Of the account of this id, which is also the order's. */
    private Order order(long id) {
        Order order = new Order();
        order.begin(id);
        order.describe(
                wagers.position(account(id), 0, 1),
                book,
                Outcome.FIRST,
                OrderType.LIMIT,
                0,
                1,
                1,
                1,
                1,
                0,
                null,
                0);
        return order;
    }
}
