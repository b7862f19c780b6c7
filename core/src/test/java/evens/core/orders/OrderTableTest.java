package evens.core.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import evens.core.book.Order;
import evens.model.Ending;
import evens.model.Event;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OrderTableTest {
    @Test
    void anIdNeverComesBack() {
        Random random = new Random(3);
        OrderTable table = new OrderTable(20);
        List<Order> open = new ArrayList<>();
        Set<Long> ids = new HashSet<>();
        for (int i = 0; i < 20_000; i++) {
            if (random.nextBoolean() || open.isEmpty()) {
                Order order = table.take();
                assertThat(ids.add(order.id())).isTrue();
                assertThat(table.find(order.id())).isSameAs(order);
                assertThat(table.ending(order.id())).isNull();
                open.add(order);
            } else {
                Order order = open.remove(random.nextInt(open.size()));
                long id = order.id();
                table.close(order, i, Ending.USER);
                assertThat(table.find(id)).isNull();
                assertThat(table.ending(id)).isEqualTo(Ending.USER);
                assertThat(table.owner(id)).isEqualTo(i);
            }
        }
        assertThat(ids).doesNotContain(0L);
    }

    @Test
    void findsNothingForIdsThatWereNeverGiven() {
        OrderTable table = new OrderTable(0);
        long id = table.take().id();
        for (long other :
                new long[] {0, -1, Long.MIN_VALUE, id + 1, id + (1L << 32), 1, 1L << 31}) {
            assertThat(table.find(other)).isNull();
            assertThat(table.ending(other)).isNull();
        }
    }

    @Test
    void aPlaceAnswersForTheOrderThatUsedItLast() {
        OrderTable table = new OrderTable(0);
        Order order = table.take();
        long first = order.id();
        table.close(order, 1, Ending.USER);
        order = table.take();
        long second = order.id();
        table.close(order, 2, Ending.EXPIRED);
        assertThat(second).isEqualTo(first + (1L << 32));
        assertThat(table.ending(first)).isNull();
        assertThat(table.ending(second)).isEqualTo(Ending.EXPIRED);
    }

    @Test
    void missesThePlacesOfOrdersThatWereNotTold() {
        OrderTable table = new OrderTable(0);
        table.hear(new Event.ClosedOrderStated((1L << 32) | 1, 5, 0, Ending.USER));
        assertThatIllegalStateException()
                .isThrownBy(table::check)
                .withMessage("no order was told for place 0");
        table.hear(new Event.ClosedOrderStated(3L << 32, 5, 0, Ending.USER));
        table.check();
    }
}
