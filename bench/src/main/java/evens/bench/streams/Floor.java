package evens.bench.streams;

import evens.client.EvensClient;
import evens.client.Game;
import evens.client.Operator;
import evens.client.Sandbox;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Where it is traded: some games and some accounts with more money than they can lose.
 *
 * @param makers who offer, one for each game
 * @param takers who take, one for each game
 */
record Floor(List<Game> games, List<EvensClient> makers, List<EvensClient> takers) {
    private static final String LEAGUE = "LOAD";
    private static final String SPORT = "soccer";
    private static final String PASSWORD = "a password of some length";
    private static final BigDecimal DEPOSIT = BigDecimal.valueOf(10_000_000);

    static Floor prepared(Sandbox sandbox, int count, HttpClient http) {
        Operator operator = sandbox.operator().operator();
        operator.createLeague(LEAGUE, SPORT);
        List<Game> games = new ArrayList<>();
        List<EvensClient> makers = new ArrayList<>();
        List<EvensClient> takers = new ArrayList<>();
        Instant start = Instant.now().plus(Duration.ofDays(1));
        for (int i = 0; i < count; i++) {
            games.add(operator.createGame(LEAGUE, SPORT, start, "Away " + i, "Home " + i));
            makers.add(account(sandbox, operator, "maker-" + i, http));
            takers.add(account(sandbox, operator, "taker-" + i, http));
        }
        return new Floor(games, makers, takers);
    }

    private static EvensClient account(
            Sandbox sandbox, Operator operator, String name, HttpClient http) {
        operator.createAccount(name, PASSWORD, DEPOSIT);
        EvensClient client = new EvensClient(sandbox.base(), null, http);
        client.login(name, PASSWORD);
        return client;
    }

    /** Makers and takers by turns. */
    List<EvensClient> accounts() {
        List<EvensClient> all = new ArrayList<>();
        for (int i = 0; i < games.size(); i++) {
            all.add(makers.get(i));
            all.add(takers.get(i));
        }
        return all;
    }
}
