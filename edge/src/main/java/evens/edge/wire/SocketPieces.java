package evens.edge.wire;

import evens.edge.wire.SocketAnswer.Done;
import evens.edge.wire.SocketAnswer.Failed;
import evens.edge.wire.SocketAnswer.Truth;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;

/** The bytes of one answer, in pieces, so that no event loop is held by a large one. */
public final class SocketPieces {
    private static final int ROWS_OF_A_PIECE = 500;

    private final SocketAnswer answer;
    private int nextRow;
    private boolean begun;
    private boolean ended;

    public SocketPieces(SocketAnswer answer) {
        this.answer = answer;
    }

    /** Whether the first piece is still to come. */
    public boolean isNew() {
        return !begun;
    }

    public boolean hasEnded() {
        return ended;
    }

    /** The next piece, UTF-8; after the last one {@link #hasEnded}. */
    public byte[] next() {
        boolean first = !begun;
        begun = true;
        return switch (answer) {
            case Failed failed -> {
                ended = true;
                yield Json.bytes(out -> write(failed, out));
            }
            case Done done when first && done.rows().size() <= ROWS_OF_A_PIECE -> {
                ended = true;
                yield Json.bytes(out -> write(done, out));
            }
            case Done done -> piece(done, first);
        };
    }

    private static void write(Failed failed, JsonGenerator out) {
        out.writeStartObject();
        if (failed.requestID() != null) {
            out.writeStringProperty("requestID", failed.requestID());
        }
        out.writeStringProperty("error", failed.error());
        if (failed.type() != null) {
            out.writeStringProperty("error_type", failed.type());
        }
        out.writeEndObject();
    }

    private static void write(Done done, JsonGenerator out) {
        out.writeStartObject();
        out.writeStringProperty("requestID", done.requestID());
        out.writeName("data");
        if (done.list()) {
            out.writeStartArray();
            done.rows().forEach(row -> row.accept(out));
            out.writeEndArray();
        } else {
            done.rows().getFirst().accept(out);
        }
        out.writeNumberProperty("sequence", done.truth().sequence());
        out.writeNumberProperty("epoch", done.truth().epoch());
        out.writeEndObject();
    }

    /** A list too long to be written at once. */
    private byte[] piece(Done done, boolean first) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (first) {
            bytes.writeBytes(utf8("{\"requestID\":"));
            bytes.writeBytes(Json.bytes(out -> out.writeString(done.requestID())));
            bytes.writeBytes(utf8(",\"data\":["));
        } else {
            bytes.write(',');
        }
        List<Consumer<JsonGenerator>> rows = done.rows();
        int end = Math.min(rows.size(), nextRow + ROWS_OF_A_PIECE);
        List<Consumer<JsonGenerator>> now = rows.subList(nextRow, end);
        byte[] array =
                Json.bytes(out -> {
                    out.writeStartArray();
                    now.forEach(row -> row.accept(out));
                    out.writeEndArray();
                });
        bytes.write(array, 1, array.length - 2);
        nextRow = end;
        if (nextRow == rows.size()) {
            Truth truth = done.truth();
            bytes.writeBytes(
                    utf8(
                            "],\"sequence\":%d,\"epoch\":%d}"
                                    .formatted(truth.sequence(), truth.epoch())));
            ended = true;
        }
        return bytes.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
