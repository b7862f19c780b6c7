package evens.cluster.feed;

import static org.assertj.core.api.Assertions.assertThat;

import evens.cluster.codec.EventPublisher;
import evens.model.Ending;
import evens.model.Event.OrderCancelled;
import evens.model.Event.OrderMatched;
import evens.model.Market;
import evens.model.Outcome;
import evens.model.Step;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one account was told, out of what all were told. */
class MessageReaderTest {
    private static final long ANN = 50;
    private static final long BOB = 51;

    @TempDir Path folder;

    private final FeedRings rings = new FeedRings(() -> {});
    private final EventPublisher events = new EventPublisher();
    private long sequence;

    private void cancelled(long account, long message) {
        events.orderCancelled(
                message,
                account,
                3,
                4,
                Market.MONEYLINE,
                Outcome.FIRST,
                5,
                6,
                7,
                Ending.USER,
                message,
                false,
                null,
                0);
    }

    private void step() {
        sequence++;
        rings.step(sequence, 1000 + sequence, 1, 2, events.buffer(), events.length());
        events.clear();
    }

    private RecordedFeed open() {
        return open(0);
    }

    private RecordedFeed open(int keptMessages) {
        return new RecordedFeed(folder.resolve("feed.mv"), keptMessages);
    }

    private void record(RecordedFeed feed) {
        while (rings.recorder().read((_, bytes, at, length) -> feed.record(bytes, at, length))
                > 0) {}
    }

    /** Such as {@code 2: 1 2}: of step 2 the messages 1 and 2. */
    private static List<String> told(List<Step> parts) {
        List<String> told = new ArrayList<>();
        for (Step part : parts) {
            assertThat(part.timeMillis()).isEqualTo(1000 + part.sequence());
            StringBuilder line = new StringBuilder(part.sequence() + ":");
            part.events()
                    .forEach(event -> line.append(' ').append(((OrderCancelled) event).message()));
            told.add(line.toString());
        }
        return told;
    }

    private void fewSteps() {
        cancelled(BOB, 1);
        step();
        cancelled(ANN, 1);
        cancelled(BOB, 2);
        cancelled(ANN, 2);
        step();
        cancelled(BOB, 3);
        cancelled(ANN, 0);
        step();
        cancelled(ANN, 3);
        step();
    }

    @Test
    void onlyWhatIsForTheAccountAndNotBeforeIsRead() {
        fewSteps();
        try (RecordedFeed feed = open()) {
            record(feed);
            assertThat(told(feed.messages(ANN, 1).next(10))).containsExactly("2: 1 2", "4: 3");
            assertThat(told(feed.messages(ANN, 2).next(10))).containsExactly("2: 2", "4: 3");
            assertThat(told(feed.messages(ANN, 3).next(10))).containsExactly("4: 3");
            assertThat(told(feed.messages(ANN, 4).next(10))).isEmpty();
            assertThat(told(feed.messages(BOB, 1).next(10)))
                    .containsExactly("1: 1", "2: 2", "3: 3");
            assertThat(told(feed.messages(52, 1).next(10))).isEmpty();
        }
    }

    @Test
    void aReaderGoesOnWhereItStopped() {
        fewSteps();
        try (RecordedFeed feed = open()) {
            record(feed);
            MessageReader reader = feed.messages(BOB, 1);
            assertThat(told(reader.next(1))).containsExactly("1: 1");
            assertThat(told(reader.next(1))).containsExactly("2: 2");
            assertThat(told(reader.next(5))).containsExactly("3: 3");
            assertThat(told(reader.next(5))).isEmpty();
            cancelled(BOB, 4);
            step();
            record(feed);
            assertThat(told(reader.next(5))).containsExactly("5: 4");
        }
    }

