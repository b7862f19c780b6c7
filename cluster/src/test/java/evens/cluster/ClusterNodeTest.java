package evens.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evens.cluster.feed.RecordedFeed;
import evens.model.Command;
import evens.model.Event;
import evens.model.FeedListener;
import evens.model.Gateway;
import evens.model.Money;
import evens.model.Step;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.agrona.IoUtil;
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

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime() - deadline).as("time is up").isNegative();
            Pause.briefly();
        }
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
            assertThat(cancelled.events())
                    .satisfiesExactly(
                            event ->
                                    assertThat(((Event.OrderCancelled) event).released())
                                            .isEqualTo(10 * Money.DOLLAR),
                            event -> assertThat(event).isInstanceOf(Event.EpochRaised.class));
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

    @Test
    void theLargestCommandPassesAndOneByteMoreIsTooLarge() throws Exception {
        try (ClusterNode node = ClusterNode.launch(settings(), new Heard())) {
            Answer largest = Answer.to(node.gateway(), Season.ofLength(1_048_544));
            assertThat(largest.refusal()).isNull();
            assertThat(largest.events()).allMatch(Event.OrderRejected.class::isInstance);
            Answer larger = Answer.to(node.gateway(), Season.ofLength(1_048_545));
            assertThat(larger.refusal()).isEqualTo(Gateway.Refusal.TOO_LARGE);
            assertThat(Answer.to(node.gateway(), new Command.AskHashes()).refusal()).isNull();
        }
    }

    @Test
    void aStepOfFiftyThousandEventsPasses() throws Exception {
        Heard heard = new Heard();
        try (ClusterNode node = ClusterNode.launch(settings(), heard)) {
            open(node.gateway());
            for (int batch = 0; batch < 50; batch++) {
                Command command =
                        new Command.PlaceOrders(
                                1,
                                Collections.nCopies(
                                        1000,
                                        Season.order(
                                                Season.AWAY, 100, Money.DOLLAR, 0, "reference")));
                assertThat(Answer.to(node.gateway(), command).events()).hasSize(1000);
            }
            Answer cancelled = Answer.to(node.gateway(), new Command.CancelAllOrders(1));
            List<Event> cancels = cancelled.events().subList(0, 50_000);
            assertThat(cancels).allMatch(Event.OrderCancelled.class::isInstance);
            assertThat(cancelled.events()).hasSize(50_001);
            node.snapshot();
            assertThat(node.recordedSteps(cancelled.sequence(), 1))
                    .containsExactly(heard.steps().getLast());
            Event.OrderCancelled last = (Event.OrderCancelled) cancels.getLast();
            assertThat(node.recordedStepOf(1, last.message())).isEqualTo(cancelled.sequence());
        }
    }

    @Test
    void whenThePipeIsFullCancelsStillGoFirstAndTheRestIsOverloaded() throws Exception {
        CountDownLatch held = new CountDownLatch(1);
        Heard heard = new Heard();
        FeedListener holding =
                new FeedListener() {
                    @Override
                    public void stated(long sequence, Event event) {
                        heard.stated(sequence, event);
                    }

                    @Override
                    public void stepped(Step step) {
                        try {
                            held.await();
                        } catch (InterruptedException e) {
                            throw new IllegalStateException(e);
                        }
                        heard.stepped(step);
                    }
                };
        try (ClusterNode node = ClusterNode.launch(settings(), holding)) {
            LogGateway gateway = (LogGateway) node.gateway();
            int ordinary = LogGateway.MOST_IN_PIPE - LogGateway.KEPT_FOR_URGENT;
            List<CompletableFuture<Answer>> inPipe = deposits(gateway, ordinary);
            await(() -> gateway.inPipe() == ordinary);
            List<CompletableFuture<Answer>> waiting = deposits(gateway, Lanes.MOST_ORDINARY);
            for (CompletableFuture<Answer> answer : deposits(gateway, 1000)) {
                assertThat(answer.get(30, TimeUnit.SECONDS).refusal())
                        .isEqualTo(Gateway.Refusal.OVERLOADED);
            }
            List<CompletableFuture<Answer>> cancels = new ArrayList<>();
            for (int i = 0; i < 3000; i++) {
                cancels.add(Answer.submit(gateway, new Command.CancelAllOrders(1)));
            }
            await(() -> gateway.inPipe() == LogGateway.MOST_IN_PIPE);
            assertThat(node.status().commandsUnderWay())
                    .isEqualTo(ordinary + Lanes.MOST_ORDINARY + 3000);
            held.countDown();
            long lastInPipe = lastSequence(inPipe);
            long lastCancel = lastSequence(cancels);
            long lastWaiting = lastSequence(waiting);
            assertThat(lastInPipe).isEqualTo(ordinary);
            assertThat(lastCancel).isEqualTo(ordinary + 3000);
            assertThat(lastWaiting).isEqualTo(ordinary + Lanes.MOST_ORDINARY + 3000);
            assertThat(heard.last()).isEqualTo(lastWaiting);
        }
    }

    @Test
    void whatOneSenderSubmitsIsExecutedInOrder() throws Exception {
        try (ClusterNode node = ClusterNode.launch(settings(), new Heard())) {
            List<CompletableFuture<Answer>> answers = new ArrayList<>();
            Gateway.Sender sender = new Gateway.Sender();
            for (int i = 0; i < 700; i++) {
                deposits(node.gateway(), 1); // of others
                boolean overtakes = i % 2 == 0 || i % 7 == 0;
                Command command =
                        overtakes ? new Command.CancelAllOrders(1) : new Command.Deposit(1, i);
                answers.add(Answer.submit(node.gateway(), command, sender));
            }
            long before = 0;
            for (CompletableFuture<Answer> answer : answers) {
                Answer what = answer.get(30, TimeUnit.SECONDS);
                assertThat(what.refusal()).isNull();
                assertThat(what.sequence()).isGreaterThan(before);
                before = what.sequence();
            }
        }
    }

    private static List<CompletableFuture<Answer>> deposits(Gateway gateway, int count) {
        List<CompletableFuture<Answer>> answers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            answers.add(Answer.submit(gateway, new Command.Deposit(1, i)));
        }
        return answers;
    }

    /** The greatest, when each was executed. */
    private static long lastSequence(List<CompletableFuture<Answer>> answers) throws Exception {
        long last = 0;
        for (CompletableFuture<Answer> answer : answers) {
            Answer what = answer.get(30, TimeUnit.SECONDS);
            assertThat(what.refusal()).isNull();
            last = Math.max(last, what.sequence());
        }
        return last;
    }

    @Test
    void whatIsSaidNotToBeExecutedIsNotInTheLogAndTheRestIs() throws Exception {
        Heard heard = new Heard();
        try (ClusterNode node = ClusterNode.launch(settings(), heard)) {
            open(node.gateway());
            Map<String, CompletableFuture<Answer>> answers = new HashMap<>();
            LogGateway gateway = (LogGateway) node.gateway();
            for (int round = 0; round < 10; round++) {
                await(gateway::isReady);
                List<CompletableFuture<Answer>> ofRound = new ArrayList<>();
                for (int i = 0; i < 2000; i++) {
                    String reference = "order " + round + " " + i;
                    Command command = Season.place(1, Season.AWAY, 100, Money.DOLLAR, 0, reference);
                    CompletableFuture<Answer> answer = Answer.submit(gateway, command);
                    answers.put(reference, answer);
                    ofRound.add(answer);
                }
                CompletableFuture.anyOf(ofRound.toArray(new CompletableFuture<?>[0]))
                        .get(30, TimeUnit.SECONDS);
                gateway.renew();
            }
            Set<String> executed = new HashSet<>();
            Set<String> refused = new HashSet<>();
            for (Map.Entry<String, CompletableFuture<Answer>> entry : answers.entrySet()) {
                Answer answer = entry.getValue().get(30, TimeUnit.SECONDS);
                (answer.refusal() == null ? executed : refused).add(entry.getKey());
            }
            System.out.printf("%d executed, %d refused%n", executed.size(), refused.size());
            assertThat(refused).isNotEmpty();
            assertThat(executed).isNotEmpty();
            Set<String> inTheLog = new HashSet<>();
            for (Step step : heard.steps()) {
                for (Event event : step.events()) {
                    if (event instanceof Event.OrderPlaced placed) {
                        assertThat(inTheLog.add(String.valueOf(placed.reference()))).isTrue();
                    }
                }
            }
            assertThat(inTheLog).isEqualTo(executed);
        }
    }

    @Test
    void aDamagedLogIsRefusedWithASentence() throws Exception {
        ClusterSettings settings = settings().withSnapshotAtClose(false);
        try (ClusterNode node = ClusterNode.launch(settings, new Heard())) {
            open(node.gateway());
            for (int i = 0; i < 100; i++) {
                Answer.to(node.gateway(), new Command.Deposit(1, i));
            }
        }
        flipABit(recordings().getFirst(), 8000);
        assertThatThrownBy(() -> ClusterNode.launch(settings, new Heard()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("checksum");
    }

    @Test
    void aDamagedSnapshotIsRefusedWithASentence() throws Exception {
        try (ClusterNode node = ClusterNode.launch(settings(), new Heard())) {
            open(node.gateway());
        }
        for (Path recording : recordings()) {
            if (!recording.getFileName().toString().startsWith("0-")) {
                flipABit(recording, 500);
            }
        }
        assertThatThrownBy(() -> ClusterNode.launch(settings(), new Heard()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("checksum");
    }

    @Test
    void aRecordedFeedThatIsBehindTheSnapshotIsRefusedWithASentence() throws Exception {
        try (ClusterNode node = ClusterNode.launch(settings(), new Heard())) {
            open(node.gateway());
        }
        Files.delete(folder.resolve("feed.mv"));
        assertThatThrownBy(() -> ClusterNode.launch(settings(), new Heard()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("The recorded feed ends at step 0");
    }

    @Test
    void aLogThatLeadsToSomethingElseThanBeforeIsRefusedWithASentence() throws Exception {
        ClusterSettings settings = settings().withSnapshotAtClose(false);
        Path feed = folder.resolve("feed.mv");
        try (ClusterNode node = ClusterNode.launch(settings, new Heard())) {
            Answer.to(node.gateway(), new Command.Deposit(1, 1));
        }
        Files.move(feed, folder.resolve("other.mv"));
        IoUtil.delete(folder.resolve("log").toFile(), false);
        try (ClusterNode node = ClusterNode.launch(settings, new Heard())) {
            Answer.to(node.gateway(), new Command.CreateLeague("NHL", "Hockey", 5));
        }
        Files.move(folder.resolve("other.mv"), feed, StandardCopyOption.REPLACE_EXISTING);
        assertThatThrownBy(() -> ClusterNode.launch(settings, new Heard()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Step 1 of the log led to something else");
    }

    @Test
    void aLogThatHasLostStepsIsRefusedWithASentence() throws Exception {
        ClusterSettings settings = settings().withSnapshotAtClose(false);
        try (ClusterNode node = ClusterNode.launch(settings, new Heard())) {
            Answer.to(node.gateway(), new Command.Deposit(1, 1));
        }
        IoUtil.delete(folder.resolve("log").toFile(), false);
        assertThatThrownBy(() -> ClusterNode.launch(settings, new Heard()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("The log ends at step 0, but step 1 was recorded before");
    }

    @Test
    void aSnapshotWaitsUntilTheRecordedFeedIsOnDiskUpToIt() throws Exception {
        Path copy = folder.resolve("copy.mv");
        long snapshot;
        try (ClusterNode node = ClusterNode.launch(settings(), new Heard())) {
            open(node.gateway());
            node.snapshot();
            Files.copy(folder.resolve("feed.mv"), copy);
            snapshot = node.status().lastSnapshot();
        }
        try (RecordedFeed feed = new RecordedFeed(copy)) {
            assertThat(feed.lastSequence()).isEqualTo(snapshot).isPositive();
        }
    }

    @Test
    void oldRecordedStepsAreTrimmedAtSnapshotsAndWhatIsHeldIsKept() throws Exception {
        ClusterSettings settings = settings().withKeepRecorded(Duration.ofMillis(1), () -> 4);
        try (ClusterNode node = ClusterNode.launch(settings, new Heard())) {
            open(node.gateway());
            Answer.to(node.gateway(), Season.place(1, Season.AWAY, 100, Money.DOLLAR));
            Thread.sleep(5); // the log's time must move on
            Answer.to(node.gateway(), new Command.AskHashes());
            node.snapshot();
            await(() -> node.status().recordedFirst() == 4);
            assertThat(node.recordedSteps(1, 100).getFirst().sequence()).isEqualTo(4);
        }
        try (ClusterNode node = ClusterNode.launch(settings, new Heard())) {
            assertThat(node.status().recordedFirst()).isEqualTo(4);
        }
    }

    private List<Path> recordings() throws Exception {
        try (Stream<Path> files = Files.list(folder.resolve("log").resolve("archive"))) {
            return files.filter(file -> file.toString().endsWith(".rec")).sorted().toList();
        }
    }

    private static void flipABit(Path file, int at) throws Exception {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(at);
            int old = bytes.read();
            bytes.seek(at);
            bytes.write(old ^ 1);
        }
    }
}
