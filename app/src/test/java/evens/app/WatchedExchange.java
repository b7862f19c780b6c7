package evens.app;

import evens.app.Venue.Player;
import evens.client.Account;
import evens.client.EvensClient;
import evens.client.Game;
import evens.cluster.feed.RecordedFeed;
import evens.model.Step;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * The whole product in this process, asked over sockets as any other. What goes into its log is
 * seen, and when it has ended, what came of it can be read.
 */
final class WatchedExchange implements AutoCloseable {
    private static final int REMEMBERED = 1_000;
    private static final int PAGE = 1_000;
    private static final String OPERATOR = "admin";

    private final Path data;
    private final RecordedCommands commands = new RecordedCommands();
    private final Evens evens;
    private final EvensClient operator;

    WatchedExchange(Path data) {
        this.data = data;
        Settings settings = new Settings();
        settings.adminUsername = OPERATOR;
        settings.adminPassword = Venue.PASSWORD;
        settings.passwordCost = "lowest";
        settings.rememberedOrders = REMEMBERED;
        settings.requestsPerMinute = 0;
        settings.ordersPerMinute = 0;
        settings.loginsPerMinute = 0;
        evens = new Evens(settings, data, commands::around);
        operator = new EvensClient(base());
        operator.login(OPERATOR, Venue.PASSWORD);
    }

    URI base() {
        return evens.address();
    }

    EvensClient operator() {
        return operator;
    }

    /** An account that has logged in. */
    Player player(String username, String deposit) {
        Account account =
                operator.operator()
                        .createAccount(username, Venue.PASSWORD, new BigDecimal(deposit));
        EvensClient client = new EvensClient(base());
        client.login(username, Venue.PASSWORD);
        return new Player(username, account.id(), client);
    }

    /** Several with names of one kind, and plenty to trade with. */
    List<Player> players(String name, int count) {
        return IntStream.range(0, count).mapToObj(i -> player(name + i, "1000000")).toList();
    }

    void league(String league, String sport, int liveDelaySeconds) {
        String body =
                "{\"league\":\"%s\",\"sport\":\"%s\",\"liveDelaySeconds\":%d}"
                        .formatted(league, sport, liveDelaySeconds);
        Wire.data(Wire.post(operator, "/admin/leagues", body));
    }

    /**
     * A game that is open.
     *
     * @param name of its two teams, behind Away and Home
     * @param more fields of the operators' API
     */
    Game game(String league, String sport, String name, Duration toStart, String more) {
        String body =
                """
                {"league": "%s", "sport": "%s", "start": "%s",
                 "away": {"longName": "Away %s"}, "home": {"longName": "Home %s"}%s}
                """
                        .formatted(league, sport, Instant.now().plus(toStart), name, name, more);
        JsonNode made = Wire.data(Wire.post(operator, "/admin/games", body)).required("game");
        String id = made.required("id").asString();
        return operator.games(league).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** A core that has seen nothing yet of what this exchange has done. */
    ShadowCore shadow() {
        return new ShadowCore(commands, REMEMBERED);
    }

    /** Every step since the first, in order; for when the exchange is closed. */
    void eachStep(Consumer<Step> consumer) {
        Path file = data.resolve("feed").resolve("feed.mv.db");
        try (RecordedFeed feed = new RecordedFeed(file)) {
            long from = 1;
            List<Step> page = feed.steps(from, PAGE);
            while (!page.isEmpty()) {
                page.forEach(consumer);
                from += page.size();
                page = feed.steps(from, PAGE);
            }
        }
    }

    @Override
    public void close() {
        evens.close();
    }
}
