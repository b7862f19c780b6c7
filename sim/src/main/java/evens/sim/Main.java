package evens.sim;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs seeds until the time or the seeds are over, or one of them is red. */
@Command(
        name = "evens-sim",
        mixinStandardHelpOptions = true,
        description = "Drives the exchange from seeds and compares it with a naive twin.")
public final class Main implements Callable<Integer> {
    private static final int MOST_SHRUNK = 3_000;

    @Option(names = "--seed", description = "First seed (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(names = "--seeds", description = "How many seeds (default: 1, or as time allows).")
    private int seeds;

    @Option(names = "--commands", description = "Stop each seed after so many actions.")
    private int commands = Integer.MAX_VALUE;

    @Option(names = "--seconds", description = "Run seeds for so long.")
    private long seconds;

    @Option(names = "--minutes", description = "Run seeds for so long.")
    private long minutes;

    @Option(
            names = "--no-shrink",
            description = "Do not look for the few actions of a red seed that are enough.")
    private boolean asItIs;

    @Spec private @Nullable CommandSpec spec;

    public static void main(String[] arguments) {
        System.exit(run(arguments, new PrintWriter(System.out, true, StandardCharsets.UTF_8)));
    }

    /** Does what {@link #main} does, without ending the process. */
    public static int run(String[] arguments, PrintWriter out) {
        return new CommandLine(new Main()).setOut(out).execute(arguments);
    }

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        long started = System.nanoTime();
        long allowed = (seconds + 60 * minutes) * 1_000_000_000L;
        long last = seeds > 0 ? seed + seeds : allowed > 0 ? Long.MAX_VALUE : seed + 1;
        Seen seen = new Seen();
        long done = 0;
        long actions = 0;
        int violations = 0;
        try (Machine machine = new Machine()) {
            for (long next = seed; next < last && violations == 0; next++) {
                if (allowed > 0 && System.nanoTime() - started >= allowed) {
                    break;
                }
                Simulation simulation = new Simulation(next, commands, machine, seen);
                Violation violation = simulation.run();
                done++;
                actions += simulation.actions();
                if (violation != null) {
                    violations++;
                    report(out, next, simulation, violation);
                }
            }
        }
        double took = (System.nanoTime() - started) / 1e9;
        out.println("figure: " + seen);
        out.println("figure: " + seen.projectors());
        out.printf(
                "figure: seeds %d (from %d), commands %d, violations %d, %.1f s, %.0f commands/s%n",
                done, seed, actions, violations, took, actions / took);
        return violations == 0 ? 0 : 1;
    }

    private void report(PrintWriter out, long seed, Simulation simulation, Violation violation) {
        out.printf("seed %d is red: %s%n", seed, violation.getMessage());
        out.println("its last action: " + simulation.last());
        Throwable cause = violation.getCause();
        if (cause != null) {
            cause.printStackTrace(out);
        }
        if (!asItIs && simulation.actions() <= MOST_SHRUNK) {
            List<Action> needed = simulation.shrunk();
            out.printf("%d of its %d actions are enough:%n", needed.size(), simulation.actions());
            needed.forEach(action -> out.println("  " + action));
        }
        out.printf(
                "repeat with: java -jar sim/target/evens-sim.jar --seed %d --commands %d%n",
                seed, simulation.actions());
    }
}
