package evens.cluster.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evens.cluster.codec.EventPublisher;
import evens.model.Event;
import evens.model.Reject;
import evens.model.Step;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The recorder without its thread: what is in the file, and when. */
class RecorderTest {
    @TempDir Path folder;

    private final FeedRings rings = new FeedRings(() -> {});

    private void step(long sequence, int events) {
        EventPublisher publisher = new EventPublisher();
        for (int i = 0; i < events; i++) {
            publisher.cancelRefused(sequence * 1_000_000 + i, Reject.ORDER_NOT_FOUND);
        }
        rings.step(sequence, 1000 + sequence, 1, 2, publisher.buffer(), publisher.length());
    }

    private RecordedFeed open() {
        return new RecordedFeed(folder.resolve("feed.mv"));
    }

    /** What would be there if the machine lost its power now. */
    private long lastOnDisk() throws Exception {
        Path copy = Files.createTempFile(folder, "copy", ".mv");
        Files.copy(folder.resolve("feed.mv"), copy, StandardCopyOption.REPLACE_EXISTING);
        try (RecordedFeed feed = new RecordedFeed(copy)) {
            return feed.lastSequence();
        }
    }

    @Test
    void nothingIsSyncedBeforeItIsOnDisk() throws Exception {
        try (RecordedFeed feed = open()) {
            Recorder recorder = new Recorder(rings, feed, () -> Long.MAX_VALUE);
            step(1, 1);
            recorder.requestSync(2);
            recorder.doWork();
            assertThat(recorder.isSynced(2)).isFalse();
            step(2, 1);
            assertThat(recorder.isSynced(2)).isFalse();
            recorder.doWork();
            assertThat(recorder.isSynced(2)).isTrue();
            assertThat(lastOnDisk()).isEqualTo(2);
            step(3, 1);
            recorder.doWork();
            assertThat(recorder.isSynced(3)).isFalse();
        }
    }

    @Test
    void aStepOfManyPiecesIsOneStep() {
        try (RecordedFeed feed = open()) {
            Recorder recorder = new Recorder(rings, feed, () -> Long.MAX_VALUE);
            step(1, 50_000);
            step(2, 0);
            recorder.doWork();
            List<Step> steps = feed.steps(1, 10);
            assertThat(steps).extracting(Step::sequence).containsExactly(1L, 2L);
            assertThat(steps.get(0).events())
                    .hasSize(50_000)
                    .endsWith(new Event.CancelRefused(1_049_999, Reject.ORDER_NOT_FOUND));
            assertThat(steps.get(1).events()).isEmpty();
        }
    }

    @Test
    void aStepThatWasCutByAKillIsDroppedAndWrittenAgain() {
        try (RecordedFeed feed = open()) {
            step(1, 1);
            step(2, 50_000);
            for (int pieces = 0; pieces < 3; pieces++) {
                rings.recorder().read((_, bytes, at, length) -> feed.record(bytes, at, length), 1);
            }
        }
        while (rings.recorder().read((_, _, _, _) -> {}) > 0) {}
        try (RecordedFeed feed = open()) {
            assertThat(feed.lastSequence()).isEqualTo(1);
            Recorder recorder = new Recorder(rings, feed, () -> Long.MAX_VALUE);
            step(1, 1);
            step(2, 50_000);
            recorder.doWork();
            assertThat(feed.steps(2, 1).getFirst().events()).hasSize(50_000);
        }
    }

    @Test
    void aGapAndAnotherPastAreRefused() {
        try (RecordedFeed feed = open()) {
            Recorder recorder = new Recorder(rings, feed, () -> Long.MAX_VALUE);
            step(1, 1);
            recorder.doWork();
            step(3, 1);
            assertThatThrownBy(recorder::doWork)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("ends at step 1, but next came a piece of 3");
            step(1, 2);
            assertThatThrownBy(recorder::doWork)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("Step 1 of the log led to something else");
        }
    }
}
