package evens.client;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One caller of the exchange. {@link #login} keeps the token and sends it from then on.
 *
 * <p>An answer outside 200 to 299 is an {@link ApiException}, a connection that fails an {@link
 * java.io.UncheckedIOException}: then nobody knows whether the exchange has done it.
 */
public final class EvensClient {
    private final Connection connection;

    /** A caller that has not logged in yet. */
    public EvensClient(URI base) {
        this(base, null);
    }

    public EvensClient(URI base, @Nullable String token) {
        this(base, token, Connection.SHARED);
    }

    /** A caller with sockets of its own, such as one that trusts a certificate of its own. */
    public EvensClient(URI base, @Nullable String token, HttpClient http) {
        connection = new Connection(base, token, http);
    }

    public @Nullable String token() {
        return connection.token();
    }

    // who am I

    /** Logs in and uses the new token from now on. */
    public Account login(String username, String password) {
        connection.token(null);
        ObjectNode body = Json.object().put("username", username).put("password", password);
        JsonNode user = connection.post("/user/login", body).required("user");
        connection.token(Json.text(user, "auth"));
        return Account.of(user);
    }

    /** Ends the token of this caller, and no other. */
    public void logout() {
        connection.send("POST", "/user/logout", Json.object());
        connection.token(null);
    }

    /** Drops the token without telling the exchange. */
    public void forget() {
        connection.token(null);
    }

    public Account me() {
        return Account.of(connection.get("/user/getMe").required("user"));
    }

    public List<OpenOrder> unmatched() {
        return Json.list(connection.get("/user/getUnmatched").required("unmatched"), OpenOrder::of);
    }

    public List<MatchedBet> matchedBets() {
        return Json.list(
                connection.get("/user/getMatchedBets").required("matchedBets"), MatchedBet::of);
    }

    // orders

    /** Places a batch; the answer has one entry for each order, in the same place. */
    public List<Placed> place(List<NewOrder> orders) {
        ObjectNode body = Json.object();
        ArrayNode array = body.putArray("orders");
        orders.forEach(order -> array.add(order.json()));
        JsonNode data = connection.post("/session/v3/place", body);
        return Json.list(data.required("createdSessions"), Placed::of);
    }

    public Placed place(NewOrder order) {
        return place(List.of(order)).getFirst();
    }

    public Cancelled cancel(String orderID) {
        ObjectNode body = Json.object().put("sessionID", orderID);
        return Cancelled.of(connection.post("/session/cancel", body));
    }

    /** Cancels a list; the answer has one entry for each id, in the same place. */
    public List<Cancelled> cancelMultiple(List<String> orderIDs) {
        ObjectNode body = Json.object();
        ArrayNode array = body.putArray("sessionIDs");
        orderIDs.forEach(array::add);
        return Json.list(connection.post("/session/cancelMultiple", body), Cancelled::of);
    }

    /** Cancels everything; the answer has one entry for each order that was open, oldest first. */
    public List<Cancelled> cancelAll() {
        return Json.list(connection.post("/session/cancelAllOrders", Json.object()), Cancelled::of);
    }

    // markets

    public List<String> leagues() {
        JsonNode data = connection.get("/exchange/getLeagues");
        return Json.list(data.required("availableLeagues"), JsonNode::asString);
    }

    public List<Game> games(String league) {
        JsonNode data = connection.get("/exchange/v2/getGames?league=" + encode(league));
        return Json.list(data.required("games"), Game::of);
    }

    /** The books of every game of a league. */
    public List<Book> books(String league) {
        JsonNode data = connection.get("/exchange/v2/getOrderbook?league=" + encode(league));
        return Json.list(data.required("games"), Book::of);
    }

    /** The book of one game; null if there is no such game. */
    public @Nullable Book book(String gameID) {
        JsonNode data = connection.get("/exchange/v2/getOrderbook?gameID=" + encode(gameID));
        List<Book> books = Json.list(data.required("games"), Book::of);
        return books.isEmpty() ? null : books.getFirst();
    }

    // the rest

    /** What only operators may do, with this caller's token. */
    public Operator operator() {
        return new Operator(connection);
    }

    /** Sends exactly this, with no token of its own, and gives back whatever comes. */
    public RawResponse raw(
            String method, String path, Map<String, String> headers, byte @Nullable [] body) {
        return connection.raw(method, path, headers, body);
    }

    static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
