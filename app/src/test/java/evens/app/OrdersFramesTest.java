package evens.app;

import static org.assertj.core.api.Assertions.assertThat;

import evens.app.PlainSocket.Frame;
import evens.app.Venue.Player;
import evens.client.SocketClosed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What an orders socket does with frames of every kind, and when it ends. */
@Tag("long")
class OrdersFramesTest {
    private static final int MEBIBYTE = 1 << 20;
    private static final String NOTHING =
            "[\"cancelMultiple\",{\"requestID\":\"m\",\"orderIDs\":[]%s}]";

    @TempDir static Path data;
    private static Venue venue;
    private static Player ann;
    private PlainSocket socket;

    @BeforeAll
    static void open() {
        venue = new Venue(data);
        ann = venue.player("ann", "100000");
    }

    @AfterAll
    static void close() {
        venue.close();
    }

    @BeforeEach
    void connect() throws IOException {
        socket = PlainSocket.open(venue.server().base(), ann.token());
    }

    @Test
    void aPingIsAnswered() throws IOException {
        socket.send(true, PlainSocket.PING, bytes("hello"));
        Frame pong = socket.next();
        assertThat(pong.type()).isEqualTo(PlainSocket.PONG);
        assertThat(pong.data()).isEqualTo("hello");
        socket.send(true, PlainSocket.PONG, bytes("hello"));
        answers();
    }

    @Test
    void aMessageMayComeInPieces() throws IOException {
        String text = NOTHING.formatted("");
        socket.send(false, PlainSocket.TEXT, bytes(text.substring(0, 5)));
        socket.send(true, PlainSocket.PING, bytes("x"));
        socket.send(false, PlainSocket.CONTINUATION, bytes(""));
        socket.send(true, PlainSocket.CONTINUATION, bytes(text.substring(5)));
        assertThat(socket.next().type()).isEqualTo(PlainSocket.PONG);
        assertThat(json(socket.next()).required("data")).isEmpty();
    }

    @Test
    void aFrameOfOneMebibyteIsRead() throws IOException {
        socket.text(padded(MEBIBYTE));
        assertThat(json(socket.next()).required("data")).isEmpty();
        answers();
    }

    @Test
    void aLargerFrameEndsTheSocket() throws IOException {
        socket.text(padded(MEBIBYTE + 1));
        closes(1009, "a frame has at most 1 MiB");
    }

    @Test
    void aLargerMessageEndsTheSocket() throws IOException {
        byte[] half = padded(MEBIBYTE).substring(0, MEBIBYTE / 2).getBytes(StandardCharsets.UTF_8);
        socket.send(false, PlainSocket.TEXT, half);
        socket.send(false, PlainSocket.CONTINUATION, half);
        socket.send(true, PlainSocket.CONTINUATION, bytes("x"));
        closes(1009, "a message has at most 1 MiB");
    }

    @Test
    void bytesAreNotUnderstood() throws IOException {
        socket.send(true, PlainSocket.BINARY, bytes(NOTHING.formatted("")));
        assertThat(json(socket.next()))
                .isEqualTo(ErrorBody.read("{\"error\":\"send text, not binary\"}"));
        socket.send(false, PlainSocket.BINARY, bytes("x"));
        socket.send(true, PlainSocket.CONTINUATION, bytes("y"));
        assertThat(json(socket.next()))
                .isEqualTo(ErrorBody.read("{\"error\":\"send text, not binary\"}"));
        answers();
    }

    @Test
    void whatIsNoUtf8IsNoMessage() throws IOException {
        byte[] text = bytes(NOTHING.formatted(",\"x\":\"?\""));
        text[text.length - 4] = (byte) 0xFF;
        for (byte[] bad : List.of(text, new byte[] {(byte) 0xC3}, new byte[] {0, 0, 0})) {
            socket.send(true, PlainSocket.TEXT, bad);
            assertThat(json(socket.next()))
                    .isEqualTo(ErrorBody.read("{\"error\":\"invalid message\"}"));
        }
        answers();
    }

    @Test
    void whatBreaksTheProtocolEndsTheSocket() throws IOException {
        socket.bytes(new byte[] {(byte) 0x81, 1, 'x'});
        closes(1002, "the frame is malformed");
    }

