package evens.edge.wire;

import evens.edge.view.GameRow;
import evens.model.Ending;
import evens.model.Event;
import evens.model.Event.CancelRefused;
import evens.model.Event.OrderCancelled;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/** What became of an edit: of the order that was to be replaced, and of the one in its place. */
public final class EditShape {
    private EditShape() {}

    /** The events of an edit from the one on that is about the order that was to be replaced. */
    public static List<Event> results(List<Event> events) {
        int first = 0;
        while (!(events.get(first) instanceof OrderCancelled cancelled
                        && cancelled.ending() == Ending.USER)
                && !(events.get(first) instanceof CancelRefused)) {
            first++;
        }
        return events.subList(first, events.size());
    }

    /**
     * Writes both.
     *
     * @param events see {@link #results}
     * @param asked the id of the order that was to be replaced, in lower case
     */
    public static void write(
            List<Event> events, String asked, Map<Long, GameRow> games, JsonGenerator out) {
        out.writeStartObject();
        out.writeName("cancelled");
        if (events.getFirst() instanceof OrderCancelled cancelled) {
            SocketCancelShape.write(cancelled, games, out);
        } else if (events.getFirst() instanceof CancelRefused refused) {
            writeFailure(refused, asked, out);
        } else {
            throw new IllegalArgumentException("no result of an edit: " + events.getFirst());
        }
        PlaceShape replacement = PlaceShape.only(events);
        if (!(replacement instanceof PlaceShape.Done)) {
            out.writeArrayPropertyStart("matched");
            out.writeEndArray();
        }
        if (replacement != null) {
            PlaceShape.writeKeys(replacement, games, out);
        }
        out.writeEndObject();
    }

    private static void writeFailure(CancelRefused refused, String asked, JsonGenerator out) {
        out.writeStartObject();
        out.writeBooleanProperty("success", false);
        out.writeStringProperty("orderID", asked);
        out.writeStringProperty("description", Problem.text(refused.reject()));
        out.writeEndObject();
    }
}
