package evens.edge.wire;

import evens.edge.view.GameRow;
import evens.model.Event;
import evens.model.Event.OrderCancelled;
import evens.model.Event.OrderMatched;
import evens.model.Event.OrderPlaced;
import evens.model.Event.OrderResumed;
import evens.model.GameTerms;
import evens.model.Ids;
import evens.model.Market;
import evens.model.Money;
import evens.model.Odds;
import evens.model.OrderType;
import evens.model.Outcome;
import evens.model.Participant;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * A message of the user feed, in its account's perspective. All but the game is what the event
 * says; the game is as it is when the message is written, live or replayed.
 */
public final class UserFeedShape {
    private UserFeedShape() {}

    public static void write(UserMessage message, GameRow game, JsonGenerator out) {
        out.writeStartObject();
        switch (message.event()) {
            case OrderPlaced placed -> writeOffer(placed, game, out);
            case OrderResumed resumed -> writeOffer(ResumeShape.placed(resumed), game, out);
            case OrderCancelled cancelled -> writeEnd(cancelled, game, out);
            case OrderMatched matched when message.takes() -> writeTaken(matched, game, out);
            case OrderMatched matched -> writeHit(matched, game, out);
            default -> throw new IllegalArgumentException("no message: " + message.event());
        }
        out.writeStringProperty("origin", message.takes() ? "wager" : "offer");
        writeGame(game, out);
        out.writeStringProperty("platform", "api");
        out.writeStringProperty("createdAt", Names.time(message.timeMillis()));
        out.writeStringProperty("messageID", message.id().toString());
        out.writeEndObject();
    }

    /** {@code {"heartbeat": ...}}: all up to this step was sent, and nothing later. */
    public static void writeHeartbeat(long sequence, long timeMillis, JsonGenerator out) {
        out.writeStartObject();
        out.writeObjectPropertyStart("heartbeat");
        out.writeNumberProperty("sequence", sequence);
        out.writeStringProperty("time", Names.time(timeMillis));
        out.writeEndObject();
        out.writeEndObject();
    }

    /** What rests of an order, which may have been filled in part before. */
    private static void writeOffer(OrderPlaced placed, GameRow game, JsonGenerator out) {
        out.writeNullProperty("matched");
        out.writeObjectPropertyStart("unmatched");
        writeIds(placed.order(), placed.wagerRequest(), out);
        writeStakes(0, placed.stake(), placed.resting(), out);
        writeBacked(game, placed.market(), placed.outcome(), placed.line(), out);
        writeQuestion(game, placed.market(), placed.outcome(), out);
        writeReference(placed.reference(), out);
        writePostArb(placed.type() == OrderType.POST_ARB, out);
        out.writeEndObject();
    }

    private static void writeEnd(OrderCancelled cancelled, GameRow game, JsonGenerator out) {
        out.writeNullProperty("matched");
        out.writeObjectPropertyStart("unmatched");
        writeIds(cancelled.order(), cancelled.wagerRequest(), out);
        writeStakes(cancelled.filled(), 0, 0, out);
        writeBacked(game, cancelled.market(), cancelled.outcome(), cancelled.line(), out);
        writeQuestion(game, cancelled.market(), cancelled.outcome(), out);
        writeReference(cancelled.reference(), out);
        writePostArb(cancelled.postArb(), out);
        out.writeStringProperty("reason", Names.reason(cancelled.ending()));
        out.writeEndObject();
    }

    /** The account's offer was taken: what it put up is what it may lose. */
    private static void writeHit(OrderMatched match, GameRow game, JsonGenerator out) {
        Event.Maker maker = match.maker();
        Market market = match.market();
        Outcome outcome = match.makerOutcome();
        out.writeObjectPropertyStart("matched");
        out.writeStringProperty("txID", Ids.TRANSACTION.hex(match.transaction()));
        writeIds(maker.order(), maker.wagerRequest(), out);
        writeFill(maker.stake(), maker.stake(), match.taker().stake(), out);
        writeBacked(game, market, outcome, match.makerLine(), out);
        writeReferenceOrNull(maker.reference(), out);
        writeQuestion(game, market, outcome, out);
        writePostArb(maker.postArb(), out);
        out.writeEndObject();
        out.writeObjectPropertyStart("unmatched");
        writeIds(maker.order(), maker.wagerRequest(), out);
        writeStakes(maker.stake(), maker.offered(), maker.remaining(), out);
        writeBacked(game, market, outcome, match.makerLine(), out);
        writeQuestion(game, market, outcome, out);
        writeReference(maker.reference(), out);
        writePostArb(maker.postArb(), out);
        out.writeEndObject();
    }

