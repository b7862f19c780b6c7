package evens.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import evens.client.EvensClient;
import evens.client.Game;
import evens.client.NewOrder;
import evens.client.OrderType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Data directories that must be refused, each with a sentence. */
@Tag("long")
class DataDirectoryTest {
    @TempDir Path parent;

    @Test
    void inUseByARunningProcess() {
        Path data = parent.resolve("data");
        try (ServerProcess running = ServerProcess.serve(data)) {
            refused(data, "in use");
            assertThat(running.alive()).isTrue();
            assertThat(new EvensClient(running.base()).raw("GET", "/health/ready", Map.of(), null))
                    .matches(response -> response.status() == 200);
            running.stop();
        }
    }

    @Test
    void belowAFile() throws IOException {
        Path file = Files.writeString(parent.resolve("file"), "not a directory");
        refused(file.resolve("data"), "(not a directory|cannot be written|not writable)");
    }

    @Test
    void notWritable() throws IOException {
        assumeThat(System.getProperty("user.name"))
                .as("root may write anywhere")
                .isNotEqualTo("root");
        Path data = Files.createDirectory(parent.resolve("data"));
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("r-xr-xr-x"));
        refused(data, "(cannot be written|not writable)");
    }

    @Test
    void notWritableEvenForRoot() {
        Path readOnly = Path.of("/proc/sys");
        assumeThat(readOnly).exists();
        refused(readOnly.resolve("evens-data"), "(cannot be written|not writable|cannot be made)");
    }

    @Test
    void fromANewerVersion() throws IOException {
        Path data = parent.resolve("data");
        try (ServerProcess server = ServerProcess.serve(data)) {
            server.stop();
        }
        Path version = data.resolve("version");
        assertThat(version).exists();
        Files.writeString(version, "999\n");
        refused(data, "newer version");
    }

    @Test
    void damaged() throws IOException {
        Path data = parent.resolve("data");
        try (ServerProcess server = ServerProcess.serve(data)) {
            fill(server);
            server.kill9();
        }
        flip(fullest(data.resolve("log")));
        refused(data, "damaged");
    }

    /** Some thousand commands, so that there is something to read again at the next start. */
    private static void fill(ServerProcess server) {
        EvensClient operator = new EvensClient(server.base());
        operator.login(ServerProcess.OPERATOR, ServerProcess.OPERATOR_PASSWORD);
        operator.operator().createLeague(Venue.LEAGUE, Venue.SPORT);
        Game game =
                operator.operator()
                        .createGame(
                                Venue.LEAGUE,
                                Venue.SPORT,
                                Instant.now().plusSeconds(86_400),
                                "Away",
                                "Home");
        operator.operator().createAccount("ann", Venue.PASSWORD, new BigDecimal("1000"));
        EvensClient ann = new EvensClient(server.base());
        ann.login("ann", Venue.PASSWORD);
        NewOrder order = NewOrder.of(game.id(), game.home().id(), 150, "10", OrderType.POST);
        for (int i = 0; i < 200; i++) {
            assertThat(ann.place(Collections.nCopies(20, order))).hasSize(20);
            assertThat(ann.cancelAll()).hasSize(20);
        }
    }

    /** The segment of the log with the most in it. */
    private static Path fullest(Path log) throws IOException {
        try (Stream<Path> files = Files.walk(log)) {
            return files.filter(file -> file.toString().endsWith(".rec"))
                    .max(Comparator.comparingInt(DataDirectoryTest::used))
                    .orElseThrow();
        }
    }

    private static int used(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            int used = bytes.length;
            while (used > 0 && bytes[used - 1] == 0) {
                used--;
            }
            return used;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Turns the bits of 64 bytes in the middle of what is used. */
    private static void flip(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int middle = used(file) / 2;
        for (int i = middle; i < middle + 64; i++) {
            bytes[i] ^= (byte) 0xff;
        }
        Files.write(file, bytes);
    }

    private static void refused(Path data, String why) {
        try (ServerProcess server =
                ServerProcess.launch(Map.of(), ServerProcess.serveArguments(data))) {
            assertThat(server.exitCode()).as(server.said()).isNotZero();
            List<String> err = server.err();
            assertThat(err).as(server.said()).isNotEmpty();
            assertThat(err.getLast())
                    .as(server.said())
                    .contains(data.toString())
                    .containsPattern(why)
                    .endsWith(".");
            assertThat(err).as("no stack trace").noneMatch(line -> line.startsWith("\tat "));
            assertThat(server.out()).noneMatch(line -> line.contains("is ready"));
        }
    }
}
