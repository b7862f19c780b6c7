package evens.edge.wire;

import evens.edge.view.GameRow;
import evens.model.Event;
import evens.model.Event.OrderPlaced;
import evens.model.Event.OrderResumed;
import evens.model.Event.ResumeRejected;
import evens.model.Ids;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/** What became of a paused order that was to be brought back. */
public final class ResumeShape {
    private ResumeShape() {}

    /** The events of a step that are results of a resume, in the order of their orders. */
    public static List<Event> results(List<Event> events) {
        return events.stream()
                .filter(event -> event instanceof OrderResumed || event instanceof ResumeRejected)
                .toList();
    }

    public static void write(Event event, Map<Long, GameRow> games, JsonGenerator out) {
        out.writeStartObject();
        if (event instanceof OrderResumed resumed) {
            out.writeStringProperty("orderID", Ids.ORDER.hex(resumed.order()));
            PlaceShape.writeKeys(new PlaceShape.Done(placed(resumed), List.of()), games, out);
        } else if (event instanceof ResumeRejected rejected) {
            out.writeStringProperty("orderID", Ids.ORDER.hex(rejected.order()));
            PlaceShape.writeKeys(
                    new PlaceShape.Failed(Problem.ofOrder(rejected.reject())), games, out);
        } else {
            throw new IllegalArgumentException("no result of a resume: " + event);
        }
        out.writeEndObject();
    }

    /** It is as if it had been placed, at a new place in the queue. */
    static OrderPlaced placed(OrderResumed resumed) {
        return new OrderPlaced(
                resumed.index(),
                resumed.order(),
                resumed.account(),
                resumed.wagerRequest(),
                resumed.transaction(),
                resumed.game(),
                resumed.market(),
                resumed.outcome(),
                resumed.line(),
                resumed.stake(),
                resumed.resting(),
                resumed.type(),
                resumed.createdAtMillis(),
                resumed.expiresAtMillis(),
                resumed.message(),
                resumed.reference());
    }
}