    @Test
    void aGoodbyeIsAnswered() throws IOException {
        socket.send(true, PlainSocket.CLOSE, new byte[] {3, (byte) 0xE8});
        assertThat(socket.next().code()).isEqualTo(1000);
        assertThat(socket.hasEnded()).isTrue();
    }

    @Test
    void ordersStayWhenTheSocketGoes() throws IOException {
        String order = Wire.order(venue.game(), "post home at 150 for 5");
        socket.text("[\"placeV3\",{\"requestID\":\"p\",\"orders\":[" + order + "]}]");
        String id = json(socket.next()).at("/data/0/unmatched/orderID").asString();
        socket.close();
        assertThat(ann.client().unmatched()).anyMatch(each -> each.id().equals(id));
    }

    @Test
    void aTokenThatEndsTakesItsSocketsWithIt() {
        Player eve = venue.player("eve", "100");
        Talk talk = Talk.with(venue.server().base(), eve.token());
        talk.ask(NOTHING.formatted(""));
        eve.client().logout();
        SocketClosed closed = talk.closed();
        assertThat(closed.code()).isEqualTo(1008);
        assertThat(closed.reason()).isEqualTo("the token is not valid any more");
    }

    @Test
    void aBanEndsAllSocketsOfTheAccount() {
        Player fay = venue.player("fay", "100");
        Talk one = Talk.with(venue.server().base(), fay.token());
        Talk two = Talk.with(venue.server().base(), fay.token());
        one.ask(NOTHING.formatted(""));
        two.ask(NOTHING.formatted(""));
        long before = System.nanoTime();
        Wire.send(
                venue.operator(),
                "PATCH",
                "/admin/accounts/" + fay.id(),
                "{\"banned\":true,\"reason\":\"a test\"}");
        for (Talk talk : List.of(one, two)) {
            assertThat(talk.closed().code()).isEqualTo(1008);
        }
        assertThat(System.nanoTime() - before).isLessThan(1_000_000_000L);
    }

    @Test
    void aStopOfTheExchangeEndsItsSockets(@TempDir Path other) {
        try (Venue ending = new Venue(other)) {
            Player gil = ending.player("gil", "100");
            Talk talk = Talk.with(ending.server().base(), gil.token());
            talk.ask(NOTHING.formatted(""));
            ending.server().stop();
            assertThat(talk.closed().code()).isIn(1000, 1001, 1006);
        }
    }

    /** Sixty answers of almost 1 MB are on their way before the first is read. */
    @Test
    void aPeerThatDoesNotReadIsLeft() throws IOException {
        String unknown =
                "\"65b0a4d00000000000000000\",".repeat(9_999) + "\"65b0a4d00000000000000000\"";
        String text = "[\"cancelMultiple\",{\"orderIDs\":[" + unknown + "]}]";
        for (int i = 0; i < 60; i++) {
            socket.text(text);
        }
        List<Frame> frames = new ArrayList<>();
        do {
            frames.add(socket.next());
        } while (frames.getLast().type() != PlainSocket.CLOSE);
        assertThat(frames.getLast().code()).isEqualTo(1013);
        assertThat(frames.getLast().reason())
                .isEqualTo("more than 16 MiB of answers were not read");
        assertThat(frames.stream().mapToLong(frame -> frame.data().length()).sum())
                .isLessThan(60L * 10_000 * 90);
    }

    private void answers() throws IOException {
        socket.text(NOTHING.formatted(""));
        assertThat(json(socket.next()).required("data")).isEmpty();
    }

    private void closes(int code, String reason) throws IOException {
        Frame frame = socket.next();
        assertThat(frame.type()).isEqualTo(PlainSocket.CLOSE);
        assertThat(frame.code()).isEqualTo(code);
        assertThat(frame.reason()).isEqualTo(reason);
    }

    private static JsonNode json(Frame frame) {
        assertThat(frame.type())
                .as("%s %s", frame.type(), frame.text())
                .isEqualTo(PlainSocket.TEXT);
        return ErrorBody.read(frame.text());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String padded(int length) {
        int more = length - NOTHING.formatted(",\"x\":\"\"").length();
        return NOTHING.formatted(",\"x\":\"" + "y".repeat(more) + "\"");
    }
}
