package evens.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged product in a process of its own, as somebody who downloaded it would run it. */
final class ServerProcess implements AutoCloseable {
    static final String OPERATOR = "admin";
    static final String OPERATOR_PASSWORD = "correct horse battery staple";

    private static final Pattern READY =
            Pattern.compile("Evens is ready on (https?://127\\.0\\.0\\.1:\\d+)");
    private static final Duration TO_START = Duration.ofSeconds(60);
    private static final Duration TO_END = Duration.ofSeconds(30);

    private final Process process;
    private final CompletableFuture<URI> ready = new CompletableFuture<>();
    private final List<String> out = new ArrayList<>();
    private final List<String> err = new ArrayList<>();
    private final List<Thread> readers;

    private ServerProcess(Process process) {
        this.process = process;
        this.readers =
                List.of(
                        read(
                                process.getInputStream(),
                                out,
                                this::lookForReadiness,
                                this::nothingMore),
                        read(process.getErrorStream(), err, line -> {}, () -> {}));
    }

    /** {@code serve} on a free port, ready for requests. */
    static ServerProcess serve(Path data) {
        return serve(data, Map.of());
    }

    static ServerProcess serve(Path data, Map<String, String> environment) {
        ServerProcess server = launch(environment, serveArguments(data));
        server.base();
        return server;
    }

    static String[] serveArguments(Path data) {
        return new String[] {
            "serve",
            "--port",
            "0",
            "--data",
            data.toString(),
            "--admin-username",
            OPERATOR,
            "--admin-password",
            OPERATOR_PASSWORD
        };
    }

    /** Any command of the product, started and not waited for. */
    static ServerProcess launch(Map<String, String> environment, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-jar");
        command.add(jar().toString());
        command.addAll(Arrays.asList(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("EVENS_PASSWORD_COST", "lowest");
        settings.put("EVENS_ORDERS_PER_MINUTE", "0");
        settings.put("EVENS_LOGINS_PER_MINUTE", "0");
        settings.putAll(environment);
        builder.environment().putAll(settings);
        try {
            ServerProcess server = new ServerProcess(builder.start());
            Runtime.getRuntime().addShutdownHook(new Thread(server.process::destroyForcibly));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path jar() {
        Path jar = Path.of(System.getProperty("evens.jar", "target/evens.jar")).toAbsolutePath();
        assertThat(jar).as("the packaged product: run package first").exists();
        return jar;
    }

    /** Where it answers; waits until it says so. */
    URI base() {
        try {
            return ready.get(TO_START.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            process.destroyForcibly();
            throw new AssertionError("the server did not get ready\n" + said(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    long pid() {
        return process.pid();
    }

    boolean alive() {
        return process.isAlive();
    }

    void kill9() {
        process.destroyForcibly();
        exitCode();
    }

    /** Asks it to end, as an operating system does, and expects a clean end. */
    void stop() {
        process.destroy();
        assertThat(exitCode()).as("exit code after SIGTERM\n%s", said()).isZero();
    }

    /** Waits for the end; the exit code of a process that ended by itself. */
    int exitCode() {
        try {
            if (!process.waitFor(TO_END.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("the server did not end\n" + said());
            }
            for (Thread reader : readers) {
                reader.join(TO_END);
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    List<String> out() {
        synchronized (out) {
            return List.copyOf(out);
        }
    }

    List<String> err() {
        synchronized (err) {
            return List.copyOf(err);
        }
    }

    /** Everything it printed, for messages of failed tests. */
    String said() {
        return "stdout:\n" + String.join("\n", out()) + "\nstderr:\n" + String.join("\n", err());
    }

    /** Ends it in whatever way. */
    @Override
    public void close() {
        if (process.isAlive()) {
            process.destroy();
            try {
                if (!process.waitFor(10, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException e) {
                process.destroyForcibly();
                Thread.currentThread().interrupt();
            }
        }
    }

    private static Thread read(
            InputStream stream, List<String> lines, Consumer<String> hearer, Runnable atEnd) {
        return Thread.ofPlatform()
                .daemon()
                .name("server-output")
                .start(() -> {
                    copy(stream, lines, hearer);
                    atEnd.run();
                });
    }

    private static void copy(InputStream stream, List<String> lines, Consumer<String> hearer) {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                synchronized (lines) {
                    lines.add(line);
                }
                hearer.accept(line);
            }
        } catch (IOException e) {
            synchronized (lines) {
                lines.add("[" + e + "]");
            }
        }
    }

    private void lookForReadiness(String line) {
        Matcher matcher = READY.matcher(line);
        if (matcher.find()) {
            ready.complete(URI.create(matcher.group(1)));
        }
    }

    private void nothingMore() {
        ready.completeExceptionally(new IOException("standard output ended"));
    }
}
