package evens.edge.socket;

import static org.assertj.core.api.Assertions.assertThat;

import evens.edge.socket.FrameReader.Heard;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocketFrame;
import org.junit.jupiter.api.Test;

/** Frames become messages. */
final class FrameReaderTest {
    private final FrameReader reader = new FrameReader();

    @Test
    void aFrameIsAMessage() {
        assertThat(text("one", true)).isEqualTo("one");
        assertThat(text("", true)).isEqualTo("");
        assertThat(text("two", true)).isEqualTo("two");
    }

    @Test
    void piecesArePutTogether() {
        assertThat(text("ab", false)).isEqualTo("Part");
        assertThat(more("", false)).isEqualTo("Part");
        assertThat(more("c", false)).isEqualTo("Part");
        assertThat(more("d", true)).isEqualTo("abcd");
        assertThat(text("e", true)).isEqualTo("e");
    }

    @Test
    void aMessageHasAtMostOneMebibyte() {
        assertThat(text("x".repeat(FrameReader.MAX_MESSAGE), true))
                .hasSize(FrameReader.MAX_MESSAGE);
        assertThat(text("x".repeat(FrameReader.MAX_MESSAGE + 1), true)).isEqualTo("TooLarge");
        assertThat(text("x".repeat(FrameReader.MAX_MESSAGE), false)).isEqualTo("Part");
        assertThat(more("x", false)).isEqualTo("TooLarge");
    }

    @Test
    void itsBytesAreCountedAndNotItsCharacters() {
        assertThat(text("ä".repeat(FrameReader.MAX_MESSAGE / 2), true))
                .hasSize(FrameReader.MAX_MESSAGE / 2);
        assertThat(text("ä".repeat(FrameReader.MAX_MESSAGE / 2 + 1), true)).isEqualTo("TooLarge");
    }

    @Test
    void whatIsNotTextIsSaidOnce() {
        assertThat(read(WebSocketFrame.binaryFrame(Buffer.buffer("x"), true))).isEqualTo("Binary");
        assertThat(read(WebSocketFrame.binaryFrame(Buffer.buffer("x"), false))).isEqualTo("Part");
        assertThat(more("y", true)).isEqualTo("Binary");
        assertThat(text("z", true)).isEqualTo("z");
    }

    private String text(String text, boolean last) {
        return read(WebSocketFrame.textFrame(text, last));
    }

    private String more(String text, boolean last) {
        return read(WebSocketFrame.continuationFrame(Buffer.buffer(text), last));
    }

    /** The message, or what there is instead. */
    private String read(WebSocketFrame frame) {
        Heard heard = reader.read(frame);
        return heard instanceof Heard.Message message
                ? message.text().toString()
                : heard.getClass().getSimpleName();
    }
}
