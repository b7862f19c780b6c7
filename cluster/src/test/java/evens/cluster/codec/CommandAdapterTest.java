package evens.cluster.codec;

import static org.assertj.core.api.Assertions.assertThat;

import evens.cluster.RandomSeason;
import evens.cluster.Season;
import evens.core.Exchange;
import evens.model.Command;
import evens.model.Event;
import evens.model.Money;
import evens.model.Reject;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CommandAdapterTest {
    private static final long START = 1_750_000_000_000L;

    private static final int SECOND = 1000;

    private final CommandPublisher publisher = new CommandPublisher(100_000);
    private final CommandAdapter adapter = new CommandAdapter();
    private final Exchange fromBytes = new Exchange(100);
    private final Exchange fromRecords = new Exchange(100);
    private final EventPublisher one = new EventPublisher();
    private final EventPublisher other = new EventPublisher();
    private long step;

    @Test
    void straightFromTheBytesIsTheSameAsThroughRecords() {
        Random random = new Random(1);
        RandomSeason season = new RandomSeason(random);
        long now = START;
        for (Command command : Season.opening(START + Duration.ofDays(1).toMillis())) {
            apply(command, now);
        }
        for (int i = 0; i < 5000; i++) {
            now += random.nextInt(SECOND);
            runUntil(now);
            apply(season.next(now), now);
        }
        assertThat(one.count()).isGreaterThan(5000);
        assertThat(CodecTest.read(one))
                .hasAtLeastOneElementOfType(Event.OrderDelayed.class)
                .hasAtLeastOneElementOfType(Event.Repeated.class)
                .contains(new Event.Refused(Reject.KEY_OF_ANOTHER_COMMAND))
                .anyMatch(event ->
                        event instanceof Event.OrderRejected rejected
                                && rejected.reject() == Reject.EPOCH_STALE);
    }

    @Test
    void whenThereAreTooManyKeysOrdersAreRefusedAndCancelsAreNot() {
        for (Command command : Season.opening(START + Duration.ofDays(1).toMillis())) {
            apply(command, START);
        }
        apply(Season.place(1, Season.AWAY, 100, Money.DOLLAR), START);
        for (int key = 0; key < Command.Once.MOST_OF_AN_ACCOUNT; key++) {
            apply(new Command.Once(1, key, 0, 0, 0, new Command.DropLease(1)), START);
        }
        one.clear();
        Command order = Season.place(1, Season.AWAY, 100, Money.DOLLAR);
        apply(new Command.Once(1, -1, 0, 0, 0, order), START);
        apply(new Command.Once(1, -1, 0, 0, 0, new Command.CancelAllOrders(1)), START);
        assertThat(CodecTest.read(one))
                .satisfiesExactly(
                        event ->
                                assertThat(event)
                                        .isEqualTo(new Event.Refused(Reject.TOO_MANY_KEYS)),
                        event -> assertThat(event).isInstanceOf(Event.OrderCancelled.class),
                        event -> assertThat(event).isInstanceOf(Event.EpochRaised.class));
    }

    private void apply(Command command, long now) {
        step++;
        fromBytes.begin(step);
        fromRecords.begin(step);
        adapter.wrap(publisher.buffer(), 0, publisher.publish(command, 1));
        adapter.apply(fromBytes, now, one);
        fromRecords.apply(command, now, other);
        assertThat(one.hash()).as("after %s", command).isEqualTo(other.hash());
    }

    private void runUntil(long now) {
        while (fromBytes.nextDeadline(now) <= now) {
            long due = fromBytes.nextDeadline(now);
            step++;
            fromBytes.begin(step);
            fromRecords.begin(step);
            fromBytes.runNextDeadline(now, due, one);
            fromRecords.runNextDeadline(now, due, other);
        }
    }
}
