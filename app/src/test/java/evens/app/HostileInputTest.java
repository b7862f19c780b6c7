package evens.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import evens.app.Venue.Player;
import evens.client.Game;
import evens.client.NewOrder;
import evens.client.OrderType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * Two tables of what nobody should send, each row with the status and the body that it gets. After
 * every row the exchange's state is what it was before.
 */
@Tag("hostile")
class HostileInputTest {
    /** {@code <hex:ff00>}, {@code <times:1000:x>}, {@code <utf16:text>}. */
    private static final Pattern SPECIAL =
            Pattern.compile("<(hex|times|utf16):(?:(\\d+):)?([^>]*)>");

    @TempDir static Path data;
    private static Venue venue;
    private static Player ann;
    private static Game game;
    private static Game suspended;
    private static String order;
    private static String theirs;
    private static String before;

    @BeforeAll
    static void open() {
        venue = new Venue(data);
        ann = venue.player("ann", "1000");
        Player bob = venue.player("bob", "1000");
        game = venue.game();
        suspended = venue.game();
        order = StateOfOrders.rest(ann, post(game.home().id(), 150));
        theirs = StateOfOrders.rest(bob, post(game.away().id(), 150));
        venue.operator().operator().suspend(suspended.id());
        before = venue.stateHash();
    }

    private static NewOrder post(String side, int odds) {
        return NewOrder.of(game.id(), side, odds, "100", OrderType.POST);
    }

    @AfterAll
    static void close() {
        venue.close();
    }

    @AfterEach
    void nothingHasChanged() {
        assertThat(venue.server().alive()).as(venue.server().said()).isTrue();
        assertThat(venue.stateHash()).as("state hash").isEqualTo(before);
    }

    /** Method, target, headers, body, status, shape of the error, text of the error. */
    static Stream<Arguments> requests() {
        return Table.arguments(Table.resource("hostile-requests.txt"));
    }

    @ParameterizedTest(name = "[{index}] {0} {1} {2} {3}")
    @MethodSource("requests")
    void request(
            String method,
            String target,
            String headers,
            String body,
            int status,
            String shape,
            String text)
            throws IOException {
        byte[] bytes = bytes(body);
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.write(bytes(method + " " + target + " HTTP/1.1\r\nHost: localhost\r\n"));
        for (String header : headers.split(" ;; ", -1)) {
            if (!header.isEmpty()) {
                request.write(bytes(header + "\r\n"));
            }
        }
        if (!headers.contains("Content-Length") && !headers.contains("Transfer-Encoding")) {
            request.write(bytes("Content-Length: " + bytes.length + "\r\n"));
        }
        request.write(bytes("Connection: close\r\n\r\n"));
        request.write(bytes);

        check(
                new PlainHttp(venue.server().base()).send(request.toByteArray()),
                status,
                shape,
                text);
    }

    private static void check(PlainHttp.Answer answer, int status, String shape, String text) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(status);
        String pattern = fill(text);
        switch (shape) {
            case "string" -> ErrorBody.string(answer.body(), pattern);
            case "object" -> ErrorBody.object(answer.body(), status, pattern);
            case "json" ->
                    assertThat(ErrorBody.read(answer.body())).isEqualTo(ErrorBody.read(pattern));
            default -> throw new IllegalArgumentException(shape);
        }
        if (status == 405) {
            assertThat(answer.headers()).containsKey("allow");
        }
    }

    /** A field, its value as JSON, the type of the error, its text. */
    static Stream<Arguments> orders() {
        return Table.arguments(Table.resource("hostile-orders.txt"));
    }

    @ParameterizedTest(name = "[{index}] {0} = {1}")
    @MethodSource("orders")
    void order(String field, String value, String errorType, String text) throws IOException {
        JsonNode result = place(field, value).required("createdSessions").required(0);
        ErrorBody.order(result, errorType, fill(text));
    }

    /** One bad order in the middle of a batch says so in its place; here all three are bad. */
    @Test
    void everyElementGetsItsOwnAnswer() throws IOException {
        JsonNode results = placeAll("[null, 7, \"order\", [], {}]").required("createdSessions");
        assertThat(results.size()).isEqualTo(5);
        results.forEach(result -> ErrorBody.order(result, "validation_error", ".+"));
    }

    private static JsonNode place(String field, String value) throws IOException {
        String[][] members = {
            {"gameID", "\"$game\""},
            {"type", "\"moneyline\""},
            {"side", "\"$home\""},
            {"odds", "160"},
            {"bet", "10"},
            {"orderType", "\"post\""},
            {"expirationMinutes", "60"},
            {"userReference", "\"mine\""},
        };
        StringBuilder json = new StringBuilder();
        for (String[] member : members) {
            String given = member[0].equals(field) ? value : member[1];
            if (!given.equals("absent")) {
                json.append(json.isEmpty() ? "" : ",");
                json.append('"').append(member[0]).append("\":").append(given);
            }
        }
        return placeAll("[{" + json + "}]");
    }

    private static JsonNode placeAll(String orders) throws IOException {
        byte[] body = bytes("{\"orders\":" + orders + "}");
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.write(
                bytes(
                        "POST /session/v3/place HTTP/1.1\r\nHost: localhost\r\n"
                                + "Authorization: Bearer $token\r\n"
                                + "Content-Type: application/json\r\n"
                                + "Connection: close\r\nContent-Length: "
                                + body.length
                                + "\r\n\r\n"));
        request.write(body);
        PlainHttp.Answer answer = new PlainHttp(venue.server().base()).send(request.toByteArray());
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        return ErrorBody.read(answer.body()).required("data");
    }

    private static String fill(String text) {
        return text.replace("$token", ann.token())
                .replace("$operator", String.valueOf(venue.operator().token()))
                .replace("$game", game.id())
                .replace("$suspended", suspended.id())
                .replace("$home", game.home().id())
                .replace("$other", suspended.home().id())
                .replace("$theirs", theirs)
                .replace("$order", order)
                .replace("$account", ann.id())
                .replace("$name", ann.username())
                .replace("$unknown", "65b0a4d00000000000000000");
    }

    private static byte[] bytes(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String filled = fill(text);
        Matcher special = SPECIAL.matcher(filled);
        int from = 0;
        while (special.find()) {
            out.writeBytes(filled.substring(from, special.start()).getBytes(UTF_8));
            String argument = special.group(3);
            out.writeBytes(
                    switch (special.group(1)) {
                        case "hex" -> HexFormat.of().parseHex(argument);
                        case "times" ->
                                argument.repeat(Integer.parseInt(special.group(2))).getBytes(UTF_8);
                        default -> argument.getBytes(StandardCharsets.UTF_16);
                    });
            from = special.end();
        }
        out.writeBytes(filled.substring(from).getBytes(UTF_8));
        return out.toByteArray();
    }
}
