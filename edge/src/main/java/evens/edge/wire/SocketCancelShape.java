package evens.edge.wire;

import evens.edge.view.GameRow;
import evens.model.Event.OrderCancelled;
import evens.model.Ids;
import evens.model.Money;
import evens.model.Odds;
import evens.model.Reject;
import java.util.Map;
import java.util.Objects;
import tools.jackson.core.JsonGenerator;

/** What became of one order that was to be cancelled, as the orders socket says it. */
public final class SocketCancelShape {
    /** Where the socket has words of its own. */
    private static final Map<Reject, String> TEXTS =
            Map.of(
                    Reject.ORDER_NOT_FOUND,
                    "order not found",
                    Reject.NOT_YOUR_ORDER,
                    "unauthorized: order does not belong to user",
                    Reject.ALREADY_CANCELLED,
                    "order already cancelled",
                    Reject.ALREADY_FILLED,
                    "order already filled",
                    Reject.ALREADY_EXPIRED,
                    "order is expired");

    private SocketCancelShape() {}

    /** Why an order could not be cancelled, or a whole request could not be done. */
    public static String text(Reject reject) {
        return TEXTS.getOrDefault(reject, Problem.text(reject));
    }

    public static void write(
            OrderCancelled cancelled, Map<Long, GameRow> games, JsonGenerator out) {
        GameRow game = games.get(cancelled.game());
        out.writeStartObject();
        out.writeBooleanProperty("success", true);
        out.writeStringProperty("orderID", Ids.ORDER.hex(cancelled.order()));
        out.writeNumberProperty("odds", Odds.american(cancelled.line()));
        out.writeNumberProperty("filled", Money.dollars(cancelled.filled()));
        out.writeNumberProperty("offered", 0);
        out.writeNumberProperty("remaining", Money.dollars(cancelled.released()));
        out.writeStringProperty("side", Sides.side(game, cancelled.market(), cancelled.outcome()));
        if (Sides.hasNumber(cancelled.market())) {
            out.writeNumberProperty(
                    "number", Sides.number(cancelled.market(), cancelled.outcome()));
        } else {
            out.writeNullProperty("number");
        }
        Sides.writeSubject(game, cancelled.market(), out);
        out.writeStringProperty("gameID", Ids.GAME.hex(cancelled.game()));
        out.writeStringProperty(
                "userReference", Objects.requireNonNullElse(cancelled.reference(), ""));
        out.writeStringProperty(
                "description", Sides.question(game, cancelled.market(), cancelled.outcome()));
        out.writeStringProperty("reason", Names.reason(cancelled.ending()));
        out.writeEndObject();
    }

    /**
     * An order that could not be cancelled.
     *
     * @param id as it was asked for, in lower case
     */
    public static void writeFailure(String id, Reject reject, JsonGenerator out) {
        out.writeStartObject();
        out.writeBooleanProperty("success", false);
        out.writeStringProperty("orderID", id);
        out.writeStringProperty("description", text(reject));
        out.writeEndObject();
    }
}
