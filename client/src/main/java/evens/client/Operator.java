package evens.client;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The operators' API. */
public final class Operator {
    private final Connection connection;

    Operator(Connection connection) {
        this.connection = connection;
    }

    /** A new account with this much cash. */
    public Account createAccount(String username, String password, BigDecimal deposit) {
        ObjectNode body =
                Json.object()
                        .put("username", username)
                        .put("password", password)
                        .put("deposit", deposit);
        return Account.of(connection.post("/admin/accounts", body).required("user"));
    }

    /** Pays in; gives the new balance. */
    public BigDecimal deposit(String accountID, BigDecimal amount, String reason) {
        ObjectNode body = Json.object().put("amount", amount).put("reason", reason);
        JsonNode data = connection.post("/admin/accounts/" + accountID + "/deposit", body);
        return Json.decimal(data, "balance");
    }

    /** Makes a league; making the same again changes nothing. */
    public void createLeague(String league, String sport) {
        ObjectNode body = Json.object().put("league", league).put("sport", sport);
        connection.post("/admin/leagues", body);
    }

    /** A game that is open at once. */
    public Game createGame(String league, String sport, Instant start, String away, String home) {
        ObjectNode body =
                Json.object()
                        .put("league", league)
                        .put("sport", sport)
                        .put("start", start.toString());
        body.putObject("away").put("longName", away);
        body.putObject("home").put("longName", home);
        return Game.of(connection.post("/admin/games", body).required("game"));
    }

    /**
     * Imports fixtures; importing the same again creates nothing.
     *
     * @param file the football.json shape
     * @param startFrom moves the season so that its first game starts then; null leaves it
     */
    public ImportReport importGames(
            String league,
            String sport,
            String timeZone,
            @Nullable Instant startFrom,
            String file) {
        String path =
                "/admin/games/import?league="
                        + EvensClient.encode(league)
                        + "&sport="
                        + EvensClient.encode(sport)
                        + "&timeZone="
                        + EvensClient.encode(timeZone)
                        + (startFrom == null
                                ? ""
                                : "&startFrom=" + EvensClient.encode(startFrom.toString()));
        return ImportReport.of(connection.post(path, Json.read(file)));
    }

    public void suspend(String gameID) {
        connection.post("/admin/games/" + gameID + "/suspend", Json.object());
    }

    public void open(String gameID) {
        connection.post("/admin/games/" + gameID + "/open", Json.object());
    }

    /** The sum over all accounts: {@code "0.000000"} if every dollar is accounted for. */
    public String trialBalance() {
        return Json.text(connection.get("/admin/trialBalance"), "sum");
    }

    /** The {@code data} of the status, as it is. */
    public JsonNode status(boolean withHash) {
        return connection.get("/admin/status" + (withHash ? "?hash=true" : ""));
    }
}
