package evens.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** That ours and the peers still do the same; never how fast. */
@Tag("bench")
class EngineBenchTest {
    private final StringWriter out = new StringWriter();

    @Test
    void everyEngineEndsInTheSameStateOnBothShapes() {
        int code = run("engine", "--commands", "20000", "--pairs", "0", "--seed", "3");

        assertThat(out.toString()).contains("shape A: all ended in the same state", "shape B: all");
        assertThat(code).isZero();
    }

    @Test
    void aPairOfRunsIsCompared() {
        int code = run("engine", "--shape", "a", "--commands", "2000", "--pairs", "1");

        assertThat(out.toString())
                .contains("figure: engine shape A, events told: ", "events written")
                .doesNotContain("shape B");
        assertThat(code).isZero();
    }

    @Test
    void aProfileIsTaken() {
        int code = run("engine", "--shape", "b", "--commands", "20000", "--profile");

        assertThat(out.toString()).contains("profile: by method alone");
        assertThat(code).isZero();
    }

    private int run(String... arguments) {
        return Main.run(arguments, new PrintWriter(out, true));
    }
}
