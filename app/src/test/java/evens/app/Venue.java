package evens.app;

import evens.client.Account;
import evens.client.EvensClient;
import evens.client.Game;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A running exchange with an operator who makes accounts and games for a test. */
final class Venue implements AutoCloseable {
    static final String PASSWORD = "a password of some length";
    static final String LEAGUE = "PREMIER-LEAGUE";
    static final String SPORT = "soccer";

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Path data;
    private final Map<String, String> environment;
    private ServerProcess server;
    private EvensClient operator;

    Venue(Path data) {
        this(data, Map.of());
    }

    Venue(Path data, Map<String, String> environment) {
        this.data = data;
        this.environment = environment;
        server = ServerProcess.serve(data, environment);
        operator = new EvensClient(server.base());
        operator.login(ServerProcess.OPERATOR, ServerProcess.OPERATOR_PASSWORD);
        operator.operator().createLeague(LEAGUE, SPORT);
    }

    /**
     * One that many classes of tests use, one after the other, each with players and games of its
     * own: to start a process for each of them takes longer than most of them do. It ends with the
     * tests.
     */
    static Venue shared() {
        return Shared.VENUE;
    }

    private static final class Shared {
        static final Venue VENUE = new Venue(folder());

        private static Path folder() {
            try {
                Path folder = Files.createTempDirectory("evens-venue-");
                Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
                return folder;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void delete(Path folder) {
            VENUE.server.kill9();
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    ServerProcess server() {
        return server;
    }

    EvensClient operator() {
        return operator;
    }

    /** Kills the process with -9 and starts it again, on another port, when that has been done. */
    void killAndRestart(Runnable whileItIsDown) {
        server.kill9();
        whileItIsDown.run();
        restart();
    }

    /** Starts it again after it ended. Players have to connect again. */
    void restart() {
        server = ServerProcess.serve(data, environment);
        operator = new EvensClient(server.base(), operator.token());
    }

    /** The same player, with the same token, where the exchange runs now. */
    Player again(Player player) {
        EvensClient client = new EvensClient(server.base(), player.token());
        return new Player(player.username(), player.id(), client);
    }

    /** An account that has logged in, with a name that nobody else has. */
    Player player(String name, String deposit) {
        String username = name + COUNT.incrementAndGet();
        Account account =
                operator.operator().createAccount(username, PASSWORD, new BigDecimal(deposit));
        EvensClient client = new EvensClient(server.base());
        client.login(username, PASSWORD);
        return new Player(username, account.id(), client);
    }

    /** An account with more terms than a deposit, as fields of the operators' API. */
    Player playerWith(String name, String terms) {
        String username = name + COUNT.incrementAndGet();
        JsonNode user =
                Wire.data(
                                Wire.post(
                                        operator,
                                        "/admin/accounts",
                                        "{\"username\":\"%s\",\"password\":\"%s\",%s}"
                                                .formatted(username, PASSWORD, terms)))
                        .required("user");
        EvensClient client = new EvensClient(server.base());
        client.login(username, PASSWORD);
        return new Player(username, user.required("id").asString(), client);
    }

    /** A game of another league, with more than its teams, as fields of the operators' API. */
    Game gameOf(String league, String sport, String more) {
        operator.operator().createLeague(league, sport);
        return gameIn(league, sport, more);
    }

    /** A game that is played while it is bet on, in a league in which bets wait so long. */
    Game liveGame(int delaySeconds) {
        String league = "DELAY-" + delaySeconds;
        String body =
                "{\"league\": \"%s\", \"sport\": \"%s\", \"liveDelaySeconds\": %d}"
                        .formatted(league, SPORT, delaySeconds);
        Wire.data(Wire.post(operator, "/admin/leagues", body));
        return gameIn(league, SPORT, ", \"live\": true");
    }

    private Game gameIn(String league, String sport, String more) {
        int number = COUNT.incrementAndGet();
        String body =
                """
                {"league": "%s", "sport": "%s", "start": "%s",
                 "away": {"longName": "Away %d"}, "home": {"longName": "Home %d"}%s}
                """
                        .formatted(
                                league,
                                sport,
                                Instant.now().plus(Duration.ofDays(1)),
                                number,
                                number,
                                more);
        JsonNode game = Wire.data(Wire.post(operator, "/admin/games", body)).required("game");
        String id = game.required("id").asString();
        return operator.games(league).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** A game of two teams that nobody else has, open for a day. */
    Game game() {
        return game(Instant.now().plus(Duration.ofDays(1)));
    }

    Game game(Instant start) {
        int number = COUNT.incrementAndGet();
        return operator.operator()
                .createGame(LEAGUE, SPORT, start, "Away " + number, "Home " + number);
    }

    String stateHash() {
        return operator.operator().status(true).required("stateHash").asString();
    }

    @Override
    public void close() {
        server.close();
    }

    /** Somebody who bets. */
    record Player(String username, String id, EvensClient client) {
        String token() {
            String token = client.token();
            if (token == null) {
                throw new IllegalStateException(username + " is not logged in");
            }
            return token;
        }
    }
}
