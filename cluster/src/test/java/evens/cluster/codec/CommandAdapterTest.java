package evens.cluster.codec;

import static org.assertj.core.api.Assertions.assertThat;

import evens.cluster.RandomSeason;
import evens.cluster.Season;
import evens.core.Exchange;
import evens.model.Command;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CommandAdapterTest {
    private static final long START = 1_750_000_000_000L;

    @Test
    void straightFromTheBytesIsTheSameAsThroughRecords() {
        RandomSeason season = new RandomSeason(new Random(1));
        List<Command> commands =
                new ArrayList<>(Season.opening(START + Duration.ofDays(1).toMillis()));
        for (int i = 0; i < 2000; i++) {
            commands.add(season.next(START));
        }
        CommandPublisher publisher = new CommandPublisher(100_000);
        CommandAdapter adapter = new CommandAdapter();
        Exchange fromBytes = new Exchange(100);
        Exchange fromRecords = new Exchange(100);
        EventPublisher one = new EventPublisher();
        EventPublisher other = new EventPublisher();
        for (Command command : commands) {
            adapter.wrap(publisher.buffer(), 0, publisher.publish(command, 1));
            adapter.apply(fromBytes, START, one);
            fromRecords.apply(command, START, other);
            assertThat(one.hash()).as("after %s", command).isEqualTo(other.hash());
        }
        assertThat(one.count()).isGreaterThan(2000);
    }
}
