package evens.core;

import evens.model.Market;
import evens.model.MarketType;
import evens.model.Money;
import evens.model.Odds;
import evens.model.Outcome;
import evens.model.Participant;
import evens.model.Side;
import evens.model.Subject;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a {@link Transcript} writes sides, odds and money.
 *
 * <p>A side is {@code HOME} to win, {@code AWAY+3.5} with a handicap, {@code OVER 220.5}, {@code NO
 * DRAW}. Participants may be given by their number, and {@code SPREAD:OVER:1:14} is what no client
 * should send: type, side, participant and number in quarters.
 */
final class Wording {
    static final Participant AWAY = new Participant(1, "Away Team", "AWY", "901");
    static final Participant HOME = new Participant(2, "Home Team", "HOM", "902");

    static final Comparator<Market> BY_QUESTION =
            Comparator.comparing(Market::type)
                    .thenComparing(Market::subject)
                    .thenComparingInt(Market::number);

    private static final Pattern HANDICAP = Pattern.compile("(\\w+)([+-][0-9.]+)");

    private Wording() {}

    /**
     * What an order says it backs.
     *
     * @param words how many words say so
     */
    record Backed(MarketType type, Side side, long participant, int number, int words) {}

    /** Reads a side from the second word on. */
    static Backed backed(List<String> words) {
        String word = words.get(1);
        Matcher handicap = HANDICAP.matcher(word);
        if (handicap.matches()) {
            long participant = participant(handicap.group(1));
            int number = quarters(handicap.group(2));
            return new Backed(MarketType.SPREAD, Side.PARTICIPANT, participant, number, 1);
        }
        if (word.contains(":")) {
            String[] parts = word.split(":", -1);
            return new Backed(
                    MarketType.valueOf(parts[0]),
                    Side.valueOf(parts[1]),
                    Long.parseLong(parts[2]),
                    Integer.parseInt(parts[3]),
                    1);
        }
        return switch (word) {
            case "OVER", "UNDER" ->
                    new Backed(MarketType.TOTAL, Side.valueOf(word), 0, quarters(words.get(2)), 2);
            case "YES", "NO" ->
                    new Backed(
                            MarketType.MONEYLINE_1X2,
                            Side.valueOf(word),
                            participant(words.get(2)),
                            0,
                            2);
            default -> new Backed(MarketType.MONEYLINE, Side.PARTICIPANT, participant(word), 0, 1);
        };
    }

    static long participant(String word) {
        return switch (word) {
            case "AWAY" -> AWAY.id();
            case "HOME" -> HOME.id();
            case "DRAW" -> 0;
            default -> Long.parseLong(word);
        };
    }

    private static int quarters(String number) {
        return new BigDecimal(number).multiply(BigDecimal.valueOf(4)).intValueExact();
    }

    /** A side as its backer writes it. */
    static String side(Market market, Outcome outcome) {
        boolean first = outcome == Outcome.FIRST;
        String winner = first ? "AWAY" : "HOME";
        String number = number(market.numberFor(outcome));
        return switch (market.type()) {
            case MONEYLINE -> winner;
            case SPREAD -> winner + (market.numberFor(outcome) < 0 ? "" : "+") + number;
            case TOTAL -> (first ? "OVER " : "UNDER ") + number;
            case MONEYLINE_1X2 -> (first ? "YES " : "NO ") + subject(market.subject());
        };
    }

    private static String number(int quarters) {
        return BigDecimal.valueOf(quarters * 25L, 2).stripTrailingZeros().toPlainString();
    }

    private static String subject(Subject subject) {
        return switch (subject) {
            case AWAY, HOME, DRAW -> subject.name();
            case NONE -> throw new IllegalArgumentException("a three-way question about nobody");
        };
    }

    static int line(String odds) {
        if (odds.startsWith("line:")) {
            return Integer.parseInt(odds.substring(5)); // as no odds would give it
        }
        return Odds.line(new BigDecimal(odds).movePointRight(1).intValueExact());
    }

    static String odds(int line) {
        return (line >= 0 ? "+" : "") + Odds.american(line);
    }

    static long micros(String dollars) {
        return Money.ofDollars(new BigDecimal(dollars));
    }

    static String dollars(long micros) {
        return Money.dollars(micros).toPlainString();
    }

    static int ppm(String percent) {
        return new BigDecimal(percent).movePointRight(4).intValueExact();
    }

    static String percent(int ppm) {
        return BigDecimal.valueOf(ppm, 4).stripTrailingZeros().toPlainString();
    }
}
