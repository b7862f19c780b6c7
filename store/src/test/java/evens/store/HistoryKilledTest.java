package evens.store;

import static org.assertj.core.api.Assertions.assertThat;

import evens.model.Step;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A projector that is killed has written whole steps and kept its promises to the feed. */
class HistoryKilledTest {
    private static final int STEPS = 6_000;
    private static final int SEED = 43;

    @TempDir private Path temporary;

    @Test
    void theRowsAreThoseOfTheAppliedSteps() throws Exception {
        Path folder = temporary.resolve("history");
        List<Step> steps = LittleExchange.of(SEED, STEPS).steps;
        long appliedBefore = 0;
        for (int kill = 0; kill < 3; kill++) {
            long promised = killedAfter(folder, 5 + 10 * kill);
            long applied;
            try (SqlHistory history = Histories.open(folder)) {
                applied = history.applied();
            }
            assertThat(applied)
                    .as("the feed was told that it may forget what is before %s", promised)
                    .isGreaterThanOrEqualTo(promised - 1)
                    .isGreaterThan(appliedBefore)
                    .isLessThan(STEPS);
            assertThat(Histories.rows(folder))
                    .isEqualTo(
                            Histories.rowsOf(
                                    temporary.resolve("expected" + kill),
                                    steps.subList(0, (int) applied)));
            appliedBefore = applied;
        }

        StepFeed feed = new StepFeed(steps, false);
        try (SqlHistory history = Histories.open(folder);
                Projector _ = Projector.start(history, feed, Histories.FAST)) {
            feed.awaitKept(STEPS + 1);
        }
        assertThat(Histories.rows(folder))
                .isEqualTo(Histories.rowsOf(temporary.resolve("expected"), steps));
    }

    /** Kills a projector when it has synced so often; what it last let the feed forget. */
    private static long killedAfter(Path folder, int syncs) throws Exception {
        Process process = Fork.java(Writer.class, folder.toString());
        long promised = 0;
        try (BufferedReader lines = process.inputReader()) {
            for (int i = 0; i < syncs; i++) {
                promised = promise(lines);
            }
            process.toHandle().destroyForcibly(); // SIGKILL, in the middle of a transaction
            for (String line; (line = lines.readLine()) != null; ) {
                if (line.endsWith(".")) {
                    promised = Long.parseLong(line.substring(0, line.length() - 1));
                }
            }
        }
        assertThat(process.waitFor()).isEqualTo(128 + 9);
        return promised;
    }

    private static long promise(BufferedReader lines) throws IOException {
        String line = lines.readLine();
        assertThat(line).as("the process lives").isNotNull();
        return Long.parseLong(line.substring(0, line.length() - 1));
    }

    /** Projects the steps of the seed and says what the feed may forget, until it is killed. */
    static final class Writer {
        public static void main(String[] args) throws Exception {
            PrintStream out = System.out;
            StepFeed feed = new StepFeed(LittleExchange.of(SEED, STEPS).steps, false);
            SqlHistory history = Histories.open(Path.of(args[0]));
            try (Projector _ = Projector.start(history, feed, Histories.pace(5))) {
                for (long kept = feed.kept(); kept <= STEPS; kept = feed.kept()) {
                    out.print(kept + ".\n");
                    out.flush();
                    feed.awaitKept(kept + 1);
                }
                Thread.sleep(Long.MAX_VALUE);
            }
        }
    }
}
