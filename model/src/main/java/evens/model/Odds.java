package evens.model;

import java.math.BigDecimal;

/**
 * American odds on a line through even money.
 *
 * <p>American odds jump from -100 to +100, which are the same price. A <em>line</em> closes the
 * gap: {@code 10 * (o - 100)} for positive odds {@code o}, {@code 10 * (o + 100)} for negative
 * ones. So even money is 0, +110 is 100, -110 is -100, one unit is a tenth of a point. The opposite
 * side of a bet has the negative line; a larger line is better for its bettor; a maker and a taker
 * on opposite sides match if and only if the sum of their lines is not above 0.
 */
public final class Odds {
    /** American odds reach from -100000 to 100000. */
    public static final int MAX_LINE = 999_000;

    private static final int EVEN = 1_000; // odds of 100, in tenths

    private Odds() {}

    /**
     * The line of odds in tenths of a point: 1945 is +194.5.
     *
     * @throws IllegalArgumentException unless 1000 &lt;= |tenths| &lt;= 1000000
     */
    public static int line(int tenths) {
        int size = Math.abs(tenths);
        if (size < EVEN || size > MAX_LINE + EVEN) {
            throw new IllegalArgumentException("odds out of range: " + tenths + " tenths");
        }
        return tenths > 0 ? tenths - EVEN : tenths + EVEN;
    }

    /** Odds in tenths of a point; even money is +1000, never -1000. */
    public static int tenths(int line) {
        return line >= 0 ? line + EVEN : line - EVEN;
    }

    /** American odds as they are written: 110, -110, 194.5. */
    public static BigDecimal american(int line) {
        int tenths = tenths(line);
        return tenths % 10 == 0 ? BigDecimal.valueOf(tenths / 10) : BigDecimal.valueOf(tenths, 1);
    }

    /** The line as the other side of the bet sees it. */
    public static int opposite(int line) {
        return -line;
    }

    /** The profit multiple of a stake is {@code profitNumerator / profitDenominator}, exactly. */
    public static long profitNumerator(int line) {
        return line >= 0 ? line + EVEN : EVEN;
    }

    public static long profitDenominator(int line) {
        return line >= 0 ? EVEN : EVEN - line;
    }

    /** What a stake wins at this line, before commission, to the nearest micro-dollar. */
    public static long win(long stake, int line) {
        return Money.nearest(stake, profitNumerator(line), profitDenominator(line));
    }

    /**
     * The taker's stake of a fill at the line shown to the taker: all the taker has left, or as
     * much as the maker's remaining stake covers.
     */
    public static long takerStake(long takerRemaining, long makerRemaining, int shownLine) {
        return takerIsSmaller(takerRemaining, makerRemaining, shownLine)
                ? takerRemaining
                : win(makerRemaining, opposite(shownLine));
    }

    /** The maker's stake of the same fill: what the taker's stake wins. */
    public static long makerStake(long takerRemaining, long makerRemaining, int shownLine) {
        return takerIsSmaller(takerRemaining, makerRemaining, shownLine)
                ? win(takerRemaining, shownLine)
                : makerRemaining;
    }

    private static boolean takerIsSmaller(long taker, long maker, int shownLine) {
        long wanted = taker * profitNumerator(shownLine);
        long offered = maker * profitDenominator(shownLine);
        return Long.compareUnsigned(wanted, offered) <= 0;
    }
}
