package evens.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a node costs and how fast it is: printed, and bounded where a slip would show. */
@Tag("slow")
class NodeFiguresTest {
    @TempDir Path folder;

    @Test
    void anIdleNodeSleeps() throws Exception {
        try (ChildProcess child = new ChildProcess("idle", folder)) {
            String line = child.line("idle");
            System.out.println("figure: " + line);
            assertThat(Double.parseDouble(line.split(" ", -1)[1])).isLessThan(10);
            child.line("awake");
        }
    }

    @Test
    void aLoneDurableCommandIsFast() throws Exception {
        try (ChildProcess child = new ChildProcess("speed", folder)) {
            for (String line = child.line(); line != null; line = child.line()) {
                if (!line.startsWith("SLF4J")) {
                    System.out.println("figure: " + line);
                }
            }
            assertThat(child.exitCode()).isZero();
        }
    }

    @Test
    void aNodeThatWasStoppedForFifteenSecondsGoesOn() throws Exception {
        try (ChildProcess child = new ChildProcess("tick", folder)) {
            String before = child.line("tick");
            child.signal("STOP");
            TimeUnit.SECONDS.sleep(15);
            child.signal("CONT");
            long sequence = Long.parseLong(before.substring("tick ".length()));
            for (long next = sequence; next < sequence + 200; ) {
                next = Long.parseLong(child.line("tick").substring("tick ".length()));
                assertThat(next).isPositive();
            }
        }
    }
}
