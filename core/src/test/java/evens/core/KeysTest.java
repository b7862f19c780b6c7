package evens.core;

import static org.assertj.core.api.Assertions.assertThat;

import evens.model.Command;
import evens.model.Event;
import evens.model.Reject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How many idempotency keys are remembered. */
class KeysTest {
    private static final int OF_AN_ACCOUNT = 3;
    private static final int OF_ALL = 5;

    private final RecordedEvents events = new RecordedEvents();
    private final Exchange exchange = new Exchange(10, OF_AN_ACCOUNT, OF_ALL);

    KeysTest() {
        for (long account = 1; account <= 3; account++) {
            exchange.apply(new Command.OpenAccount(account, 0, 0, 0, 0), 0, events);
        }
        events.take();
    }

    private Object once(long account, long key, Command command, long timeMillis) {
        exchange.apply(
                new Command.Once(account, key, 0, command.hashCode(), 0, command),
                timeMillis,
                events);
        List<Event> all = events.take();
        return switch (all.getFirst()) {
            case Event.Refused refused -> refused.reject();
            case Event.Repeated _ -> "repeated";
            default -> "executed";
        };
    }

    @Test
    void anAccountHasSoMany() {
        assertThat(List.of(pause(1, 1, 0), pause(1, 2, 0), pause(1, 3, 0)))
                .containsOnly("executed");
        assertThat(deposit(1, 4, 0)).isEqualTo(Reject.TOO_MANY_KEYS);
        assertThat(pause(1, 4, 0)).isEqualTo("executed");
        assertThat(pause(1, 4, 0)).as("not remembered").isEqualTo("executed");
        assertThat(pause(1, 3, 0)).isEqualTo("repeated");
        assertThat(deposit(2, 1, 0)).isEqualTo("executed");
    }

    @Test
    void allTogetherHaveSoMany() {
        for (long key = 1; key <= OF_AN_ACCOUNT; key++) {
            assertThat(pause(1, key, 0)).isEqualTo("executed");
        }
        assertThat(deposit(2, 1, 10)).isEqualTo("executed");
        assertThat(deposit(2, 2, 10)).isEqualTo("executed");
        assertThat(deposit(3, 1, 10)).isEqualTo(Reject.TOO_MANY_KEYS);
        assertThat(pause(3, 1, 10)).isEqualTo("executed");
        assertThat(deposit(3, 1, Command.Once.REMEMBERED_MILLIS)).as("room").isEqualTo("executed");
        assertThat(pause(1, 1, Command.Once.REMEMBERED_MILLIS)).isEqualTo("executed");
        assertThat(deposit(2, 1, Command.Once.REMEMBERED_MILLIS)).isEqualTo("repeated");
    }

    @Test
    void keysWhoseHashesBeginAlikeAreDifferent() {
        Command command = new Command.PauseOrders(1, 0, 0);
        for (long low = 1; low <= 3; low++) {
            exchange.apply(new Command.Once(1, 0, low, 1, 1, command), low, events);
            assertThat(events.take()).doesNotHaveAnyElementsOfTypes(Event.Repeated.class);
        }
        long later = Command.Once.REMEMBERED_MILLIS + 2; // the first two are forgotten
        for (long low = 3; low >= 1; low--) {
            exchange.apply(new Command.Once(1, 0, low, 1, 1, command), later, events);
            boolean repeated = events.take().getFirst() instanceof Event.Repeated;
            assertThat(repeated).as("key %d", low).isEqualTo(low == 3);
        }
    }

    private Object pause(long account, long key, long timeMillis) {
        return once(account, key, new Command.PauseOrders(account, 0, 0), timeMillis);
    }

    private Object deposit(long account, long key, long timeMillis) {
        return once(account, key, new Command.Deposit(account, 1), timeMillis);
    }
}
