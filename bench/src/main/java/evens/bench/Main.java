package evens.bench;

import evens.bench.streams.StreamsBench;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The benchmarks, one command each. */
@Command(
        name = "evens-bench",
        mixinStandardHelpOptions = true,
        subcommands = {EngineBench.class, StreamsBench.class},
        description = "Measures the exchange, its streams, and its peers on the same commands.")
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments, new PrintWriter(System.out, true, StandardCharsets.UTF_8)));
    }

    /** Does what {@link #main} does, without ending the process. */
    public static int run(String[] arguments, PrintWriter out) {
        return new CommandLine(new Main())
                .setOut(out)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments);
    }
}
