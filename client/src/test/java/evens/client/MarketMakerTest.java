package evens.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A maker against an exchange that only knows a script. */
class MarketMakerTest {
    private static final String GAME =
            """
            {"id": "g1", "league": "NBA", "sport": "basketball", "start": "2030-01-01T00:00:00Z",
             "eventName": "A VS B", "ended": false, "participants": [
               {"id": "a1", "longName": "A"}, {"id": "h1", "longName": "B"}]}
            """;

    private final List<String> asked = new ArrayList<>();
    private final List<JsonNode> placed = new ArrayList<>();
    private final Queue<Integer> placeAnswers = new ArrayDeque<>();
    private HttpServer server;
    private CountDownLatch successes = new CountDownLatch(2);

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void itQuotesBothSidesAndTakesBackWhatItQuoted() throws Exception {
        quoteUntilTwoSuccesses();
        JsonNode orders = placed.getFirst().required("orders");
        assertThat(orders.size()).isEqualTo(6);
        assertThat(orders.findValuesAsString("side")).containsOnly("a1", "h1");
        assertThat(orders.findValuesAsString("orderType")).containsOnly("post");
        assertThat(asked)
                .startsWith(
                        "/user/login",
                        "/session/cancelAllOrders",
                        "/exchange/getLeagues",
                        "/exchange/v2/getGames",
                        "/session/cancelMultiple",
                        "/session/v3/place");
        assertThat(asked).containsOnlyOnce("/session/cancelAllOrders");
    }

    @Test
    void afterAFailureItTakesEverythingBackAndGoesOn() throws Exception {
        placeAnswers.addAll(List.of(503, 401, 429));
        quoteUntilTwoSuccesses();
        assertThat(asked.stream().filter(path -> path.equals("/user/login"))).hasSize(2);
        assertThat(asked.stream().filter(path -> path.equals("/session/cancelAllOrders")))
                .hasSize(3);
    }

    private void quoteUntilTwoSuccesses() throws InterruptedException {
        URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        MarketMaker maker = new MarketMaker(base, "mia", "secret", 1, Duration.ofMillis(5));
        maker.start();
        assertThat(successes.await(10, TimeUnit.SECONDS)).as("%s", asked).isTrue();
        maker.close();
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        byte[] body = exchange.getRequestBody().readAllBytes();
        asked.add(path);
        int status = 200;
        if (path.endsWith("place")) {
            Integer scripted = placeAnswers.poll();
            status = scripted == null ? 200 : scripted;
            if (status == 200) {
                placed.add(Json.read(new String(body, StandardCharsets.UTF_8)));
                successes.countDown();
            }
        }
        byte[] answer = (status == 200 ? data(path) : "{}").getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private static String data(String path) {
        return switch (path) {
            case "/user/login" ->
                    """
                    {"data": {"user": {"id": "u1", "username": "mia", "auth": "t",
                     "displayBalance": 100}}}\
                    """;
            case "/exchange/getLeagues" -> "{\"data\": {\"availableLeagues\": [\"NBA\"]}}";
            case "/exchange/v2/getGames" -> "{\"data\": {\"games\": [" + GAME + "]}}";
            case "/exchange/v2/getOrderbook" -> "{\"data\": {\"games\": []}}";
            case "/session/v3/place" ->
                    """
                    {"data": {"createdSessions": [{"matched": [], "unmatched": {"orderID": "o1",
                     "wagerRequestID": "w1", "offered": 50, "odds": 100, "side": "a1"}}]}}\
                    """;
            default -> "{\"data\": []}";
        };
    }
}
