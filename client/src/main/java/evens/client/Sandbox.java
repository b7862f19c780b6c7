package evens.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An exchange of one's own for the time of a test: the packaged product in a process of its own, on
 * a free port of this machine, with data that nobody keeps. Passwords cost little there, and how
 * often somebody may ask is not limited.
 *
 * <pre>{@code
 * try (Sandbox sandbox = Sandbox.start(SandboxOptions.of(jar))) {
 *     EvensClient operator = sandbox.operator();
 *     ...
 * }
 * }</pre>
 */
public final class Sandbox implements AutoCloseable {
    /** The name of its operator. */
    public static final String OPERATOR = "admin";

    private static final Map<String, String> QUICK =
            Map.of(
                    "EVENS_PASSWORD_COST", "lowest",
                    "EVENS_ORDERS_PER_MINUTE", "0",
                    "EVENS_LOGINS_PER_MINUTE", "0");
    private static final Pattern READY =
            Pattern.compile("Evens is ready on (https?://127\\.0\\.0\\.1:\\d+)");
    private static final long TO_START_SECONDS = 60;
    private static final long TO_END_SECONDS = 20;

    private final SandboxOptions options;
    private final Path folder;
    private final Process process;
    private final Thread atExit;
    private final CompletableFuture<URI> ready = new CompletableFuture<>();

    private Sandbox(SandboxOptions options, Path folder, Process process) {
        this.options = options;
        this.folder = folder;
        this.process = process;
        atExit = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(atExit);
        Thread.ofPlatform().daemon().name("sandbox-output").start(this::read);
    }

    /**
     * Starts one; {@link #base} waits until it is ready.
     *
     * @throws IllegalStateException if there is no product to start
     * @throws UncheckedIOException if it can not be started
     */
    public static Sandbox start(SandboxOptions options) {
        if (!Files.exists(options.jar())) {
            throw new IllegalStateException(
                    options.jar().toAbsolutePath() + " is missing: run ./evens build first");
        }
        try {
            Path folder = Files.createTempDirectory("evens-sandbox");
            ProcessBuilder builder = new ProcessBuilder(command(options, folder));
            builder.environment().putAll(QUICK);
            builder.environment().putAll(options.environment());
            builder.redirectError(folder.resolve("errors.log").toFile());
            return new Sandbox(options, folder, builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> command(SandboxOptions options, Path folder) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options.javaArguments());
        command.addAll(List.of("-jar", options.jar().toString(), "serve", "--port", "0"));
        command.addAll(List.of("--data", folder.resolve("data").toString()));
        command.addAll(List.of("--admin-username", OPERATOR));
        command.addAll(List.of("--admin-password", options.password()));
        command.addAll(options.arguments());
        return command;
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

    /**
     * Where it answers; waits until it does.
     *
     * @throws IllegalStateException if it does not start, with what it said
     */
    public URI base() {
        try {
            return ready.orTimeout(TO_START_SECONDS, TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            throw new IllegalStateException("the exchange did not get ready: " + errors(), e);
        }
    }

    /** A new client of its operator, who has logged in. */
    public EvensClient operator() {
        EvensClient operator = new EvensClient(base());
        operator.login(OPERATOR, options.password());
        return operator;
    }

    /** What it said on its standard error. */
    public String errors() {
        try {
            return Files.readString(folder.resolve("errors.log"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** Its process, for those who measure it. */
    public ProcessHandle process() {
        return process.toHandle();
    }

    /** Ends it at once, as when the power goes. */
    public void kill() {
        process.destroyForcibly();
        await();
    }

    /** Asks it to end, waits, and removes its data. */
    @Override
    public void close() {
        process.destroy();
        if (!await()) {
            process.destroyForcibly();
            await();
        }
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException thisEndsToo) {
            // then the hook runs, and finds nothing to end
        }
        remove();
    }

    private boolean await() {
        try {
            return process.waitFor(TO_END_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void remove() {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
