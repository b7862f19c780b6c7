package evens.edge.wire;

import evens.edge.view.GameRow;
import evens.model.Ending;
import evens.model.Event;
import evens.model.Event.CancelRefused;
import evens.model.Event.OrderCancelled;
import evens.model.Ids;
import evens.model.Money;
import evens.model.Odds;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
     */
    public static void write(List<Event> events, Map<Long, GameRow> games, JsonGenerator out) {
        out.writeStartObject();
        out.writeObjectPropertyStart("cancelled");
        if (events.getFirst() instanceof OrderCancelled cancelled) {
            writeCancelled(cancelled, games.get(cancelled.game()), out);
        } else if (events.getFirst() instanceof CancelRefused refused) {
            out.writeBooleanProperty("success", false);
            out.writeStringProperty("orderID", Ids.ORDER.hex(refused.order()));
            out.writeStringProperty("description", Problem.text(refused.reject()));
        } else {
            throw new IllegalArgumentException("no result of an edit: " + events.getFirst());
        }
        out.writeEndObject();
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

    private static void writeCancelled(
            OrderCancelled cancelled, @Nullable GameRow game, JsonGenerator out) {
        String reference = cancelled.reference();
        out.writeBooleanProperty("success", true);
        out.writeStringProperty("orderID", Ids.ORDER.hex(cancelled.order()));
        out.writeNumberProperty("odds", Odds.american(cancelled.line()));
        out.writeNumberProperty("filled", Money.dollars(cancelled.filled()));
        out.writeNumberProperty("offered", 0);
        out.writeNumberProperty("remaining", Money.dollars(cancelled.released()));
        out.writeStringProperty("side", Sides.side(game, cancelled.market(), cancelled.outcome()));
        Sides.writeNumberOrNull(cancelled.market(), cancelled.outcome(), out);
        out.writeStringProperty("gameID", Ids.GAME.hex(cancelled.game()));
        out.writeStringProperty("userReference", reference == null ? "" : reference);
        out.writeStringProperty(
                "description",
                Sides.description(game, cancelled.market(), cancelled.outcome(), cancelled.line()));
        out.writeStringProperty("reason", Names.reason(cancelled.ending()));
    }
}
