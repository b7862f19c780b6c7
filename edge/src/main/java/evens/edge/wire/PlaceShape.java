package evens.edge.wire;

import evens.edge.view.GameRow;
import evens.model.Event;
import evens.model.Event.OrderMatched;
import evens.model.Event.OrderPlaced;
import evens.model.Ids;
import evens.model.Market;
import evens.model.Money;
import evens.model.Odds;
import evens.model.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** What became of one order of a batch, in its owner's perspective. */
public sealed interface PlaceShape {

    /** It was refused. */
    record Failed(Problem.OfOrder problem) implements PlaceShape {}

    /** It was accepted; these are its matches. */
    record Done(OrderPlaced placed, List<OrderMatched> matches) implements PlaceShape {}

    /**
     * Sorts the events of a batch's step, and behind them the ends of its live delays, into the
     * places that its orders had among the valid ones. A place stays empty if nothing is said of
     * its order.
     */
    static @Nullable PlaceShape[] sort(List<Event> events, int orders) {
        @Nullable PlaceShape[] shapes = new PlaceShape[orders];
        Map<Long, Integer> delayed = new HashMap<>();
        List<OrderMatched> matches = new ArrayList<>();
        for (Event event : events) {
            switch (event) {
                case OrderPlaced placed -> {
                    matches = new ArrayList<>();
                    Integer index = delayed.getOrDefault(placed.order(), placed.index());
                    shapes[index] = new Done(placed, matches);
                }
                case OrderMatched matched -> matches.add(matched);
                case Event.OrderRejected rejected ->
                        shapes[rejected.index()] = new Failed(Problem.ofOrder(rejected.reject()));
                case Event.OrderDelayed waits -> delayed.put(waits.order(), waits.index());
                case Event.DelayedOrderRejected rejected -> {
                    Integer index = delayed.get(rejected.order());
                    if (index != null) {
                        shapes[index] = new Failed(Problem.ofOrder(rejected.reject()));
                    }
                }
                case Event.OrderCancelled cancelled -> {
                    Integer index = delayed.get(cancelled.order());
                    if (index != null && shapes[index] == null) {
                        shapes[index] = new Failed(Problem.OfOrder.CANCELLED_WHILE_DELAYED);
                    }
                }
                default -> {}
            }
        }
        return shapes;
    }

    /** The only place of a step that is about one order, null if nothing is said of it. */
    static @Nullable PlaceShape only(List<Event> events) {
        return sort(events, 1)[0];
    }

    static void write(PlaceShape shape, Map<Long, GameRow> games, JsonGenerator out) {
        out.writeStartObject();
        writeKeys(shape, games, out);
        out.writeEndObject();
    }

    /** The same without the braces. */
    static void writeKeys(PlaceShape shape, Map<Long, GameRow> games, JsonGenerator out) {
        switch (shape) {
            case Failed failed -> {
                out.writeStringProperty("error", failed.problem().error());
                out.writeStringProperty("errorType", failed.problem().errorType());
            }
            case Done done -> writeDone(done, games.get(done.placed().game()), out);
        }
    }

    private static void writeDone(Done done, @Nullable GameRow game, JsonGenerator out) {
        OrderPlaced placed = done.placed();
        out.writeArrayPropertyStart("matched");
        for (OrderMatched match : done.matches()) {
            writeFill(match, game, out);
        }
        out.writeEndArray();
        out.writeObjectPropertyStart("unmatched");
        if (placed.resting() > 0) {
            writeOffer(placed, game, out);
        }
        out.writeEndObject();
    }

    private static void writeFill(OrderMatched match, @Nullable GameRow game, JsonGenerator out) {
        Market market = match.market();
        Outcome outcome = match.makerOutcome().opposite();
        Event.Taker taker = match.taker();
        long gross = match.maker().stake();
        out.writeStartObject();
        out.writeNumberProperty("amount", Money.dollars(taker.stake()));
        out.writeNumberProperty("odds", Odds.american(Odds.opposite(match.makerLine())));
        out.writeStringProperty("type", Sides.type(market));
        out.writeStringProperty("side", Sides.side(game, market, outcome));
        out.writeStringProperty("orderID", Ids.ORDER.hex(match.maker().order()));
        out.writeStringProperty("txID", Ids.TRANSACTION.hex(match.transaction()));
        out.writeStringProperty("wagerRequestID", Ids.WAGER_REQUEST.hex(taker.wagerRequest()));
        writeReference(taker.reference(), out);
        out.writeNumberProperty("risk", Money.dollars(taker.stake() + taker.feeIfLost()));
        out.writeNumberProperty("win", Money.dollars(gross - taker.feeIfWon()));
        out.writeNumberProperty("winWithoutCommission", Money.dollars(gross));
        if (Sides.hasNumber(market)) {
            out.writeNumberProperty("number", Sides.number(market, outcome));
        }
        Sides.writeSubject(game, market, out);
        out.writeEndObject();
    }

    private static void writeOffer(OrderPlaced placed, @Nullable GameRow game, JsonGenerator out) {
        Market market = placed.market();
        out.writeStringProperty("orderID", Ids.ORDER.hex(placed.order()));
        out.writeStringProperty("wagerRequestID", Ids.WAGER_REQUEST.hex(placed.wagerRequest()));
        out.writeNumberProperty("offered", Money.dollars(placed.resting()));
        out.writeNumberProperty("odds", Odds.american(placed.line()));
        out.writeStringProperty("type", Sides.type(market));
        out.writeStringProperty("side", Sides.side(game, market, placed.outcome()));
        Sides.writeNumberOrNull(market, placed.outcome(), out);
        writeReference(placed.reference(), out);
        Sides.writeSubject(game, market, out);
    }

    private static void writeReference(@Nullable String reference, JsonGenerator out) {
        if (reference != null) {
            out.writeStringProperty("userReference", reference);
        }
    }
}
