package evens.app;

import static org.assertj.core.api.Assertions.assertThat;

import evens.app.Recount.Statement;
import evens.app.Venue.Player;
import evens.client.Account;
import evens.client.EvensClient;
import evens.client.Game;
import evens.client.NewOrder;
import evens.client.OrderType;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Four clients place and cancel at full speed while the process is killed with -9, ten times unless
 * {@code -Devens.kills} says otherwise. What was acknowledged is there after every restart, and
 * everything adds up. Two more accounts leave their orders alone: few orders of the busy ones
 * outlive a snapshot.
 */
@Tag("kill")
class KillTest {
    private static final int KILLS = Integer.getInteger("evens.kills", 10);
    private static final int SEED = 20_260;
    private static final int FEWEST_ANSWERS = 300;
    private static final int UNTIL_A_SNAPSHOT = 3_000;
    private static final int MOST_ANSWERS = 4_000;
    private static final Map<String, String> ENVIRONMENT =
            Map.of("EVENS_SNAPSHOT_COMMANDS", "2000");

    @TempDir Path data;

    private final List<Trader> traders = new ArrayList<>();
    private @Nullable QuietPair quietPair;
    private int restartsFromSnapshot;

    @Test
    void nothingAcknowledgedIsLost() throws Exception {
        Random random = new Random(SEED);
        List<Long> millis = new ArrayList<>();
        ServerProcess server = ServerProcess.serve(data, ENVIRONMENT);
        List<Game> games = prepared(server.base());
        try {
            for (int kill = 1; kill <= KILLS; kill++) {
                int fewest = kill == 1 ? UNTIL_A_SNAPSHOT : FEWEST_ANSWERS;
                int answers = random.nextInt(fewest, MOST_ANSWERS);
                tradeUntil(server, games, answers);

                long begun = System.nanoTime();
                server = ServerProcess.serve(data, ENVIRONMENT);
                millis.add((System.nanoTime() - begun) / 1_000_000);

                look(server.base(), kill);
            }
            server.stop();
        } finally {
            server.close();
            System.out.println("figure: kill -9, milliseconds to ready: " + millis);
        }
        assertThat(restartsFromSnapshot)
                .as("restarts from a snapshot, with the log before it gone")
                .isGreaterThanOrEqualTo(Math.min(3, KILLS));
    }

    private List<Game> prepared(URI base) {
        EvensClient operator = operator(base);
        operator.operator().createLeague(Venue.LEAGUE, Venue.SPORT);
        List<Game> games = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            Instant start = Instant.now().plus(Duration.ofDays(1));
            games.add(
                    operator.operator()
                            .createGame(
                                    Venue.LEAGUE, Venue.SPORT, start, "Away " + i, "Home " + i));
        }
        for (String name : List.of("ann", "bob", "cat", "dan")) {
            traders.add(new Trader(player(operator, base, name), SEED + traders.size()));
        }
        Instant start = Instant.now().plus(Duration.ofDays(1));
        Game quiet =
                operator.operator()
                        .createGame(Venue.LEAGUE, Venue.SPORT, start, "Away quiet", "Home quiet");
        quietPair =
                new QuietPair(
                        player(operator, base, "eve"), player(operator, base, "fay"), games, quiet);
        fillASegmentOfTheLog(traders.getFirst().player().client(), games.getFirst());
        return games;
    }

    private static Player player(EvensClient operator, URI base, String name) {
        Account account =
                operator.operator()
                        .createAccount(name, Venue.PASSWORD, new BigDecimal(Trader.DEPOSIT));
        EvensClient client = new EvensClient(base);
        client.login(name, Venue.PASSWORD);
        return new Player(name, account.id(), client);
    }

    /** The log goes in segments of 16 MiB; only whole ones can be purged after a snapshot. */
    private static void fillASegmentOfTheLog(EvensClient client, Game game) {
        NewOrder order =
                NewOrder.of(game.id(), game.home().id(), 150, "10", OrderType.POST)
                        .withReference("\uD83C\uDFC6".repeat(128));
        List<NewOrder> batch = Collections.nCopies(1_000, order);
        for (int i = 0; i < 40; i++) {
            assertThat(client.place(batch)).hasSize(1_000);
            assertThat(client.cancelAll()).hasSize(1_000);
        }
    }

    /** Lets all trade and kills the process when they have heard so many answers together. */
    private void tradeUntil(ServerProcess server, List<Game> games, int answers)
            throws InterruptedException {
        CountDownLatch heard = new CountDownLatch(answers);
        List<Thread> threads = new ArrayList<>();
        for (Trader trader : traders) {
            threads.add(
                    Thread.ofPlatform()
                            .name("trader-" + trader.player().username())
                            .start(() -> trader.trade(games, heard)));
        }
        heard.await();
        server.kill9();
        for (Thread thread : threads) {
            thread.join();
        }
        for (Trader trader : traders) {
            assertThat(trader.surprise()).as("an answer that was not expected").isNull();
        }
    }

    private void look(URI base, int kill) {
        EvensClient operator = operator(base);
        traders.forEach(trader -> trader.connect(base));

        List<Statement> statements = new ArrayList<>();
        for (Trader trader : traders) {
            statements.add(SeasonTest.statement(trader.player(), Trader.DEPOSIT));
        }
        QuietPair quiet = Objects.requireNonNull(quietPair);
        quiet.connect(base);
        List<Statement> quietStatements = quiet.statements();
        quiet.check(quietStatements);
        statements.addAll(quietStatements);
        Recount recount = new Recount(statements);
        recount.everythingAgrees();
        for (int i = 0; i < traders.size(); i++) {
            traders.get(i).journal().check(statements.get(i), recount.matchedOfOffers());
            traders.get(i).cancelsStayDone();
        }
        assertThat(operator.operator().trialBalance()).isEqualTo("0.000000");

        JsonNode status = caughtUp(operator);
        long loaded = status.at("/snapshot/loadedSequence").longValue();
        long logStart = status.at("/snapshot/logStart").longValue();
        if (loaded > 0 && logStart > 0) {
            restartsFromSnapshot++;
        }
        System.out.printf(
                "figure: kill -9, %d of %d, at sequence %s, from the snapshot at %d, the log from byte %d,"
                        + " %d matches, %d open%n",
                kill,
                KILLS,
                status.required("sequence"),
                loaded,
                logStart,
                recount.matches(),
                statements.stream().mapToInt(each -> each.unmatched().size()).sum());
    }

    /** The recorded feed is written behind the engine; it ends where the exchange is. */
    private static JsonNode caughtUp(EvensClient operator) {
        Await.until(
                Duration.ofSeconds(5),
                () -> "the recorded feed is complete: " + operator.operator().status(false),
                () -> {
                    JsonNode status = operator.operator().status(false);
                    return status.at("/feed/lastSequence").equals(status.at("/sequence"));
                });
        JsonNode status = operator.operator().status(false);
        assertThat(status.at("/feed/firstSequence").longValue()).as("%s", status).isEqualTo(1);
        assertThat(status.required("accountsWithoutIdentity").intValue()).isZero();
        return status;
    }

    private static EvensClient operator(URI base) {
        EvensClient operator = new EvensClient(base);
        operator.login(ServerProcess.OPERATOR, ServerProcess.OPERATOR_PASSWORD);
        return operator;
    }
}
