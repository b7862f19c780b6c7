package evens.edge.wire;

import evens.edge.view.MarketRow;
import evens.edge.view.OrderRow;
import evens.model.Money;
import evens.model.Odds;
import evens.model.Outcome;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The offers that takers of one outcome may take, best first, summed up. Odds are American, rounded
 * to a whole number, halves away from zero.
 */
final class Ladder {
    /** What the average price is asked for: a taker's stake. */
    private static final long SWEEP = 500 * Money.DOLLAR;

    /** A fraction that has no end is as good as exact here. */
    private static final int DECIMALS = 12;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final List<OrderRow> offers;

    private Ladder(List<OrderRow> offers) {
        this.offers = offers;
    }

    /** Nobody offers anything in a market that there is not. */
    static Ladder of(@Nullable MarketRow market, Outcome takers) {
        return new Ladder(market == null ? List.of() : market.forTakersOf(takers));
    }

    /** The odds at which a taker would get $500 as a whole; null if so much is not offered. */
    @Nullable BigDecimal average() {
        long missing = SWEEP;
        BigDecimal win = BigDecimal.ZERO;
        for (OrderRow offer : offers) {
            int shown = Odds.opposite(offer.line());
            long taken = Odds.takerStake(missing, offer.remaining(), shown);
            win = win.add(exactWin(taken, shown));
            missing -= taken;
            if (missing == 0) {
                return odds(win, BigDecimal.valueOf(SWEEP));
            }
        }
        return null;
    }

    /** Not to the nearest micro-dollar, which would decide where half a point goes. */
    private static BigDecimal exactWin(long stake, int line) {
        return BigDecimal.valueOf(stake)
                .multiply(BigDecimal.valueOf(Odds.profitNumerator(line)))
                .divide(BigDecimal.valueOf(Odds.profitDenominator(line)), MathContext.DECIMAL128);
    }

    /** The best odds; null if there is no offer. */
    @Nullable BigDecimal best() {
        return bestAfter(0);
    }

    /**
     * The best odds when what is won and what is lost count with their commission; null if there is
     * no offer.
     *
     * @param ppm the rate in parts per million
     */
    @Nullable BigDecimal bestAfter(int ppm) {
        if (offers.isEmpty()) {
            return null;
        }
        int shown = Odds.opposite(offers.getFirst().line());
        long win = Odds.profitNumerator(shown);
        long stake = Odds.profitDenominator(shown);
        return odds(
                BigDecimal.valueOf(win * (Money.PPM - ppm)),
                BigDecimal.valueOf(stake * Money.PPM + ppm * Math.min(win, stake)));
    }

    /** What may be staked at the best odds, in whole dollars; null if there is no offer. */
    @Nullable BigDecimal limitOfBest() {
        if (offers.isEmpty()) {
            return null;
        }
        int best = offers.getFirst().line();
        return stakes(offers.stream().takeWhile(offer -> offer.line() == best).toList());
    }

    /** What may be staked at all odds together, in whole dollars. */
    BigDecimal most() {
        return stakes(offers);
    }

    private static BigDecimal stakes(List<OrderRow> taken) {
        return taken.stream()
                .map(offer -> Money.dollars(Odds.win(offer.remaining(), offer.line())))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .setScale(0, RoundingMode.FLOOR);
    }

    /** Even money is 100, never -100. */
    private static BigDecimal odds(BigDecimal win, BigDecimal stake) {
        boolean shorter = win.compareTo(stake) < 0;
        BigDecimal more = shorter ? stake : win;
        BigDecimal less = shorter ? win : stake;
        BigDecimal points =
                more.multiply(HUNDRED)
                        .divide(less, DECIMALS, RoundingMode.HALF_UP)
                        .setScale(0, RoundingMode.HALF_UP);
        return shorter && points.compareTo(HUNDRED) > 0 ? points.negate() : points;
    }
}
