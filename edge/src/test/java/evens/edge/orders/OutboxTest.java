package evens.edge.orders;

import static org.assertj.core.api.Assertions.assertThat;

import evens.edge.wire.SocketAnswer;
import evens.edge.wire.SocketAnswer.Done;
import evens.edge.wire.SocketAnswer.Failed;
import evens.edge.wire.SocketAnswer.Truth;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonGenerator;

/** What goes out, in which frames, and with how many flushes. */
final class OutboxTest {
    private final Flushes flushes = new Flushes();
    private final EmbeddedChannel channel =
            new EmbeddedChannel(flushes, new ChannelDuplexHandler());
    private final Deque<Runnable> loop = new ArrayDeque<>();
    private final Outbox outbox = new Outbox(channel.pipeline().lastContext(), loop::add);

    /** Counts them, and can hold them back as a peer does that does not read. */
    private static final class Flushes extends ChannelOutboundHandlerAdapter {
        private int count;
        private boolean held;

        @Override
        public void flush(ChannelHandlerContext context) {
            count++;
            if (!held) {
                context.flush();
            }
        }
    }

    @Test
    void manyAnswersAreFlushedOnce() {
        for (int i = 0; i < 50; i++) {
            outbox.add(error("e" + i));
        }
        outbox.send();
        for (int i = 0; i < 50; i++) {
            assertThat(text()).isEqualTo("{\"error\":\"e" + i + "\"}");
        }
        assertThat(flushes.count).isEqualTo(1);
        assertThat(outbox.weight()).isZero();
    }

    @Test
    void nothingIsFlushedForNothing() {
        outbox.send();
        assertThat(flushes.count).isZero();
    }

    @Test
    void aLargeAnswerIsOneMessageOfSeveralFrames() {
        outbox.add(list(1_200));
        outbox.add(error("next"));
        turnUntilQuiet();
        WebSocketFrame first = frame();
        assertThat(first).isInstanceOf(TextWebSocketFrame.class);
        assertThat(first.isFinalFragment()).isFalse();
        StringBuilder text = new StringBuilder(text(first));
        WebSocketFrame next = frame();
        while (!next.isFinalFragment()) {
            text.append(text(next));
            next = frame();
        }
        assertThat(text.append(text(next)).toString())
                .startsWith("{\"requestID\":\"a\",\"data\":[\"xx")
                .endsWith("xx\"],\"sequence\":7,\"epoch\":3}");
        assertThat(text()).isEqualTo("{\"error\":\"next\"}");
    }

    @Test
    void whatIsNotReadWaitsAndIsWeighed() {
        flushes.held = true;
        outbox.add(list(10_000));
        outbox.add(list(10_000));
        turnUntilQuiet();
        outbox.add(error("last"));
        outbox.send();
        assertThat(loop).isEmpty();
        assertThat(outbox.weight()).isBetween(3_000_000L, 3_100_000L);

        flushes.held = false;
        channel.flush();
        turnUntilQuiet();
        assertThat(outbox.weight()).isZero();
        assertThat(Collections.frequency(endings(), "{\"error\":\"last\"}")).isEqualTo(1);
    }

    @Test
    void whatIsForgottenIsNotSent() {
        flushes.held = true;
        outbox.add(list(10_000));
        outbox.add(error("last"));
        turnUntilQuiet();
        outbox.clear();
        assertThat(outbox.weight()).isZero();
        flushes.held = false;
        channel.flush();
        turnUntilQuiet();
        assertThat(endings()).doesNotContain("{\"error\":\"last\"}");
    }

    private void turnUntilQuiet() {
        outbox.send();
        for (Runnable task = loop.poll(); task != null; task = loop.poll()) {
            task.run();
        }
    }

    private Deque<String> endings() {
        Deque<String> texts = new ArrayDeque<>();
        for (Object next = channel.readOutbound(); next != null; next = channel.readOutbound()) {
            if (next instanceof WebSocketFrame frame) {
                texts.add(text(frame));
            }
        }
        return texts;
    }

    private String text() {
        return text(frame());
    }

    private WebSocketFrame frame() {
        Object next = channel.readOutbound();
        while (!(next instanceof WebSocketFrame frame)) {
            assertThat(next).as("what is between frames").isNotNull();
            next = channel.readOutbound();
        }
        return frame;
    }

    private static String text(WebSocketFrame frame) {
        ByteBuf bytes = frame.content();
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static SocketAnswer error(String error) {
        return new Failed(null, error, null);
    }

    private static SocketAnswer list(int rows) {
        return new Done("a", true, Collections.nCopies(rows, OutboxTest::row), new Truth(7, 3));
    }

    /** 300 bytes, as a row is taken to have. */
    private static void row(JsonGenerator out) {
        out.writeString("x".repeat(298));
    }
}
