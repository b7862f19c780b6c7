package evens.edge.wire;

import evens.edge.view.Exposure;
import evens.edge.view.GameRow;
import evens.model.Ids;
import evens.model.Market;
import evens.model.Money;
import tools.jackson.core.JsonGenerator;

/** What is at stake on a game, for operators. */
public final class ExposureShape {
    private ExposureShape() {}

    public static void write(GameRow game, Exposure exposure, JsonGenerator out) {
        out.writeStartObject();
        out.writeStringProperty("gameID", Ids.GAME.hex(game.id()));
        out.writeArrayPropertyStart("accounts");
        for (Exposure.OfAccount account : exposure.accounts()) {
            out.writeStartObject();
            out.writeStringProperty("id", Ids.ACCOUNT.hex(account.account()));
            out.writeNumberProperty("liability", Money.dollars(account.liability()));
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeArrayPropertyStart("outcomes");
        for (Exposure.OfOutcome outcome : exposure.outcomes()) {
            Market market = outcome.market();
            out.writeStartObject();
            out.writeStringProperty("type", Sides.type(market));
            out.writeStringProperty("side", Sides.side(game, market, outcome.outcome()));
            if (Sides.hasNumber(market)) {
                out.writeNumberProperty("number", Sides.number(market, outcome.outcome()));
            }
            Sides.writeSubject(game, market, out);
            out.writeNumberProperty("stake", Money.dollars(outcome.stake()));
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
    }
}
