package evens.app;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Latches, epochs, leases, paused orders, live delays, expiries and answers under keys, with kill
 * -9 between arming and firing. Nothing but the core's state keeps them, which is brought back from
 * the log in one exchange and from snapshots in another; the two live side by side.
 */
@Tag("kill")
class KilledBetweenTest {
    @TempDir Path fromTheLog;
    @TempDir Path fromSnapshots;

    @Test
    void whatWasArmedIsThereAfterEveryRestart() throws Exception {
        try (ExecutorService lives = Executors.newFixedThreadPool(2)) {
            List<Future<?>> both =
                    List.of(
                            lives.submit(() -> live(fromTheLog, false)),
                            lives.submit(() -> live(fromSnapshots, true)));
            for (Future<?> life : both) {
                life.get();
            }
        }
    }

    private static void live(Path data, boolean snapshots) {
        try (Life life = new Life(data, snapshots)) {
            life.live();
        }
    }
}
