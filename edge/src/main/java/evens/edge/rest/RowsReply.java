package evens.edge.rest;

import evens.edge.wire.Json;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import java.util.function.BiConsumer;
import tools.jackson.core.JsonGenerator;

/**
 * A list of any length, written in slices: between two of them the event loop serves others, and it
 * waits while the client does not read.
 */
final class RowsReply<T> {
    private static final int SLICE = 500;

    private final HttpServerResponse response;
    private final Context loop;
    private final List<T> rows;
    private final BiConsumer<T, JsonGenerator> row;
    private final String head;
    private final String tail;
    private int next;

    RowsReply(
            HttpServerResponse response,
            Context loop,
            List<T> rows,
            BiConsumer<T, JsonGenerator> row,
            String head,
            String tail) {
        this.response = response;
        this.loop = loop;
        this.rows = rows;
        this.row = row;
        this.head = head;
        this.tail = tail;
    }

    void send() {
        if (response.closed() || response.ended()) {
            return;
        }
        response.setStatusCode(200).putHeader("Content-Type", "application/json");
        Buffer first = Buffer.buffer(head).appendBuffer(slice());
        if (next == rows.size()) {
            response.end(first.appendString(tail));
            return;
        }
        response.setChunked(true);
        response.write(first);
        goOn();
    }

    private void goOn() {
        if (response.writeQueueFull()) {
            response.drainHandler(_ -> goOn());
        } else {
            loop.runOnContext(_ -> writeNext());
        }
    }

    private void writeNext() {
        if (response.closed()) {
            return;
        }
        Buffer slice = slice();
        if (next == rows.size()) {
            response.end(slice.appendString(tail));
        } else {
            response.write(slice);
            goOn();
        }
    }

    private Buffer slice() {
        Buffer slice = Buffer.buffer();
        int end = Math.min(rows.size(), next + SLICE);
        for (int i = next; i < end; i++) {
            if (i > 0) {
                slice.appendByte((byte) ',');
            }
            T value = rows.get(i);
            slice.appendBuffer(Json.write(out -> row.accept(value, out)));
        }
        next = end;
        return slice;
    }
}
