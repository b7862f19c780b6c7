package evens.core.ledger;

import evens.model.Market;
import evens.model.MarketType;
import evens.model.Money;
import evens.model.Outcome;
import evens.model.Subject;

/**
 * What a wager pays, as a function of one whole number: the away participant's margin, or for
 * totals both scores together.
 *
 * <p>Every wager there is pays one amount below some point, one at it and one above it. A moneyline
 * turns at a margin of 0, where it is refunded. A spread is a moneyline that turns elsewhere. A
 * three-way question turns at 0 and is lost or won there. A half number lies between two points, so
 * that nothing is special at the turn. A quarter number is two half stakes on the two numbers
 * beside it, the smaller half on the lower number, each with its own commission: at the turn one of
 * them is refunded.
 *
 * <p>One object is set and read again and again.
 */
final class Payoff {
    /** The first whole number that does not pay {@link #below}. */
    int turn;

    long below;
    long at;
    long above;

    void of(Market market, Outcome outcome, long stake, long win, int commissionPpm) {
        switch (market.type()) {
            case MONEYLINE -> {
                turn = 0;
                set(
                        outcome == Outcome.FIRST,
                        won(win, commissionPpm),
                        0,
                        lost(stake, win, commissionPpm));
            }
            case MONEYLINE_1X2 -> {
                turn = 0;
                threeWay(
                        market.subject(),
                        outcome == Outcome.FIRST,
                        won(win, commissionPpm),
                        lost(stake, win, commissionPpm));
            }
            case SPREAD, TOTAL -> number(market, outcome, stake, win, commissionPpm);
        }
    }

    /** Pays {@code won} above the turn, or below it if it is won there. */
    private void set(boolean wonAbove, long won, long middle, long lost) {
        above = wonAbove ? won : lost;
        at = middle;
        below = wonAbove ? lost : won;
    }

    private void threeWay(Subject subject, boolean yes, long won, long lost) {
        long ifSo = yes ? won : lost;
        long ifNot = yes ? lost : won;
        above = subject == Subject.AWAY ? ifSo : ifNot;
        at = subject == Subject.DRAW ? ifSo : ifNot;
        below = subject == Subject.HOME ? ifSo : ifNot;
    }

    /**
     * Spreads and totals. The first outcome wins where four times the whole number is above the
     * threshold: over a total, or with the away participant's handicap taken from its margin.
     */
    private void number(Market market, Outcome outcome, long stake, long win, int ppm) {
        boolean spread = market.type() == MarketType.SPREAD;
        int threshold = spread ? -market.number() : market.number();
        boolean first = outcome == Outcome.FIRST;
        if (!market.isQuarter()) {
            boolean whole = Math.floorMod(threshold, 4) == 0;
            long won = won(win, ppm);
            turn = Math.ceilDiv(threshold, 4);
            set(first, won, 0, lost(stake, win, ppm));
            if (!whole) {
                at = above;
            }
            return;
        }
        long smallerStake = stake / 2;
        long smallerWin = win / 2;
        long largerStake = stake - smallerStake;
        long largerWin = win - smallerWin;
        long won = won(smallerWin, ppm) + won(largerWin, ppm);
        long lost = lost(smallerStake, smallerWin, ppm) + lost(largerStake, largerWin, ppm);
        // A spread's lower number is the higher threshold.
        boolean refundedAbove = Math.floorMod(threshold, 4) == 3;
        turn = refundedAbove ? Math.ceilDiv(threshold, 4) : Math.floorDiv(threshold, 4);
        boolean decidedIsHigher = !refundedAbove;
        boolean decidedIsSmaller = decidedIsHigher == spread;
        long decidedStake = decidedIsSmaller ? smallerStake : largerStake;
        long decidedWin = decidedIsSmaller ? smallerWin : largerWin;
        boolean decidedIsWon = first == refundedAbove;
        set(
                first,
                won,
                decidedIsWon ? won(decidedWin, ppm) : lost(decidedStake, decidedWin, ppm),
                lost);
    }

    private static long won(long win, int ppm) {
        return win - Money.commission(win, ppm);
    }

    private static long lost(long stake, long win, int ppm) {
        return -stake - Money.commission(Math.min(stake, win), ppm);
    }

    /** Commission if the wager is won whole. */
    static long feeIfWon(Market market, long win, int ppm) {
        return market.isQuarter()
                ? Money.commission(win / 2, ppm) + Money.commission(win - win / 2, ppm)
                : Money.commission(win, ppm);
    }

    /** Commission if the wager is lost whole. */
    static long feeIfLost(Market market, long stake, long win, int ppm) {
        if (!market.isQuarter()) {
            return Money.commission(Math.min(stake, win), ppm);
        }
        long lower = Math.min(stake / 2, win / 2);
        long upper = Math.min(stake - stake / 2, win - win / 2);
        return Money.commission(lower, ppm) + Money.commission(upper, ppm);
    }
}
