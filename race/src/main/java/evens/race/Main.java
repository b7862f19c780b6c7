package evens.race;

import evens.client.Sandbox;
import evens.client.SandboxOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Races seeds against one running exchange. */
@Command(
        name = "evens race",
        mixinStandardHelpOptions = true,
        description = "Clients race each other against a running exchange, and are judged.")
public final class Main implements Callable<Integer> {
    private static final int USUAL_SEEDS = 100;
    private static final Path RECORDS = Path.of("target", "race");
    private static final SandboxOptions OPTIONS =
            SandboxOptions.of(Path.of("app", "target", "evens.jar"));

    @Option(names = "--seeds", description = "How many seeds (default: 100, or 1 with --seed).")
    private int seeds;

    @Option(names = "--seed", description = "The first seed (default: 1).")
    private long seed;

    @Option(
            names = "--at-once",
            description = "How many seeds run at the same time (default: ${DEFAULT-VALUE}).")
    private int atOnce = 4;

    @Option(names = "--keep", description = "Write down what was seen in green seeds too.")
    private boolean keep;

    @Option(
            names = "--url",
            description = "An exchange that runs (default: one is started for the race).")
    private @Nullable URI url;

    @Option(names = "--admin-username", description = "Its operator (default: ${DEFAULT-VALUE}).")
    private String username = Sandbox.OPERATOR;

    @Option(names = "--admin-password", description = "The operator's password.")
    private String password = OPTIONS.password();

    @Spec private @Nullable CommandSpec spec;

    private final Figures figures = new Figures();
    private final AtomicInteger red = new AtomicInteger();

    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        System.exit(new CommandLine(new Main()).setOut(out).execute(arguments));
    }

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        if (url != null) {
            race(url, out);
        } else {
            try (Sandbox sandbox = Sandbox.start(OPTIONS)) {
                race(sandbox.base(), out);
                if (red.get() > 0) {
                    out.println(sandbox.errors());
                }
            }
        }
        return red.get() == 0 ? 0 : 1;
    }

    private void race(URI base, PrintWriter out) {
        long began = System.nanoTime();
        HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        Stage stage = new Stage(base, http, username, password);
        long first = seed == 0 ? 1 : seed;
        long count = seeds > 0 ? seeds : seed == 0 ? USUAL_SEEDS : 1;
        try (ExecutorService clients = Executors.newCachedThreadPool();
                ExecutorService races = Executors.newFixedThreadPool(atOnce)) {
            LongStream.range(first, first + count)
                    .mapToObj(next ->
                            CompletableFuture.runAsync(
                                    () -> race(stage, clients, next, out), races))
                    .toList()
                    .forEach(CompletableFuture::join);
        }
        out.println(figures.told((System.nanoTime() - began) / 1e9));
    }

    private void race(Stage stage, ExecutorService clients, long number, PrintWriter out) {
        Race race;
        try {
            race = new Race(stage, clients, number);
            race.run();
        } catch (RuntimeException broken) {
            red.incrementAndGet();
            out.printf("seed %d is red, it broke: %s%n", number, broken);
            return;
        }
        figures.add(race.acts());
        List<String> found = race.judgement();
        if (keep) {
            write(race, number);
        }
        if (!found.isEmpty()) {
            red.incrementAndGet();
            report(number, found, write(race, number), out);
        }
    }

    private static synchronized void report(
            long number, List<String> found, Path record, PrintWriter out) {
        out.printf("seed %d is red:%n", number);
        found.forEach(line -> out.println("  " + line));
        out.printf("what was seen: %s; repeat with: ./evens race --seed %d%n", record, number);
    }

    private static Path write(Race race, long number) {
        Path record = RECORDS.resolve("seed-" + number + ".txt");
        try {
            Files.createDirectories(RECORDS);
            Files.write(record, race.acts().stream().map(Object::toString).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return record;
    }
}
