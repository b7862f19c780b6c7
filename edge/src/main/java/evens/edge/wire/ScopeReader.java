package evens.edge.wire;

import evens.model.Command.Scope;
import evens.model.Ids;
import evens.model.MarketType;
import evens.model.Side;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Which orders of a game are meant, as {@code type}, {@code side} and {@code market} say it; what
 * is absent does not matter.
 */
public final class ScopeReader {
    /** An id that is no participant's is not a draw. */
    private static final long NOBODY = -1;

    private ScopeReader() {}

    /** What was read: the scope, or what is wrong with a field. */
    public record Read(Scope scope, @Nullable String error) {
        static Read wrong(String error) {
            return new Read(Scope.ALL, error);
        }
    }

    public static Read read(JsonNode fields) {
        MarketType type = null;
        if (fields.hasNonNull("type")) {
            type = type(fields.path("type"));
            if (type == null) {
                return Read.wrong("type must be moneyline, spread, total or moneyline1x2");
            }
        }
        Side side = null;
        long participant = 0;
        if (fields.hasNonNull("side")) {
            String text = text(fields.path("side"));
            side = side(text);
            if (side == null) {
                return Read.wrong("side must be the id of a participant, over, under, yes or no");
            }
            participant = side == Side.PARTICIPANT ? participant(text) : 0;
        }
        if (!fields.hasNonNull("market")) {
            return new Read(new Scope(type, false, side, participant, false, 0), null);
        }
        String market = text(fields.path("market"));
        if (market.equals("main")) {
            return new Read(new Scope(type, true, side, participant, false, 0), null);
        }
        if (!market.equals("draw") && !Ids.isWellFormed(market)) {
            return Read.wrong("market must be main, draw or the id of a participant");
        }
        long subject = market.equals("draw") ? 0 : participant(market);
        return new Read(new Scope(type, false, side, participant, true, subject), null);
    }

    private static @Nullable MarketType type(JsonNode type) {
        return switch (text(type)) {
            case "moneyline" -> MarketType.MONEYLINE;
            case "spread" -> MarketType.SPREAD;
            case "total" -> MarketType.TOTAL;
            case "moneyline1x2" -> MarketType.MONEYLINE_1X2;
            default -> null;
        };
    }

    private static @Nullable Side side(String side) {
        return switch (side) {
            case "over" -> Side.OVER;
            case "under" -> Side.UNDER;
            case "yes" -> Side.YES;
            case "no" -> Side.NO;
            default -> Ids.isWellFormed(side) ? Side.PARTICIPANT : null;
        };
    }

    private static long participant(String id) {
        long participant = Ids.PARTICIPANT.number(id);
        return participant == Ids.NONE ? NOBODY : participant;
    }

    private static String text(JsonNode value) {
        return value.isString() ? value.stringValue() : "";
    }
}
