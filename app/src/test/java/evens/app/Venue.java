package evens.app;

import evens.client.Account;
import evens.client.EvensClient;
import evens.client.Game;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A running exchange with an operator who makes accounts and games for a test. */
final class Venue implements AutoCloseable {
    static final String PASSWORD = "a password of some length";
    static final String LEAGUE = "PREMIER-LEAGUE";
    static final String SPORT = "soccer";

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final ServerProcess server;
    private final EvensClient operator;

    Venue(Path data) {
        this(data, Map.of());
    }

    Venue(Path data, Map<String, String> environment) {
        server = ServerProcess.serve(data, environment);
        operator = new EvensClient(server.base());
        operator.login(ServerProcess.OPERATOR, ServerProcess.OPERATOR_PASSWORD);
        operator.operator().createLeague(LEAGUE, SPORT);
    }

    ServerProcess server() {
        return server;
    }

    EvensClient operator() {
        return operator;
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
