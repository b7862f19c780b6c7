package evens.edge.wire;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one JSON mapper of the edge. It reads strictly, because Jackson's defaults lose money: one
 * value and nothing after it, no key twice, no NaN, every fraction exact, depth and length bounded.
 */
public final class Json {
    /** Longest number, in characters. */
    private static final int MAX_NUMBER = 32;

    private static final int MAX_DEPTH = 16;

    private static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(MAX_DEPTH)
                                                    .maxNumberLength(MAX_NUMBER)
                                                    .build())
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .build();

    private Json() {}

    /** The one value of the body; null if it is not JSON. */
    public static @Nullable JsonNode read(Buffer body) {
        byte[] bytes = body.getBytes();
        if (!looksLikeUtf8(bytes)) {
            return null;
        }
        try {
            JsonNode node = MAPPER.readTree(bytes);
            return node == null || node.isMissingNode() ? null : node;
        } catch (JacksonException malformed) {
            return null;
        }
    }

    /** Jackson would guess UTF-16 and UTF-32 by their zero bytes or their byte order mark. */
    private static boolean looksLikeUtf8(byte[] bytes) {
        boolean wide = bytes.length > 1 && (bytes[0] == 0 || bytes[1] == 0);
        boolean marked = bytes.length > 0 && (bytes[0] & 0xFF) >= 0xFE;
        return !wide && !marked;
    }

    /** JSON as it is written by the shape. */
    public static Buffer write(Consumer<JsonGenerator> shape) {
        return Buffer.buffer(bytes(shape));
    }

    /** JSON as it is written by the shape, UTF-8. */
    static byte[] bytes(Consumer<JsonGenerator> shape) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        write(bytes, shape);
        return bytes.toByteArray();
    }

    /** The same into a stream, which the shape may look at whenever it has flushed. */
    static void write(ByteArrayOutputStream stream, Consumer<JsonGenerator> shape) {
        try (JsonGenerator out = MAPPER.createGenerator(stream)) {
            shape.accept(out);
        }
    }
}
