package evens.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evens.client.Cancelled;
import evens.client.EvensClient;
import evens.client.Game;
import evens.client.NewOrder;
import evens.client.OpenOrder;
import evens.client.OrderType;
import evens.client.Placed;
import evens.client.RawResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The product over TLS, with a certificate that its clients know, and with files that are wrong.
 */
@Tag("long")
class TlsTest {
    private static final int TO_ANSWER_MILLIS = 10_000;

    @TempDir static Path folder;
    private static ServerProcess server;
    private static URI base;
    private static HttpClient trusting;
    private static EvensClient operator;

    @BeforeAll
    static void open() throws Exception {
        SelfSigned ours = SelfSigned.make(folder, "ours", "EC");
        SelfSigned.make(folder, "other", "EC");
        SelfSigned.make(folder, "rsa", "RSA");
        Files.writeString(folder.resolve("empty"), "");
        Files.writeString(folder.resolve("text"), "no PEM at all\n");
        cut("ours.pem", "cut.pem");
        cut("ours.key", "cut.key");
        server = serve("ours.pem", "ours.key", "data");
        base = server.base();
        trusting = ours.client();
        operator = new EvensClient(base, null, trusting);
        operator.login(ServerProcess.OPERATOR, ServerProcess.OPERATOR_PASSWORD);
    }

    @AfterAll
    static void close() {
        server.close();
    }

    /** The first half of its lines. */
    private static void cut(String from, String to) throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve(from));
        Files.write(folder.resolve(to), lines.subList(0, (lines.size() + 1) / 2));
    }

    /** Starts the product; {@code -} leaves the option out. */
    private static ServerProcess serve(String certificate, String key, String data) {
        List<String> arguments =
                new ArrayList<>(Arrays.asList(ServerProcess.serveArguments(folder.resolve(data))));
        option(arguments, "--tls-cert", certificate);
        option(arguments, "--tls-key", key);
        return ServerProcess.launch(Map.of(), arguments.toArray(String[]::new));
    }

    private static void option(List<String> arguments, String name, String file) {
        if (!file.equals("-")) {
            arguments.add(name);
            arguments.add(folder.resolve(file).toString());
        }
    }

    @Test
    void aBettorPlacesAndCancels() {
        assertThat(base.getScheme()).isEqualTo("https");
        operator.operator().createLeague(Venue.LEAGUE, Venue.SPORT);
        Instant start = Instant.now().plus(Duration.ofDays(1));
        Game game =
                operator.operator().createGame(Venue.LEAGUE, Venue.SPORT, start, "Away", "Home");
        operator.operator().createAccount("ann", Venue.PASSWORD, new BigDecimal("100"));
        EvensClient ann = new EvensClient(base, null, trusting);
        ann.login("ann", Venue.PASSWORD);

        NewOrder order = NewOrder.of(game.id(), game.home().id(), 110, "10", OrderType.POST);
        List<Placed> placed = ann.place(List.of(order, order));

        List<String> ids = ann.unmatched().stream().map(OpenOrder::id).toList();
        assertThat(placed).hasSize(2);
        assertThat(ids).hasSize(2);
        assertThat(ann.cancelMultiple(ids)).hasSize(2).allMatch(Cancelled::success);
        assertThat(ann.unmatched()).isEmpty();
    }

    @Test
    void theCookieIsForTlsOnly() {
        String login =
                "{\"username\":\"%s\",\"password\":\"%s\"}"
                        .formatted(ServerProcess.OPERATOR, ServerProcess.OPERATOR_PASSWORD);
        RawResponse in = raw("POST", "/user/login", Map.of(), login);
        String cookie = in.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie.split("; ")).contains("Secure", "HttpOnly");
        Map<String, String> sent = Map.of("Cookie", cookie.split(";", 2)[0]);
        assertThat(raw("GET", "/user/getMe", sent, null).status()).isEqualTo(200);
        RawResponse out = raw("POST", "/user/logout", sent, "{}");
        assertThat(out.headers().firstValue("Set-Cookie").orElseThrow()).contains("; Secure");
    }

    private static RawResponse raw(
            String method, String path, Map<String, String> headers, @Nullable String body) {
        byte[] bytes = body == null ? null : body.getBytes(StandardCharsets.UTF_8);
        return operator.raw(method, path, headers, bytes);
    }

    /** The same protocol as without TLS, whatever a client would speak. */
    @Test
    void whatIsSpokenIsHttp11() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(base.resolve("/health/live")).build();
        HttpResponse<String> response =
                trusting.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
        assertThat(response.statusCode()).isEqualTo(200);
    }

    @Test
    void whoDoesNotKnowTheCertificateDoesNotTalk() {
        assertThatThrownBy(() -> new EvensClient(base).raw("GET", "/health/live", Map.of(), null))
                .hasCauseInstanceOf(SSLException.class);
    }

    /** No answer in HTTP, but an end. */
    @Test
    void withoutTlsTheConnectionEnds() throws Exception {
        try (Socket socket = new Socket(base.getHost(), base.getPort())) {
            socket.setSoTimeout(TO_ANSWER_MILLIS);
            socket.getOutputStream()
                    .write(
                            "GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n"
                                    .getBytes(StandardCharsets.US_ASCII));
            String answer =
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            assertThat(answer).doesNotContain("HTTP");
        }
        assertThat(raw("GET", "/health/live", Map.of(), null).status()).isEqualTo(200);
    }

    /** Certificate and key, and why the product does not start with them. */
    static Stream<Arguments> wrongFiles() {
        return Table.arguments(
                """
                ours.pem | -        | --tls-cert and --tls-key go together.*
                none     | ours.key | the file .*/none can not be read
                ours.pem | none     | the file .*/none can not be read
                empty    | ours.key | the file .*/empty holds no certificate in PEM
                cut.pem  | ours.key | the file .*/cut.pem holds no certificate in PEM
                ours.key | ours.pem | the file .*/ours.key holds no certificate in PEM
                ours.pem | text     | the file .*/text holds no private key in PEM that belongs .*/ours.pem
                ours.pem | cut.key  | the file .*/cut.key holds no private key in PEM that belongs .*/ours.pem
                ours.pem | other.key | the file .*/other.key holds no private key in PEM that belongs .*/ours.pem
                ours.pem | rsa.key  | the file .*/rsa.key holds no private key in PEM that belongs .*/ours.pem
                """);
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("wrongFiles")
    void wrongFilesAreRefusedAtTheStart(String certificate, String key, String why) {
        try (ServerProcess refused = serve(certificate, key, "refused")) {
            assertThat(refused.exitCode()).as(refused.said()).isNotZero();
            assertThat(refused.out()).as(refused.said()).isEmpty();
            assertThat(refused.err())
                    .as(refused.said())
                    .singleElement()
                    .asString()
                    .matches("Evens can not start: " + why);
            assertThat(folder.resolve("refused")).as("nothing was begun").doesNotExist();
        }
    }

    @Test
    void anRsaKeyIsAsGood() throws Exception {
        try (ServerProcess other = serve("rsa.pem", "rsa.key", "rsa")) {
            assertThat(other.base().getScheme()).isEqualTo("https");
        }
    }
}
