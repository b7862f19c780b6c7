package evens.core.ledger;

import evens.model.MarketType;
import java.util.List;

/**
 * What many bets on one game may come to, by trying every score up to {@link #MOST} to {@link
 * #MOST}.
 */
public final class Bets {
    /** So many more than the numbers in use that all scores beyond it pay the same. */
    public static final int MOST = 12;

    private static final List<MarketType> TYPES = List.of(MarketType.values());

    private Bets() {}

    /**
     * The liability by its formula: for the worst margin the sum over all market types that depend
     * on it, and the worst total, each counted only where it loses.
     */
    public static long liability(List<Bet> bets) {
        long worstMargin = 0;
        for (int margin = -MOST; margin <= MOST; margin++) {
            int away = Math.max(margin, 0);
            int home = Math.max(-margin, 0);
            long sum = 0;
            for (MarketType type : TYPES) {
                if (type != MarketType.TOTAL) {
                    sum += Math.min(0, result(bets, type, away, home));
                }
            }
            worstMargin = Math.min(worstMargin, sum);
        }
        long worstTotal = 0;
        for (int total = 0; total <= 2 * MOST; total++) {
            worstTotal = Math.min(worstTotal, result(bets, MarketType.TOTAL, 0, total));
        }
        return worstMargin + worstTotal;
    }

    /** What really can happen at worst: any score, with any market types declared void. */
    static long worst(List<Bet> bets) {
        long worst = 0;
        for (int away = 0; away <= MOST; away++) {
            for (int home = 0; home <= MOST; home++) {
                long[] results = new long[TYPES.size()];
                for (int type = 0; type < results.length; type++) {
                    results[type] = result(bets, TYPES.get(type), away, home);
                }
                for (int standing = 0; standing < 1 << results.length; standing++) {
                    worst = Math.min(worst, sum(results, standing));
                }
            }
        }
        return worst;
    }

    private static long sum(long[] results, int standing) {
        long sum = 0;
        for (int type = 0; type < results.length; type++) {
            sum += (standing >> type & 1) * results[type];
        }
        return sum;
    }

    private static long result(List<Bet> bets, MarketType type, int away, int home) {
        long sum = 0;
        for (Bet bet : bets) {
            if (bet.isOf(type)) {
                sum = Math.addExact(sum, bet.result(away, home));
            }
        }
        return sum;
    }
}
