package evens.edge.wire;

import evens.edge.view.GameRow;
import evens.edge.view.OrderRow;
import evens.model.Ending;
import evens.model.Ids;
import evens.model.Market;
import evens.model.MarketType;
import evens.model.Money;
import evens.model.Odds;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * One order in detail, in its owner's perspective. A paused one is cancelled, as far as others can
 * tell, and says that it is paused.
 */
public final class LookupShape {
    private LookupShape() {}

    /**
     * Writes the detail.
     *
     * @param ending why it is over, null while it is open
     * @param best whether no offer on its side is better for takers
     */
    public static void write(
            OrderRow order,
            @Nullable GameRow game,
            @Nullable Ending ending,
            boolean best,
            JsonGenerator out) {
        Market market = order.market();
        boolean winner = !Sides.isAboutBoth(market);
        out.writeStartObject();
        out.writeStringProperty("id", Ids.ORDER.hex(order.id()));
        boolean over = ending != null || order.isPaused();
        out.writeBooleanProperty("cancelled", over && ending != Ending.FILLED);
        out.writeBooleanProperty("isTheBestOffer", best);
        out.writeNumberProperty("odds", Odds.american(order.line()));
        out.writeStringProperty("type", Sides.type(market));
        out.writeStringProperty(
                "OU", market.type() == MarketType.TOTAL ? Sides.overUnder(order.outcome()) : null);
        out.writeStringProperty(
                "participant", winner ? Sides.participant(game, order.outcome()) : null);
        out.writeStringProperty(
                "participantLongName",
                winner && game != null ? game.participant(order.outcome()).longName() : null);
        Sides.writeNumber("spread", MarketType.SPREAD, market, order.outcome(), true, out);
        Sides.writeNumber("total", MarketType.TOTAL, market, order.outcome(), true, out);
        if (market.type() == MarketType.MONEYLINE_1X2) {
            out.writeStringProperty("market", Sides.subject(game, market));
            out.writeStringProperty("side", Sides.yesNo(order.outcome()));
        }
        out.writeStringProperty("matchedRisk", Money.cents(order.filled()));
        out.writeStringProperty("unmatchedRisk", Money.cents(over ? 0 : order.remaining()));
        if (ending == null) {
            OrderShape.writeState(order, out);
        }
        GameShape.writeSummary(game, false, out);
        out.writeEndObject();
    }
}
