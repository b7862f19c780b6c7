package evens.app;

import static org.assertj.core.api.Assertions.assertThat;

import evens.client.Account;
import evens.client.EvensClient;
import evens.client.Game;
import evens.client.RawResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Both databases are gone under a running exchange: the user feed and its replay go on. */
@Tag("long")
class UserFeedWithoutSqlTest {
    private static final String PASSWORD = "a password of some length";

    @Test
    void theFeedAndItsReplayNeedNoDatabase(@TempDir Path data) throws Exception {
        Settings settings =
                CommandLine.populateCommand(
                        new Settings(),
                        "--port=0",
                        "--admin-password=" + PASSWORD,
                        "--password-cost=lowest",
                        "--orders-per-minute=0",
                        "--logins-per-minute=0");
        try (Evens evens = new Evens(settings, data)) {
            EvensClient operator = new EvensClient(evens.address());
            operator.login("admin", PASSWORD);
            operator.operator().createLeague("NBA", "basketball");
            Game game =
                    operator.operator()
                            .createGame(
                                    "NBA",
                                    "basketball",
                                    Instant.now().plus(Duration.ofDays(1)),
                                    "Away",
                                    "Home");
            Account account =
                    operator.operator().createAccount("ann", PASSWORD, new BigDecimal("1000"));
            EvensClient client = new EvensClient(evens.address());
            client.login("ann", PASSWORD);
            String token = String.valueOf(client.token());
            Venue.Player ann = new Venue.Player("ann", account.id(), client);
            try (Talk feed = Talk.at(evens.address(), "/v2/user", token)) {
                Wire.rest(ann, game, "post home at 100 for 10");
                String first = feed.text();
                try (Gone _ = new Gone(data.resolve("sql"), "identity");
                        Gone _ = new Gone(data.resolve("history"), "history")) {
                    assertThat(login(evens).status()).isEqualTo(503);
                    Wire.rest(ann, game, "post home at 101 for 10");
                    Wire.post(ann, "/session/cancelAllOrders", "{}");
                    List<String> more = feed.texts(3);
                    String all = first + "," + String.join(",", more);
                    assertThat(Wire.get(ann, "/v2/user/messages?afterID=0-0").body())
                            .isEqualTo("{\"status\":\"success\",\"messages\":[" + all + "]}");
                    try (Talk again = Talk.at(evens.address(), "/v2/user", token)) {
                        Wire.rest(ann, game, "post home at 102 for 10");
                        assertThat(again.text()).isEqualTo(feed.text());
                    }
                    assertThat(login(evens).status()).isEqualTo(503);
                }
            }
        }
    }

    private static RawResponse login(Evens evens) {
        return new EvensClient(evens.address())
                .raw(
                        "POST",
                        "/user/login",
                        Map.of("Content-Type", "application/json"),
                        "{\"username\":\"ann\",\"password\":\"%s\"}"
                                .formatted(PASSWORD)
                                .getBytes(StandardCharsets.UTF_8));
    }

    /** A database that was shut down by somebody else, who keeps its file. */
    private static final class Gone implements AutoCloseable {
        private final FileChannel file;
        private final FileLock lock;

        Gone(Path folder, String name) throws IOException, SQLException {
            file =
                    FileChannel.open(
                            folder.resolve(name + ".mv.db"),
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE);
            FileLock taken = null;
            while (taken == null) {
                shutDown(folder, name);
                taken = tryLock();
            }
            lock = taken;
        }

        private static void shutDown(Path folder, String name) throws SQLException {
            String url = "jdbc:h2:file:" + folder.toAbsolutePath().resolve(name);
            try (Connection connection = DriverManager.getConnection(url, "evens", "");
                    var statement = connection.createStatement()) {
                statement.execute("SHUTDOWN IMMEDIATELY");
            }
        }

        private @Nullable FileLock tryLock() throws IOException {
            try {
                return file.tryLock();
            } catch (OverlappingFileLockException openAgain) {
                return null;
            }
        }

        @Override
        public void close() throws IOException {
            lock.release();
            file.close();
        }
    }
}
