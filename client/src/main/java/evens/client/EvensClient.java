package evens.client;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
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
        return comeIn("/user/login", body);
    }

    /**
     * Opens an account and uses its token from now on.
     *
     * @param email null for none
     */
    public Account signUp(String username, String password, @Nullable String email) {
        connection.token(null);
        ObjectNode body = Json.object().put("username", username).put("password", password);
        if (email != null) {
            body.put("email", email);
        }
        return comeIn("/user/signup", body);
    }

    /** Ends every other token of this caller, who gets a new one. */
    public Account changePassword(String oldPassword, String newPassword) {
        ObjectNode body =
                Json.object().put("oldPassword", oldPassword).put("newPassword", newPassword);
        return comeIn("/user/changePassword", body);
    }

    private Account comeIn(String path, ObjectNode body) {
        JsonNode user = connection.post(path, body).required("user");
        connection.token(Json.text(user, "auth"));
        return Account.of(user);
    }

    /** Tokens for programs, which may do less than their owner. */
    public Tokens tokens() {
        return new Tokens(connection);
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

    /** Orders that were paused and not brought back yet, oldest first. */
    public List<OpenOrder> pausedOrders() {
        JsonNode data = connection.get("/session/pausedOrders");
        return Json.list(data.required("paused"), OpenOrder::of);
    }

    /** What became of one order of a batch. */
    public Bets betsOfWagerRequest(String wagerRequestID) {
        String path = "/user/getBetByWagerRequestID?wagerRequestID=" + encode(wagerRequestID);
        return Bets.of(connection.get(path));
    }

    public Bets betsOfReference(String gameID, String userReference) {
        String query = "?gameID=" + encode(gameID) + "&userReference=" + encode(userReference);
        return Bets.of(connection.get("/user/getBetByUserReference" + query));
    }

    /** An open order or a match, as it is, by its id or its transaction. */
    public JsonNode bet(String parameter, String id) {
        String path = "/user/getBetByID?" + encode(parameter) + "=" + encode(id);
        return connection.send("GET", path, null).json().required("bet");
    }

    // orders

    /** All that may be done with orders, with conditions, and answers that say when. */
    public Orders orders() {
        return new Orders(connection);
    }

    /**
     * A socket for orders, as fast as it gets, by this caller's token.
     *
     * @throws ApiException if the exchange says no
     */
    public OrdersSocket ordersSocket() {
        return new OrdersSocket(connection.socket("/orders/ws"));
    }

    /** Places a batch; the answer has one entry for each order, in the same place. */
    public List<Placed> place(List<NewOrder> orders) {
        return orders().place(orders, Conditions.NONE).value();
    }

    public Placed place(NewOrder order) {
        return place(List.of(order)).getFirst();
    }

    public Cancelled cancel(String orderID) {
        return orders().cancel(orderID, Conditions.NONE).value();
    }

    /** Cancels a list; the answer has one entry for each id, in the same place. */
    public List<Cancelled> cancelMultiple(List<String> orderIDs) {
        return orders().cancelMultiple(orderIDs, Conditions.NONE).value();
    }

    /** Cancels everything; the answer has one entry for each order that was open, oldest first. */
    public List<Cancelled> cancelAll() {
        return orders().cancelAll(Conditions.NONE).value();
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

    // streams

    /**
     * The market as it changes, from now on: all of it, until the stream is told otherwise.
     *
     * @param heartbeat how often the stream says where it is, in whole seconds from 1 to 3600; null
     *     for never
     */
    public PriceStream priceStream(@Nullable Duration heartbeat, Consumer<PriceFrame> listener) {
        return new PriceStream(
                connection.socket("/price-stream" + heartbeats(heartbeat)), listener);
    }

    /**
     * What happens to this caller's orders, from now on.
     *
     * @param heartbeat as of {@link #priceStream}
     */
    public UserStream userStream(@Nullable Duration heartbeat, Consumer<UserFrame> listener) {
        return new UserStream(connection.socket("/v2/user" + heartbeats(heartbeat)), listener);
    }

    private static String heartbeats(@Nullable Duration interval) {
        return interval == null ? "" : "?heartbeat=" + interval.toSeconds();
    }

    /** The messages of this caller's user feed after one, which need not be one of them. */
    public Replay replay(MessageID after) {
        return replay("?afterID=" + after);
    }

    /** The messages between two. */
    public Replay replay(MessageID after, MessageID before) {
        return replay("?afterID=" + after + "&beforeID=" + before);
    }

    private Replay replay(String query) {
        return Replay.of(connection.send("GET", "/v2/user/messages" + query, null));
    }

    // the rest

    /** The {@code data} of any read, as it is, and the step at which it was true. */
    public Reply<JsonNode> read(String path) {
        return Reply.of(connection.send("GET", path, null)).map(json -> json.required("data"));
    }

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
