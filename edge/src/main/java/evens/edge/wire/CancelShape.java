package evens.edge.wire;

import evens.edge.view.GameRow;
import evens.model.Ending;
import evens.model.Event;
import evens.model.Event.CancelRefused;
import evens.model.Event.OrderCancelled;
import evens.model.Ids;
import evens.model.Money;
import evens.model.Odds;
import evens.model.Reject;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/** What became of one order that was to be cancelled, in its owner's perspective. */
public final class CancelShape {
    private CancelShape() {}

    /** The events of a step that are results of cancels: others may be behind them. */
    public static List<Event> results(List<Event> events) {
        return events.stream()
                .filter(event -> event instanceof OrderCancelled || event instanceof CancelRefused)
                .toList();
    }

    public static void write(Event event, Map<Long, GameRow> games, JsonGenerator out) {
        out.writeStartObject();
        switch (event) {
            case OrderCancelled cancelled -> writeSuccess(cancelled, games, out);
            case CancelRefused refused -> writeFailure(refused, out);
            default -> throw new IllegalArgumentException("no result of a cancel: " + event);
        }
        out.writeEndObject();
    }

    private static void writeSuccess(
            OrderCancelled cancelled, Map<Long, GameRow> games, JsonGenerator out) {
        GameRow game = games.get(cancelled.game());
        out.writeBooleanProperty("success", true);
        out.writeStringProperty("sessionID", Ids.ORDER.hex(cancelled.order()));
        out.writeStringProperty(
                "description",
                Sides.description(game, cancelled.market(), cancelled.outcome(), cancelled.line()));
        out.writeNumberProperty("odds", Odds.american(cancelled.line()));
        out.writeNumberProperty("filled", Money.dollars(cancelled.filled()));
        out.writeNumberProperty("offered", 0);
        out.writeNumberProperty("remaining", Money.dollars(cancelled.released()));
        out.writeStringProperty("gameID", Ids.GAME.hex(cancelled.game()));
        if (cancelled.reference() != null) {
            out.writeStringProperty("userReference", cancelled.reference());
        }
        out.writeStringProperty("reason", Names.reason(cancelled.ending()));
        if (cancelled.ending() == Ending.PAUSED) {
            out.writeBooleanProperty("paused", true);
        }
    }

    private static void writeFailure(CancelRefused refused, JsonGenerator out) {
        out.writeBooleanProperty("success", false);
        out.writeStringProperty("reason", Problem.text(refused.reject()));
        if (isOwn(refused.reject())) {
            out.writeStringProperty("sessionID", Ids.ORDER.hex(refused.order()));
        }
    }

    /** Only the owner of an order is told its id again. */
    private static boolean isOwn(Reject reject) {
        return reject != Reject.ORDER_NOT_FOUND && reject != Reject.NOT_YOUR_ORDER;
    }
}
