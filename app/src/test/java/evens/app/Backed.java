package evens.app;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What somebody backs, read from a row of any list: a question and which answer to it. The answers
 * of a question are one behind the other: away and home, over and under, yes and no.
 *
 * @param type as on the wire
 * @param about of a three-way question, the sign of the away participant's margin if it comes true
 * @param quarters the total, or the away participant's handicap, times four
 * @param first whether it is the first answer
 */
record Backed(String type, int about, int quarters, boolean first) {
    private static final BigInteger MILLION = BigInteger.valueOf(1_000_000);
    private static final BigInteger TWO = BigInteger.TWO;

    /** One of the parts in which a bet is settled. */
    private record Part(int quarters, BigInteger stake, BigInteger win) {}

    /** Of a row that has its game in it. */
    static Backed of(JsonNode row) {
        return of(row, row.required("game").required("participants"));
    }

    static Backed of(JsonNode row, JsonNode participants) {
        String away = participants.required(0).required("id").asString();
        String type = row.required("type").asString();
        return switch (type) {
            case "moneyline" -> new Backed(type, 0, 0, text(row, "participantID").equals(away));
            case "spread" -> {
                boolean first = text(row, "participantID").equals(away);
                int own = quarters(row, "spread");
                yield new Backed(type, 0, first ? own : -own, first);
            }
            case "total" ->
                    new Backed(type, 0, quarters(row, "total"), text(row, "OU").equals("over"));
            case "moneyline1x2" -> {
                String market = text(row, "market");
                int about = market.equals("draw") ? 0 : market.equals(away) ? 1 : -1;
                yield new Backed(type, about, 0, text(row, "side").equals("yes"));
            }
            default -> throw new IllegalArgumentException(type);
        };
    }

    private static String text(JsonNode row, String field) {
        return row.required(field).asString();
    }

    private static int quarters(JsonNode row, String field) {
        BigDecimal number = row.required(field).decimalValue();
        return number.multiply(BigDecimal.valueOf(4)).intValueExact();
    }

    Backed opposite() {
        return new Backed(type, about, quarters, !first);
    }

    boolean isAboutTotal() {
        return type.equals("total");
    }

    BigInteger feeIfWon(BigInteger win, BigInteger rate) {
        return parts(BigInteger.ZERO, win).stream()
                .map(part -> fee(part.win(), rate))
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    BigInteger feeIfLost(BigInteger stake, BigInteger win, BigInteger rate) {
        return parts(stake, win).stream()
                .map(part -> fee(part.stake().min(part.win()), rate))
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    /**
     * What the bet comes to.
     *
     * @param score both scores together for totals, else the away participant's margin
     * @param rate of commission in parts per million
     */
    BigInteger pays(int score, BigInteger stake, BigInteger win, BigInteger rate) {
        BigInteger sum = BigInteger.ZERO;
        for (Part part : parts(stake, win)) {
            int sign = first ? answer(score, part.quarters()) : -answer(score, part.quarters());
            if (sign > 0) {
                sum = sum.add(part.win()).subtract(fee(part.win(), rate));
            } else if (sign < 0) {
                BigInteger fee = fee(part.stake().min(part.win()), rate);
                sum = sum.subtract(part.stake()).subtract(fee);
            }
        }
        return sum;
    }

    /** Positive if the first answer is right, negative if the second is, 0 if neither. */
    private int answer(int score, int number) {
        return switch (type) {
            case "moneyline" -> score;
            case "spread" -> 4 * score + number;
            case "total" -> 4 * score - number;
            default -> Integer.signum(score) == about ? 1 : -1;
        };
    }

    /** A quarter number is two bets on the numbers beside it, the smaller half on the lower. */
    private List<Part> parts(BigInteger stake, BigInteger win) {
        if (quarters % 2 == 0) {
            return List.of(new Part(quarters, stake, win));
        }
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(quarters - 1, stake.divide(TWO), win.divide(TWO)));
        parts.add(
                new Part(
                        quarters + 1,
                        stake.subtract(stake.divide(TWO)),
                        win.subtract(win.divide(TWO))));
        return parts;
    }

    private static BigInteger fee(BigInteger amount, BigInteger rate) {
        return Price.nearest(amount, rate, MILLION);
    }
}
