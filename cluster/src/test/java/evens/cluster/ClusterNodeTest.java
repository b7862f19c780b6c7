package evens.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import evens.model.Command;
import evens.model.Event;
import evens.model.Gateway;
import evens.model.Money;
import evens.model.Step;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole node on a folder of its own: driver, archive, consensus, files. */
class ClusterNodeTest {
    @TempDir Path folder;

    ClusterSettings settings() {
        return ClusterSettings.of(folder.resolve("log"), folder.resolve("feed.mv"))
                .withSnapshots(1_000_000, 1L << 30, Duration.ZERO)
                .withRememberedClosedOrders(1000)
                .withLastWords((sentence, cause) -> cause.printStackTrace());
    }

    static long tomorrow() {
        return System.currentTimeMillis() + Duration.ofDays(1).toMillis();
    }

    static void open(Gateway gateway) throws Exception {
        for (Command command : Season.opening(tomorrow())) {
            assertThat(Answer.to(gateway, command).refusal()).isNull();
        }
    }

    static Event.HashesTold hashes(Gateway gateway) throws Exception {
        return Answer.to(gateway, new Command.AskHashes()).only(Event.HashesTold.class);
    }

    @Test
    void aStoppedNodeGoesOnWithTheSameState() throws Exception {
        Event.HashesTold before;
        Heard first = new Heard();
        try (ClusterNode node = ClusterNode.launch(settings(), first)) {
            open(node.gateway());
            Answer placed =
                    Answer.to(node.gateway(), Season.place(1, Season.AWAY, 100, 10 * Money.DOLLAR));
            assertThat(placed.only(Event.OrderPlaced.class).resting()).isEqualTo(10 * Money.DOLLAR);
            assertThat(first.last()).isEqualTo(placed.sequence());
            before = hashes(node.gateway());
        }
        Heard second = new Heard();
        try (ClusterNode node = ClusterNode.launch(settings(), second)) {
            ClusterStatus status = node.status();
            assertThat(status.startedFromSnapshot()).isEqualTo(first.last());
            assertThat(status.stepsReplayed()).isZero();
            assertThat(second.stated()).isNotEmpty();
            assertThat(hashes(node.gateway()).stateHash()).isEqualTo(before.stateHash());
            assertThat(node.recordedSteps(1, 100)).startsWith(first.steps().toArray(new Step[0]));
            Answer cancelled = Answer.to(node.gateway(), new Command.CancelAllOrders(1));
            assertThat(cancelled.only(Event.OrderCancelled.class).released())
                    .isEqualTo(10 * Money.DOLLAR);
        }
    }

    @Test
    void withoutASnapshotTheWholeLogIsReplayed() throws Exception {
        Event.HashesTold before;
        Heard first = new Heard();
        ClusterSettings settings = settings().withSnapshotAtClose(false);
        try (ClusterNode node = ClusterNode.launch(settings, first)) {
            open(node.gateway());
            for (int i = 0; i < 100; i++) {
                Answer.to(
                        node.gateway(), Season.place(1 + i % 5, Season.HOME, 10 * i, Money.DOLLAR));
            }
            before = hashes(node.gateway());
        }
        Heard second = new Heard();
        try (ClusterNode node = ClusterNode.launch(settings, second)) {
            assertThat(node.status().startedFromSnapshot()).isZero();
            assertThat(second.steps()).isEqualTo(first.steps());
            assertThat(hashes(node.gateway()).stateHash()).isEqualTo(before.stateHash());
        }
    }
}
