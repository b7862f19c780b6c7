package evens.bench.streams;

import static org.assertj.core.api.Assertions.assertThat;

import evens.bench.Main;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** That everything is heard and told; never how fast. */
@Tag("bench")
class StreamsBenchTest {
    private static final String JAR = System.getProperty("evens.jar", "../app/target/evens.jar");

    private final StringWriter out = new StringWriter();

    @Test
    void aFewSocketsHearEverything() {
        int code =
                Main.run(
                        new String[] {
                            "streams", "--seconds=3", "--sockets=3", "--rate=60", "--jar=" + JAR
                        },
                        new PrintWriter(out, true));

        assertThat(code).as(out.toString()).isZero();
        List<String> lines = out.toString().lines().toList();
        assertThat(lines).hasSize(6).allMatch(line -> line.startsWith("figure: streams: "));
        assertThat(lines.getFirst()).contains("3 price and 3 user sockets, 60 orders a second");
        assertThat(lines).noneMatch(line -> line.contains("nothing was measured"));
        lines.forEach(System.out::println);
    }
}
