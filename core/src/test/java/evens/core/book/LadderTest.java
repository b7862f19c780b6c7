package evens.core.book;

import static org.assertj.core.api.Assertions.assertThat;

import evens.core.RecordedEvents;
import evens.core.base.Deadlines;
import evens.core.base.Texts;
import evens.core.ledger.Ledger;
import evens.core.ledger.Position;
import evens.core.ledger.Wagers;
import evens.model.Command;
import evens.model.Market;
import evens.model.OrderType;
import evens.model.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The ladder against a list that is sorted each time. */
class LadderTest {
    private final Position position = position();
    private final Book book = new Book(0, 1, Market.MONEYLINE);
    private final Ladder ladder = book.ladder(Outcome.FIRST);

    @Test
    void agreesWithASortedListOnRandomOperations() {
        Random random = new Random(2);
        List<Order> twin = new ArrayList<>();
        for (int i = 1; i <= 20_000; i++) {
            boolean growing = i / 500 % 2 == 0;
            if (random.nextInt(10) < (growing ? 7 : 3)) {
                Order order = order(i, random.nextInt(-30, 30));
                ladder.add(order);
                twin.add(order);
            } else if (!twin.isEmpty()) {
                ladder.remove(twin.remove(random.nextInt(twin.size())));
            }
            if (i % 10 == 0) {
                twin.sort(Comparator.comparingInt(Order::line).thenComparingLong(Order::id));
                assertThat(drawn()).isEqualTo(twin);
                assertThat(ladder.isEmpty()).isEqualTo(twin.isEmpty());
                assertThat(ladder.size())
                        .isEqualTo((int) twin.stream().mapToInt(Order::line).distinct().count());
            }
        }
    }

    private List<Order> drawn() {
        List<Order> drawn = new ArrayList<>();
        Level level = ladder.level(0);
        for (int rank = 1; level != null; rank++) {
            for (Order order = level.first(); order != null; order = order.behind()) {
                drawn.add(order);
            }
            level = ladder.level(rank);
        }
        return drawn;
    }

    private Order order(long id, int line) {
        Order order = new Order();
        order.begin(id);
        order.describe(
                position, book, Outcome.FIRST, OrderType.LIMIT, line, 1, 1, 1, 1, 0, null, 0);
        return order;
    }

    private static Position position() {
        Ledger ledger = new Ledger(new Deadlines());
        Wagers wagers = new Wagers(new Texts(16));
        ledger.open(new Command.OpenAccount(1, 0, 0, 0, 0), new RecordedEvents());
        return wagers.position(Objects.requireNonNull(ledger.account(1)), 0, 1);
    }
}
