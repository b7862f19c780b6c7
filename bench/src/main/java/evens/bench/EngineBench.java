package evens.bench;

import evens.bench.Comparison.Figures;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The engine alone: commands in, events out, no log and no disk. */
@Command(
        name = "engine",
        mixinStandardHelpOptions = true,
        description = "The engine against its peers. Fails unless all end in the same state.")
final class EngineBench implements Callable<Integer> {
    /** Which shapes to run. */
    enum Choice {
        A,
        B,
        ALL;

        boolean includes(Shape shape) {
            return this == ALL || name().equals(shape.name());
        }
    }

    @Option(names = "--shape", description = "A, B or all (default: all).")
    private Choice shape = Choice.ALL;

    @Option(
            names = "--commands",
            description = "Commands to time in each run (default: ${DEFAULT-VALUE}).")
    private int commands = 1_000_000;

    @Option(
            names = "--pairs",
            description =
                    "Timed runs of each, by turns; 0 compares states only (default: ${DEFAULT-VALUE}).")
    private int pairs = 7;

    @Option(names = "--seed", description = "Of the commands (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(
            names = "--against",
            description =
                    "Compares with this one only, in this process: ${COMPLETION-CANDIDATES}. The"
                            + " default is each of them, in a process of its own.")
    private @Nullable Peer against;

    @Option(
            names = "--events",
            description = "With --against: what becomes of ours (default: ${DEFAULT-VALUE}).")
    private Ours events = Ours.TOLD;

    @Option(names = "--profile", description = "Tells where our time goes instead.")
    private boolean profile;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        Peer only = against;
        for (Shape each : Shape.values()) {
            if (shape.includes(each)) {
                if (only == null) {
                    run(each, out);
                } else {
                    compare(each, only, out);
                }
            }
        }
        return 0;
    }

    private void run(Shape each, PrintWriter out) {
        Workload workload = Generator.workload(each, commands, seed);
        Rehearsal rehearsal = rehearsal(workload);
        out.printf(
                Locale.ROOT,
                "shape %s: all ended in the same state, %,d resting orders and %,d matches%n",
                each,
                workload.outcome().resting(),
                workload.outcome().matches());
        for (Ours ours : Ours.values()) {
            if (profile) {
                out.printf(Locale.ROOT, "profile of shape %s, events %s%n", each, ours.title);
                profile(new Comparison(workload, rehearsal, ours), out);
            } else if (pairs > 0) {
                compareAfresh(each, ours, out);
            }
        }
    }

    /** Plays the workload with all engines, which must end in the same state. */
    private static Rehearsal rehearsal(Workload workload) {
        Rehearsal rehearsal = Rehearsal.of(workload);
        rehearsal.tally().mustEqual(workload.outcome(), "evens");
        for (Peer peer : Peer.values()) {
            Engine engine = peer.engine(workload);
            engine.run(0, workload.stream().size());
            engine.tally().mustEqual(workload.outcome(), peer.title);
        }
        return rehearsal;
    }

    private void compareAfresh(Shape each, Ours ours, PrintWriter out) {
        for (Peer peer : Peer.values()) {
            Fresh.run(
                    out,
                    "engine",
                    "--shape=" + each,
                    "--against=" + peer,
                    "--events=" + ours,
                    "--commands=" + commands,
                    "--pairs=" + pairs,
                    "--seed=" + seed);
        }
    }

    private void compare(Shape each, Peer peer, PrintWriter out) {
        Workload workload = Generator.workload(each, commands, seed);
        Comparison comparison = new Comparison(workload, rehearsal(workload), events);
        Figures figures = comparison.measure(peer, pairs);
        out.printf(
                Locale.ROOT,
                "figure: engine shape %s, events %s: %.2f times as fast as %s"
                        + " (%.0f against %.0f ns per command, %.0f against %.0f bytes;"
                        + " median of %d pairs of %,d commands)%n",
                each,
                events.title,
                figures.ratio(),
                peer.title,
                figures.ours(),
                figures.theirs(),
                figures.ourBytes(),
                figures.theirBytes(),
                pairs,
                commands);
    }

    private void profile(Comparison warm, PrintWriter out) {
        warm.ours();
        Profile.of(
                        () -> {
                            for (int i = 0; i < pairs; i++) {
                                warm.ours();
                            }
                        })
                .print(out);
    }
}
