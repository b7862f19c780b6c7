package evens.edge.wire;

import evens.edge.wire.OrderFields.Wrong;
import evens.model.Command.NewOrder;
import evens.model.Ids;
import evens.model.Market;
import evens.model.MarketType;
import evens.model.Side;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One element of {@code orders}, as it came over the wire, becomes an order or says what is wrong.
 */
public final class OrderReader {
    /** An id that is no participant's is not a draw. */
    private static final long NOBODY = -1;

    private static final BigDecimal MAX_NUMBER = Numbers.decimal(Market.MAX_NUMBER);

    private OrderReader() {}

    /** What was read: an order, or what is wrong with it. */
    public record Read(@Nullable NewOrder order, @Nullable String error) {}

    /** Whether it may be a {@code userReference}. */
    public static boolean isReference(String text) {
        return OrderFields.isReference(text);
    }

    public static Read read(JsonNode element) {
        try {
            return new Read(order(element), null);
        } catch (Wrong wrong) {
            return new Read(null, wrong.text());
        }
    }

    private static NewOrder order(JsonNode element) throws Wrong {
        if (!element.isObject()) {
            throw new Wrong("order must be an object");
        }
        OrderFields fields = new OrderFields(element);
        long game = fields.game("gameID");
        MarketType type = fields.marketType("type");
        String backed = fields.text("side");
        Side side = side(type, backed);
        return new NewOrder(
                game,
                type,
                side,
                participant(type, backed, fields),
                number(type, fields),
                fields.line("odds"),
                fields.stake("bet"),
                fields.orderType(),
                fields.expiryMinutes("expirationMinutes"),
                fields.reference());
    }

    private static Side side(MarketType type, String backed) throws Wrong {
        return switch (type) {
            case MONEYLINE, SPREAD -> {
                if (!Ids.isWellFormed(backed)) {
                    throw new Wrong("side must be the id of a participant of the game");
                }
                yield Side.PARTICIPANT;
            }
            case TOTAL ->
                    switch (backed) {
                        case "over" -> Side.OVER;
                        case "under" -> Side.UNDER;
                        default -> throw new Wrong("side must be over or under");
                    };
            case MONEYLINE_1X2 ->
                    switch (backed) {
                        case "yes" -> Side.YES;
                        case "no" -> Side.NO;
                        default -> throw new Wrong("side must be yes or no");
                    };
        };
    }

    /** Whom the order is about; 0 for a draw, and where it is about nobody. */
    private static long participant(MarketType type, String backed, OrderFields fields)
            throws Wrong {
        return switch (type) {
            case MONEYLINE, SPREAD -> Ids.PARTICIPANT.number(backed);
            case TOTAL -> 0;
            case MONEYLINE_1X2 -> {
                String market = fields.text("market");
                if (market.equals("draw")) {
                    yield 0;
                }
                if (!Ids.isWellFormed(market)) {
                    throw new Wrong("market must be draw or the id of a participant of the game");
                }
                long participant = Ids.PARTICIPANT.number(market);
                yield participant == Ids.NONE ? NOBODY : participant;
            }
        };
    }

    private static int number(MarketType type, OrderFields fields) throws Wrong {
        return switch (type) {
            case MONEYLINE, MONEYLINE_1X2 -> 0;
            case SPREAD -> quarters(fields, MAX_NUMBER.negate());
            case TOTAL -> quarters(fields, BigDecimal.ZERO);
        };
    }

    private static int quarters(OrderFields fields, BigDecimal least) throws Wrong {
        BigDecimal number = fields.number("number");
        if (number.compareTo(least) < 0 || number.compareTo(MAX_NUMBER) > 0) {
            throw new Wrong("number must be from " + least + " to " + MAX_NUMBER);
        }
        try {
            return Numbers.quarters(number);
        } catch (ArithmeticException inBetween) {
            throw new Wrong("number must be a multiple of 0.25");
        }
    }
}
