package evens.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evens.model.Step;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed under load loses nothing that it answered. */
class KilledNodeTest {
    private static final Pattern ACK = Pattern.compile("ack (\\d+) (-?\\d+)");

    @TempDir Path folder;

    @Test
    @Tag("kill")
    void whatWasAnsweredIsThereAfterAKill() throws Exception {
        Map<Long, Integer> answered = new HashMap<>();
        int kills = Integer.getInteger("evens.kills", 3);
        for (int kill = 1; kill <= kills; kill++) {
            try (ChildProcess child = new ChildProcess("load", folder)) {
                String ready = child.line("ready");
                System.out.println(ready);
                loadUntilPurged(child, answered, kill);
                child.kill();
                for (String line = child.line(); line != null; line = child.line()) {
                    note(line, answered);
                }
            }
        }
        try (ChildProcess child = new ChildProcess("load", folder)) {
            String ready = child.line("ready");
            System.out.println("after kill -9: " + ready);
            assertThat(Long.parseLong(ready.replaceAll(".*snapshot (\\d+),.*", "$1"))).isPositive();
            child.kill();
        }
        Heard heard = new Heard();
        try (ClusterNode node =
                ClusterNode.launch(
                        Child.settings(folder)
                                .withLastWords((sentence, _) -> System.out.println(sentence)),
                        heard)) {
            ClusterStatus status = node.status();
            System.out.println(status);
            assertThat(status.startedFromSnapshot()).isPositive();
            assertThat(status.logStartPosition()).isPositive();
            assertThat(status.recordedFirst()).isEqualTo(1);
            compare(node, answered);
        }
    }

    @Test
    void aBrokenInvariantEndsTheProcessWithASentence() throws Exception {
        try (ChildProcess child = new ChildProcess("broken", folder)) {
            child.line("ready");
            String sentence = child.line("Step ");
            System.out.println(sentence);
            assertThat(sentence).contains("broke an invariant");
            assertThat(child.exitCode()).isEqualTo(LastWords.EXIT_CODE);
        }
        assertThatThrownBy(() -> ClusterNode.launch(Child.settings(folder), new Heard()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("broke an invariant");
    }

    private static void loadUntilPurged(ChildProcess child, Map<Long, Integer> answered, int more)
            throws InterruptedException {
        boolean isPurged = false;
        int acks = 0;
        while (!isPurged || acks < 1000 * more) {
            String line = child.line();
            assertThat(line).isNotNull();
            if (line.startsWith("status")) {
                isPurged = line.matches("status [1-9]\\d* [1-9]\\d*");
            } else {
                acks += note(line, answered);
            }
        }
    }

    private static int note(String line, Map<Long, Integer> answered) {
        Matcher ack = ACK.matcher(line);
        if (!ack.matches()) {
            return 0;
        }
        Integer before = answered.put(Long.parseLong(ack.group(1)), Integer.parseInt(ack.group(2)));
        assertThat(before).isNull();
        return 1;
    }

    /** Every step is there once, without a gap, and those that were answered are the same. */
    private static void compare(ClusterNode node, Map<Long, Integer> answered) {
        long next = 1;
        int compared = 0;
        for (List<Step> steps = node.recordedSteps(next, 1000);
                !steps.isEmpty();
                steps = node.recordedSteps(next, 1000)) {
            for (Step step : steps) {
                assertThat(step.sequence()).isEqualTo(next++);
                Integer digest = answered.get(step.sequence());
                if (digest != null) {
                    assertThat(Child.digest(step.events())).isEqualTo(digest);
                    compared++;
                }
            }
        }
        System.out.printf("%d steps, %d of them answered before a kill%n", next - 1, compared);
        assertThat(compared).isEqualTo(answered.size());
    }
}
