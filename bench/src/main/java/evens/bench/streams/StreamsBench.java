package evens.bench.streams;

import evens.client.Sandbox;
import evens.client.SandboxOptions;
import java.io.PrintWriter;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Price and user sockets of a running exchange, over loopback. */
@Command(
        name = "streams",
        mixinStandardHelpOptions = true,
        description = "How soon sockets hear what has happened, while it is traded at a rate.")
public final class StreamsBench implements Callable<Integer> {
    private static final int GAMES = 8;
    private static final int WARM_UP_SECONDS = 3;
    private static final String WHOLE_MILLIS =
            "the log's time has whole milliseconds, so up to 1 ms of it is none";

    @Option(names = "--seconds", description = "How long (default: ${DEFAULT-VALUE}).")
    private int seconds = 20;

    @Option(names = "--sockets", description = "How many of each kind (default: ${DEFAULT-VALUE}).")
    private int sockets = 20;

    @Option(names = "--rate", description = "Orders a second (default: ${DEFAULT-VALUE}).")
    private int rate = 400;

    @Option(names = "--jar", description = "The exchange (default: ${DEFAULT-VALUE}).")
    private Path jar = Path.of("app", "target", "evens.jar");

    @Spec private @Nullable CommandSpec spec;

    /** What was counted until a moment. */
    private record Count(long nanos, long price, long characters, long user) {
        static Count of(Audience audience) {
            return new Count(
                    System.nanoTime(),
                    audience.priceFrames(),
                    audience.priceCharacters(),
                    audience.userFrames());
        }
    }

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.of(jar));
                HttpClient trading = http();
                HttpClient listening = http()) {
            Floor floor = Floor.prepared(sandbox, GAMES, trading);
            try (Audience audience =
                            new Audience(sandbox.base(), floor.accounts(), sockets, listening);
                    Dealing dealing = new Dealing(floor)) {
                run(audience, dealing, out);
            }
            // Nobody waits for their goodbyes.
            trading.shutdownNow();
            listening.shutdownNow();
        }
        return 0;
    }

    private static HttpClient http() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    private void run(Audience audience, Dealing dealing, PrintWriter out) {
        Clock clock = new Clock();
        dealing.run(rate, WARM_UP_SECONDS);
        dealing.finish();
        int before = dealing.done().size();
        Count from = Count.of(audience);
        dealing.run(rate, seconds);
        Count to = Count.of(audience);
        dealing.finish();
        audience.awaitStep(dealing.lastSequence());
        List<Done> all = dealing.done();
        rates(from, to, out);
        conflation(all.size(), audience, out);
        latencies(Latencies.of(all.subList(before, all.size()), audience, clock), out);
    }

    private void rates(Count from, Count to, PrintWriter out) {
        double time = (to.nanos() - from.nanos()) / 1e9;
        out.printf(
                Locale.ROOT,
                "figure: streams: %d price and %d user sockets, %d orders a second for %d s:"
                        + " %,.0f price frames a second (%.1f MB), %,.0f user frames a second%n",
                sockets,
                sockets,
                rate,
                seconds,
                (to.price() - from.price()) / time,
                (to.characters() - from.characters()) / time / 1e6,
                (to.user() - from.user()) / time);
    }

    private static void conflation(int changes, Audience audience, PrintWriter out) {
        double ladders =
                audience.prices().stream().mapToLong(PriceEar::ladders).average().orElseThrow();
        out.printf(
                Locale.ROOT,
                "figure: streams: conflation: %,d orders changed a ladder, a socket got %,.1f frames"
                        + " of ladders, %.1f %%%n",
                changes,
                ladders,
                100 * ladders / changes);
    }

    private static void latencies(Latencies of, PrintWriter out) {
        out.printf(
                "figure: streams: match in the log to user frame: %s; %s%n",
                of.logToUser(), WHOLE_MILLIS);
        out.printf(
                "figure: streams: match in the log to price frame: %s; %s%n",
                of.logToPrice(), WHOLE_MILLIS);
        out.printf("figure: streams: reply of the order to user frame: %s%n", of.replyToUser());
        out.printf("figure: streams: reply of the order to price frame: %s%n", of.replyToPrice());
    }
}
