package evens.race;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The packaged product in a process of its own, with data that nobody keeps. */
final class Product implements AutoCloseable {
    static final String OPERATOR = "admin";
    static final String PASSWORD = "a password for the operator";

    private static final Path JAR = Path.of("app", "target", "evens.jar");
    private static final Pattern READY =
            Pattern.compile("Evens is ready on (https?://127\\.0\\.0\\.1:\\d+)");
    private static final long TO_START_SECONDS = 60;
    private static final long TO_END_SECONDS = 20;

    private final Path data;
    private final Process process;
    private final CompletableFuture<URI> ready = new CompletableFuture<>();

    private Product(Path data, Process process) {
        this.data = data;
        this.process = process;
        Thread.ofPlatform().daemon().name("product-output").start(this::read);
    }

    /** Starts it; it is not ready yet. */
    static Product start() {
        if (!Files.exists(JAR)) {
            throw new IllegalStateException(JAR + " is missing: run ./evens build first");
        }
        try {
            Path data = Files.createTempDirectory("evens-race");
            ProcessBuilder builder =
                    new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                            "-jar",
                            JAR.toString(),
                            "serve",
                            "--port",
                            "0",
                            "--data",
                            data.resolve("data").toString(),
                            "--admin-username",
                            OPERATOR,
                            "--admin-password",
                            PASSWORD);
            builder.environment()
                    .putAll(
                            Map.of(
                                    "EVENS_PASSWORD_COST", "lowest",
                                    "EVENS_ORDERS_PER_MINUTE", "0",
                                    "EVENS_LOGINS_PER_MINUTE", "0"));
            builder.redirectError(data.resolve("errors.log").toFile());
            Process process = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            return new Product(data, process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it answers; waits until it does. */
    URI base() {
        return ready.orTimeout(TO_START_SECONDS, TimeUnit.SECONDS).join();
    }

    private void read() {
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                Matcher matcher = READY.matcher(line);
                if (matcher.find()) {
                    ready.complete(URI.create(matcher.group(1)));
                }
            }
        } catch (IOException e) {
            ready.completeExceptionally(e);
        }
        ready.completeExceptionally(new IOException("it ended: " + errors()));
    }

    /** What it said on its standard error. */
    String errors() {
        try {
            return Files.readString(data.resolve("errors.log"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(TO_END_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        try (Stream<Path> all = Files.walk(data)) {
            for (Path path : List.copyOf(all.sorted(Comparator.reverseOrder()).toList())) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