    /** The account took another's offer, whose id it is told. */
    private static void writeTaken(OrderMatched match, GameRow game, JsonGenerator out) {
        Event.Taker taker = match.taker();
        Market market = match.market();
        Outcome outcome = match.makerOutcome().opposite();
        long gross = match.maker().stake();
        out.writeObjectPropertyStart("matched");
        out.writeStringProperty("txID", Ids.TRANSACTION.hex(match.transaction()));
        writeIds(match.maker().order(), taker.wagerRequest(), out);
        writeFill(taker.stake(), taker.stake() + taker.feeIfLost(), gross - taker.feeIfWon(), out);
        writeBacked(game, market, outcome, Odds.opposite(match.makerLine()), out);
        writeReferenceOrNull(taker.reference(), out);
        writeQuestion(game, market, outcome, out);
        out.writeEndObject();
        out.writeNullProperty("unmatched");
    }

    private static void writeIds(long order, long wagerRequest, JsonGenerator out) {
        out.writeStringProperty("orderID", Ids.ORDER.hex(order));
        out.writeStringProperty("wagerRequestID", Ids.WAGER_REQUEST.hex(wagerRequest));
    }

    private static void writeStakes(long filled, long offered, long remaining, JsonGenerator out) {
        out.writeNumberProperty("filled", Money.dollars(filled));
        out.writeNumberProperty("offered", Money.dollars(offered));
        out.writeNumberProperty("remaining", Money.dollars(remaining));
    }

    /** Risk and win are rounded to the cent, each on its own. */
    private static void writeFill(long amount, long risk, long win, JsonGenerator out) {
        out.writeNumberProperty("amount", Money.dollars(amount));
        out.writeNumberProperty("risk", cents(risk));
        out.writeNumberProperty("win", cents(win));
    }

    private static BigDecimal cents(long micros) {
        BigDecimal rounded = new BigDecimal(Money.cents(micros)).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }

    private static void writeBacked(
            GameRow game, Market market, Outcome outcome, int line, JsonGenerator out) {
        out.writeNumberProperty("odds", Odds.american(line));
        out.writeStringProperty("type", Sides.type(market));
        out.writeStringProperty("side", Sides.side(game, market, outcome));
    }

    private static void writeQuestion(
            GameRow game, Market market, Outcome outcome, JsonGenerator out) {
        if (Sides.hasNumber(market)) {
            out.writeNumberProperty("number", Sides.number(market, outcome));
        }
        Sides.writeSubject(game, market, out);
    }

    private static void writePostArb(boolean isOne, JsonGenerator out) {
        if (isOne) {
            out.writeBooleanProperty("isPostArb", true);
        }
    }

    private static void writeReference(@Nullable String reference, JsonGenerator out) {
        if (reference != null) {
            out.writeStringProperty("userReference", reference);
        }
    }

    private static void writeReferenceOrNull(@Nullable String reference, JsonGenerator out) {
        if (reference == null) {
            out.writeNullProperty("userReference");
        } else {
            out.writeStringProperty("userReference", reference);
        }
    }

    private static void writeGame(GameRow game, JsonGenerator out) {
        GameTerms terms = game.terms();
        Participant away = terms.away();
        out.writeStringProperty("gameID", Ids.GAME.hex(game.id()));
        GameShape.writeId("parentGameID", terms.parent(), out);
        out.writeStringProperty("eventName", terms.eventName().replace(' ', '-'));
        out.writeStringProperty("league", terms.league());
        out.writeStringProperty("sport", game.sport());
        out.writeBooleanProperty("live", terms.live());
        out.writeStringProperty("start", Names.time(terms.startMillis()));
        out.writeStringProperty("awayRotationNumber", away.rotationNumber());
    }
}
