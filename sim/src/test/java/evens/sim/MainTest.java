package evens.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class MainTest {
    @Test
    void aSeedIsTheSameEveryTime() {
        assertThat(run("--seed", "5", "--seeds", "3", "--commands", "300"))
                .isEqualTo(run("--seed", "5", "--seeds", "3", "--commands", "300"))
                .contains("seeds 3 (from 5), commands ", "violations 0");
    }

    @Test
    void aSeedWithAProjectorIsTheSameEveryTime() {
        assertThat(run("--seed", "3", "--commands", "800"))
                .isEqualTo(run("--seed", "3", "--commands", "800"))
                .contains("projector in 1 seeds", "SET_BACK=", "FAIL=", "violations 0")
                .doesNotContain("rows compared 0");
    }

    @Test
    void stopsWhenItsTimeIsOver() {
        assertThat(run("--seconds", "1")).contains("violations 0");
    }

    /** What was said, without how long it took. */
    private static String run(String... arguments) {
        StringWriter output = new StringWriter();
        assertThat(Main.run(arguments, new PrintWriter(output, true))).isZero();
        return output.toString().replaceAll(", [0-9.]+ s, [0-9]+ commands/s", "");
    }
}
