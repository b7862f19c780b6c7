package evens.race;

import evens.client.EvensClient;
import evens.client.RawResponse;
import evens.race.Requests.Request;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The exchange that is raced on, and what an operator prepares there for each race. */
final class Stage {
    static final String LEAGUE = "RACE";
    static final String OTHER_LEAGUE = "RACE-TWO";
    static final String LIVE_LEAGUE = "RACE-LIVE";

    private static final String SPORT = "soccer";
    private static final String PASSWORD = "a password of some length";
    private static final BigDecimal DEPOSIT = BigDecimal.valueOf(1_000_000);

    private final URI base;
    private final HttpClient http;
    private final EvensClient operator;

    Stage(URI base, HttpClient http, String username, String password) {
        this.base = base;
        this.http = http;
        operator = new EvensClient(base, null, http);
        operator.login(username, password);
        operator.operator().createLeague(LEAGUE, SPORT);
        operator.operator().createLeague(OTHER_LEAGUE, SPORT);
        ObjectNode live =
                Requests.object(Map.of("league", LIVE_LEAGUE, "sport", SPORT))
                        .put("liveDelaySeconds", 1);
        post("/admin/leagues", live);
    }

    EvensClient operator() {
        return operator;
    }

    /** A new account with more money than it can lose here, logged in. */
    EvensClient account() {
        String username = "racer-" + UUID.randomUUID();
        operator.operator().createAccount(username, PASSWORD, DEPOSIT);
        EvensClient client = new EvensClient(base, null, http);
        client.login(username, PASSWORD);
        return client;
    }

    /** A new game that is open. */
    Fixture game(String league) {
        boolean live = league.equals(LIVE_LEAGUE);
        String name = UUID.randomUUID().toString();
        Instant start = Instant.now().plus(Duration.ofDays(1));
        ObjectNode body =
                Requests.object(Map.of("league", league, "sport", SPORT, "start", start.toString()))
                        .put("live", live);
        body.putObject("away").put("longName", "Away " + name);
        body.putObject("home").put("longName", "Home " + name);
        JsonNode game = post("/admin/games", body).required("game");
        JsonNode participants = game.required("participants");
        return new Fixture(
                game.required("id").asString(),
                league,
                live,
                participants.required(0).required("id").asString(),
                participants.required(1).required("id").asString());
    }

    SocketLine socket(Diary diary, int account, EvensClient client) {
        return new SocketLine(diary, account, http, base, client);
    }

    private JsonNode post(String path, ObjectNode body) {
        Request request = new Request("POST", path, body);
        RawResponse response =
                operator.raw(
                        request.method(),
                        request.path(),
                        Map.of(
                                "Authorization",
                                Objects.requireNonNull(operator.token()),
                                "Content-Type",
                                "application/json"),
                        body.toString().getBytes(StandardCharsets.UTF_8));
        if (response.status() != 200) {
            throw new IllegalStateException(path + ": " + response.status() + response.body());
        }
        return response.json().required("data");
    }
}
