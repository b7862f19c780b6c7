package evens.edge.wire;

import evens.model.Command.NewOrder;
import evens.model.Ids;
import evens.model.Market;
import evens.model.MarketType;
import evens.model.Money;
import evens.model.Odds;
import evens.model.OrderType;
import evens.model.Side;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One element of {@code orders}, as it came over the wire, becomes an order or says what is wrong.
 */
public final class OrderReader {
    private static final int MAX_REFERENCE = 128;

    /** An id that is no participant's is not a draw. */
    private static final long NOBODY = -1;

    private static final BigDecimal MAX_NUMBER = Numbers.decimal(Market.MAX_NUMBER);
    private static final BigDecimal EVEN = BigDecimal.valueOf(100);
    private static final BigDecimal LONGEST = BigDecimal.valueOf(100_000);
    private static final BigDecimal MIN_STAKE = Money.dollars(Money.MIN_STAKE);
    private static final BigDecimal MAX_STAKE = Money.dollars(Money.MAX_STAKE);

    private OrderReader() {}

    /** What was read: an order, or what is wrong with it. */
    public record Read(@Nullable NewOrder order, @Nullable String error) {}

    /** What is wrong with one field. */
    private static final class Wrong extends Exception {
        private static final long serialVersionUID = 1;

        Wrong(String message) {
            super(message, null, false, false);
        }
    }

    public static Read read(JsonNode element) {
        try {
            return new Read(order(element), null);
        } catch (Wrong wrong) {
            return new Read(null, wrong.getMessage());
        }
    }

    private static NewOrder order(JsonNode element) throws Wrong {
        if (!element.isObject()) {
            throw new Wrong("order must be an object");
        }
        long game = game(element);
        MarketType type = type(element);
        String backed = text(element, "side");
        Side side = side(type, backed);
        long participant = participant(type, backed, element);
        int number = number(type, element);
        int line = line(element);
        long stake = stake(element);
        OrderType orderType = orderType(element);
        int expiryMinutes = expiryMinutes(element);
        return new NewOrder(
                game,
                type,
                side,
                participant,
                number,
                line,
                stake,
                orderType,
                expiryMinutes,
                reference(element));
    }

    private static long game(JsonNode element) throws Wrong {
        String id = text(element, "gameID");
        if (!Ids.isWellFormed(id)) {
            throw new Wrong("game not found: invalid gameID");
        }
        return Ids.GAME.number(id);
    }

    private static MarketType type(JsonNode element) throws Wrong {
        return switch (text(element, "type")) {
            case "moneyline" -> MarketType.MONEYLINE;
            case "spread" -> MarketType.SPREAD;
            case "total" -> MarketType.TOTAL;
            case "moneyline1x2" -> MarketType.MONEYLINE_1X2;
            default -> throw new Wrong("type must be moneyline, spread, total or moneyline1x2");
        };
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
    private static long participant(MarketType type, String backed, JsonNode element) throws Wrong {
        return switch (type) {
            case MONEYLINE, SPREAD -> Ids.PARTICIPANT.number(backed);
            case TOTAL -> 0;
            case MONEYLINE_1X2 -> {
                String market = text(element, "market");
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

    private static int number(MarketType type, JsonNode element) throws Wrong {
        return switch (type) {
            case MONEYLINE, MONEYLINE_1X2 -> 0;
            case SPREAD -> quarters(element, MAX_NUMBER.negate());
            case TOTAL -> quarters(element, BigDecimal.ZERO);
        };
    }

    private static int quarters(JsonNode element, BigDecimal least) throws Wrong {
        BigDecimal number = number(element, "number");
        if (number.compareTo(least) < 0 || number.compareTo(MAX_NUMBER) > 0) {
            throw new Wrong("number must be from " + least + " to " + MAX_NUMBER);
        }
        try {
            return Numbers.quarters(number);
        } catch (ArithmeticException inBetween) {
            throw new Wrong("number must be a multiple of 0.25");
        }
    }

    private static int line(JsonNode element) throws Wrong {
        BigDecimal odds = number(element, "odds");
        BigDecimal size = odds.abs();
        boolean inRange = size.compareTo(EVEN) >= 0 && size.compareTo(LONGEST) <= 0;
        if (!inRange || hasMoreDecimals(odds, 1)) {
            throw new Wrong(
                    "odds must be from -100000 to -100 or from 100 to 100000, with at most one"
                            + " decimal");
        }
        return Odds.line(odds.movePointRight(1).intValueExact());
    }

    private static long stake(JsonNode element) throws Wrong {
        BigDecimal bet = number(element, "bet");
        if (bet.signum() <= 0) {
            throw new Wrong("bet must be greater than 0");
        }
        if (bet.compareTo(MIN_STAKE) < 0 || bet.compareTo(MAX_STAKE) > 0) {
            throw new Wrong("bet must be from 1 to 10000000");
        }
        if (hasMoreDecimals(bet, 6)) {
            throw new Wrong("bet must have at most six decimals");
        }
        return Money.ofDollars(bet);
    }

    private static OrderType orderType(JsonNode element) throws Wrong {
        if (isAbsent(element, "orderType")) {
            return OrderType.LIMIT;
        }
        String type = text(element, "orderType");
        return switch (type) {
            case "limit" -> OrderType.LIMIT;
            case "post" -> OrderType.POST;
            case "fillAndKill" -> OrderType.FILL_AND_KILL;
            default -> throw new Wrong("orderType must be limit, post or fillAndKill");
        };
    }

    private static int expiryMinutes(JsonNode element) throws Wrong {
        if (isAbsent(element, "expirationMinutes")) {
            return 0;
        }
        JsonNode minutes = element.get("expirationMinutes");
        if (!minutes.isIntegralNumber()
                || !minutes.canConvertToInt()
                || minutes.intValue() < 0
                || minutes.intValue() > NewOrder.MAX_EXPIRY_MINUTES) {
            throw new Wrong("expirationMinutes must be an integer from 0 to 525600");
        }
        return minutes.intValue();
    }

    private static @Nullable String reference(JsonNode element) throws Wrong {
        if (isAbsent(element, "userReference")) {
            return null;
        }
        String reference = text(element, "userReference");
        if (!Texts.isClean(reference, MAX_REFERENCE)) {
            throw new Wrong(
                    "userReference must have at most 128 characters and no control characters");
        }
        return reference.isEmpty() ? null : reference;
    }

    private static boolean isAbsent(JsonNode element, String field) {
        JsonNode value = element.get(field);
        return value == null || value.isNull();
    }

    private static String text(JsonNode element, String field) throws Wrong {
        JsonNode value = required(element, field);
        if (!value.isString()) {
            throw new Wrong(field + " must be a string");
        }
        return value.stringValue();
    }

    private static BigDecimal number(JsonNode element, String field) throws Wrong {
        JsonNode value = required(element, field);
        if (!value.isNumber()) {
            throw new Wrong(field + " must be a number");
        }
        return value.decimalValue();
    }

    private static JsonNode required(JsonNode element, String field) throws Wrong {
        if (isAbsent(element, field)) {
            throw new Wrong(field + " is required");
        }
        return element.get(field);
    }

    /** For numbers of bounded size, so that no exponent makes this expensive. */
    private static boolean hasMoreDecimals(BigDecimal number, int decimals) {
        return number.stripTrailingZeros().scale() > decimals;
    }
}
