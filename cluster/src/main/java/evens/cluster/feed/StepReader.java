package evens.cluster.feed;

import evens.cluster.codec.EventAdapter;
import evens.cluster.codec.EventPublisher;
import evens.model.Event;
import evens.model.Step;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.agrona.DirectBuffer;
import org.jspecify.annotations.Nullable;

/** Puts pieces together to steps. One thread. */
final class StepReader {
    private final EventAdapter adapter = new EventAdapter();
    private List<Event> events = new ArrayList<>();

    /** The step that this piece completes, null if more of it is to come. */
    @Nullable Step piece(DirectBuffer piece, int at, int length) {
        if (Piece.number(piece, at) == 0) {
            events = new ArrayList<>();
        }
        each(piece, at, length, events::add);
        return Piece.isLast(piece, at)
                ? new Step(
                        Piece.sequence(piece, at),
                        Piece.timeMillis(piece, at),
                        Collections.unmodifiableList(events))
                : null;
    }

    /** Every event of a piece. */
    void each(DirectBuffer piece, int at, int length, Consumer<Event> consumer) {
        int end = at + length;
        int next = at + Piece.HEADER;
        while (next < end) {
            int size = piece.getInt(next, ByteOrder.LITTLE_ENDIAN);
            consumer.accept(adapter.event(piece, next + EventPublisher.PREFIX));
            next += EventPublisher.PREFIX + size;
        }
    }
}