    @Test
    void aLongStepIsReadInPartsAndAllOfIt() {
        for (int i = 1; i <= 20_000; i++) {
            cancelled(ANN, i);
            cancelled(BOB, i);
        }
        step();
        try (RecordedFeed feed = open()) {
            record(feed);
            MessageReader reader = feed.messages(ANN, 1);
            long expected = 1;
            int parts = 0;
            for (List<Step> next = reader.next(1000); !next.isEmpty(); next = reader.next(1000)) {
                for (Step part : next) {
                    for (var event : part.events()) {
                        assertThat(((OrderCancelled) event).message()).isEqualTo(expected++);
                    }
                }
                assertThat(next.stream().mapToInt(part -> part.events().size()).sum())
                        .isBetween(1, 2000);
                parts++;
            }
            assertThat(expected).isEqualTo(20_001);
            assertThat(parts).isGreaterThan(10);
        }
    }

    @Test
    void whatWasTrimmedIsLeftOut() {
        fewSteps();
        try (RecordedFeed feed = open()) {
            record(feed);
            MessageReader reader = feed.messages(ANN, 1);
            assertThat(told(reader.next(1))).containsExactly("2: 1 2");
            feed.trim(Long.MAX_VALUE, 3, 10);
            assertThat(told(feed.messages(ANN, 1).next(10))).containsExactly("4: 3");
            assertThat(told(reader.next(10))).containsExactly("4: 3");
        }
    }

    /** The last two of each account outlive their steps; an older one gives way to each new one. */
    @Test
    void theNewestAreKeptWhateverIsTrimmed() {
        fewSteps();
        try (RecordedFeed feed = open(2)) {
            record(feed);
            cancelled(9, 0);
            step();
            record(feed);
            MessageReader before = feed.messages(ANN, 1);
            assertThat(told(before.next(1))).containsExactly("2: 1 2");
            assertThat(feed.trim(Long.MAX_VALUE, 5, 10)).isFalse();
            assertThat(feed.firstSequence()).isEqualTo(5);
            assertThat(told(before.next(10))).containsExactly("4: 3");
            assertThat(told(feed.messages(ANN, 1).next(10))).containsExactly("2: 2", "4: 3");
            assertThat(told(feed.messages(ANN, 3).next(10))).containsExactly("4: 3");
            assertThat(told(feed.messages(BOB, 1).next(10))).containsExactly("2: 2", "3: 3");
            assertThat(told(feed.messages(BOB, 4).next(10))).isEmpty();
        }
        try (RecordedFeed feed = open(2)) {
            cancelled(ANN, 4);
            step();
            record(feed);
            assertThat(told(feed.messages(ANN, 1).next(10))).containsExactly("4: 3", "6: 4");
            assertThat(told(feed.messages(BOB, 1).next(10))).containsExactly("2: 2", "3: 3");
            cancelled(BOB, 4);
            cancelled(BOB, 5);
            step();
            record(feed);
            assertThat(told(feed.messages(BOB, 1).next(10))).containsExactly("7: 4 5");
            feed.trim(Long.MAX_VALUE, 7, 10);
            assertThat(told(feed.messages(ANN, 1).next(10))).containsExactly("4: 3", "6: 4");
        }
    }

    /** A match belongs to two accounts, and is kept for each as long as that one needs it. */
    @Test
    void aMatchIsKeptForBothSides() {
        matched(ANN, 1, BOB, 1);
        step();
        cancelled(BOB, 2);
        step();
        cancelled(BOB, 3);
        step();
        try (RecordedFeed feed = open(2)) {
            record(feed);
            feed.trim(Long.MAX_VALUE, 3, 10);
            List<Step> annsOwn = feed.messages(ANN, 1).next(10);
            assertThat(annsOwn).hasSize(1);
            assertThat(annsOwn.getFirst().events().getFirst()).isInstanceOf(OrderMatched.class);
            assertThat(told(feed.messages(BOB, 1).next(10))).containsExactly("2: 2", "3: 3");
        }
    }

    private void matched(long maker, long makersMessage, long taker, long takersMessage) {
        events.orderMatched(
                1,
                3,
                Market.MONEYLINE,
                Outcome.FIRST,
                5,
                10,
                maker,
                4,
                100,
                50,
                50,
                -50,
                -50,
                makersMessage,
                7,
                false,
                null,
                0,
                11,
                taker,
                5,
                50,
                1,
                1,
                -50,
                -50,
                takersMessage,
                null,
                0);
    }
}
