package evens.edge.wire;

import evens.model.Command.NewOrder;
import evens.model.Ids;
import evens.model.MarketType;
import evens.model.Money;
import evens.model.Odds;
import evens.model.OrderType;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The fields of one order as it came over the wire, read one by one. */
final class OrderFields {
    private static final int MAX_REFERENCE = 128;

    private static final BigDecimal EVEN = BigDecimal.valueOf(100);
    private static final BigDecimal LONGEST = BigDecimal.valueOf(100_000);
    private static final BigDecimal MIN_STAKE = Money.dollars(Money.MIN_STAKE);
    private static final BigDecimal MAX_STAKE = Money.dollars(Money.MAX_STAKE);

    private final JsonNode object;

    OrderFields(JsonNode object) {
        this.object = object;
    }

    /** What is wrong with one field. */
    static final class Wrong extends Exception {
        private static final long serialVersionUID = 1;

        Wrong(String message) {
            super(message, null, false, false);
        }

        String text() {
            String message = getMessage();
            return message == null ? "" : message;
        }
    }

    /** Absent or null. */
    boolean lacks(String field) {
        JsonNode value = object.get(field);
        return value == null || value.isNull();
    }

    boolean isText(String field) {
        return object.path(field).isString();
    }

    String text(String field) throws Wrong {
        JsonNode value = required(field);
        if (!value.isString()) {
            throw new Wrong(field + " must be a string");
        }
        return value.stringValue();
    }

    BigDecimal number(String field) throws Wrong {
        JsonNode value = required(field);
        if (!value.isNumber()) {
            throw new Wrong(field + " must be a number");
        }
        return value.decimalValue();
    }

    boolean flag(String field) throws Wrong {
        if (lacks(field)) {
            return false;
        }
        JsonNode value = object.get(field);
        if (!value.isBoolean()) {
            throw new Wrong(field + " must be true or false");
        }
        return value.booleanValue();
    }

    private JsonNode required(String field) throws Wrong {
        if (lacks(field)) {
            throw new Wrong(field + " is required");
        }
        return object.get(field);
    }

    MarketType marketType(String field) throws Wrong {
        return switch (text(field)) {
            case "moneyline" -> MarketType.MONEYLINE;
            case "spread" -> MarketType.SPREAD;
            case "total" -> MarketType.TOTAL;
            case "moneyline1x2" -> MarketType.MONEYLINE_1X2;
            default -> throw new Wrong(field + " must be moneyline, spread, total or moneyline1x2");
        };
    }

    /** The number of a game; 0 for a well-formed id of something else. */
    long game(String field) throws Wrong {
        String id = text(field);
        if (!Ids.isWellFormed(id)) {
            throw new Wrong("game not found: invalid " + field);
        }
        return Ids.GAME.number(id);
    }

    /** Odds as a line. */
    int line(String field) throws Wrong {
        BigDecimal odds = number(field);
        BigDecimal size = odds.abs();
        boolean inRange = size.compareTo(EVEN) >= 0 && size.compareTo(LONGEST) <= 0;
        if (!inRange || hasMoreDecimals(odds, 1)) {
            throw new Wrong(
                    field
                            + " must be from -100000 to -100 or from 100 to 100000, with at most one"
                            + " decimal");
        }
        return Odds.line(odds.movePointRight(1).intValueExact());
    }

    /** The stake of an order, in micro-dollars. */
    long stake(String field) throws Wrong {
        BigDecimal bet = number(field);
        if (bet.signum() <= 0) {
            throw new Wrong(field + " must be greater than 0");
        }
        if (bet.compareTo(MIN_STAKE) < 0 || bet.compareTo(MAX_STAKE) > 0) {
            throw new Wrong(field + " must be from 1 to 10000000");
        }
        return micros(field, bet);
    }

    /** What of a stake may be left, in micro-dollars. */
    long remainder(String field) throws Wrong {
        BigDecimal left = number(field);
        if (left.signum() < 0 || left.compareTo(MAX_STAKE) > 0) {
            throw new Wrong(field + " must be from 0 to 10000000");
        }
        return micros(field, left);
    }

    private static long micros(String field, BigDecimal dollars) throws Wrong {
        if (hasMoreDecimals(dollars, 6)) {
            throw new Wrong(field + " must have at most six decimals");
        }
        return Money.ofDollars(dollars);
    }

    OrderType orderType() throws Wrong {
        if (lacks("orderType")) {
            return OrderType.LIMIT;
        }
        return switch (text("orderType")) {
            case "limit" -> OrderType.LIMIT;
            case "post" -> OrderType.POST;
            case "postArb" -> OrderType.POST_ARB;
            case "fillAndKill" -> OrderType.FILL_AND_KILL;
            case "fillOrKill" -> OrderType.FILL_OR_KILL;
            default ->
                    throw new Wrong(
                            "orderType must be limit, post, postArb, fillAndKill or fillOrKill");
        };
    }

    int expiryMinutes(String field) throws Wrong {
        if (lacks(field)) {
            return NewOrder.BY_DEFAULT;
        }
        JsonNode minutes = object.get(field);
        if (!minutes.isIntegralNumber()
                || !minutes.canConvertToInt()
                || minutes.intValue() < 0
                || minutes.intValue() > NewOrder.MAX_EXPIRY_MINUTES) {
            throw new Wrong(field + " must be an integer from 0 to 525600");
        }
        return minutes.intValue();
    }

    /** The owner's own text, null if there is none. */
    @Nullable String reference() throws Wrong {
        if (lacks("userReference")) {
            return null;
        }
        String reference = text("userReference");
        if (!isReference(reference)) {
            throw new Wrong(
                    "userReference must have at most 128 characters and no control characters");
        }
        return reference.isEmpty() ? null : reference;
    }

    static boolean isReference(String text) {
        return Texts.isClean(text, MAX_REFERENCE);
    }

    /** For numbers of bounded size, so that no exponent makes this expensive. */
    private static boolean hasMoreDecimals(BigDecimal number, int decimals) {
        return number.stripTrailingZeros().scale() > decimals;
    }
}
