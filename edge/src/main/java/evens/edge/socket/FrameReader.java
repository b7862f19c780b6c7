package evens.edge.socket;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocketFrame;
import org.jspecify.annotations.Nullable;

/** Puts the frames of one socket together to messages. Control frames are not for it. */
final class FrameReader {
    /** Largest message, in bytes; a frame is not larger either. */
    static final int MAX_MESSAGE = 1 << 20;

    private @Nullable Buffer begun;
    private boolean binary;

    /** What a frame led to. */
    sealed interface Heard {
        /** The message goes on. */
        record Part() implements Heard {}

        record Message(Buffer text) implements Heard {}

        /** A whole message that is not text. */
        record Binary() implements Heard {}

        /** The message is larger than {@link #MAX_MESSAGE}. Nothing more is to be read. */
        record TooLarge() implements Heard {}
    }

    Heard read(WebSocketFrame frame) {
        Buffer data = frame.binaryData();
        if (!frame.isContinuation()) {
            begun = null;
            binary = frame.isBinary();
        }
        int length = data.length() + (begun == null ? 0 : begun.length());
        if (length > MAX_MESSAGE) {
            begun = null;
            return new Heard.TooLarge();
        }
        if (!frame.isFinal()) {
            begun = begun == null ? Buffer.buffer().appendBuffer(data) : begun.appendBuffer(data);
            return new Heard.Part();
        }
        Buffer whole = begun == null ? data : begun.appendBuffer(data);
        begun = null;
        return binary ? new Heard.Binary() : new Heard.Message(whole);
    }
}
