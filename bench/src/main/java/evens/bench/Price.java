package evens.bench;

import evens.model.Odds;

/**
 * How a price of an order book with bids and asks is one of a book with two outcomes.
 *
 * <p>A bid backs the first outcome, an ask the second. Prices are whole numbers from 0; the one in
 * the middle is even money, the next is one point of American odds away. A higher price is worse
 * odds for a bid and better ones for an ask, so a bid and an ask cross at the same prices in both
 * worlds.
 *
 * <p>Peers count units that are the same for both sides of a trade; a bet has two stakes. So a unit
 * at a price is a stake that converts without rounding: the numerator of the odds' profit multiple
 * wins the denominator. An order rests with {@link #restingStake} for each unit, and a taker puts
 * up {@link #takingStake} for each unit that it takes.
 */
final class Price {
    /** American odds to the point: odds are lines in tenths of one. */
    private static final int STEP = 10;

    private static final int EVEN = Shape.PRICES / 2;

    /** Makes the smallest unit a stake of one dollar. */
    private static final long UNIT = 1_000;

    private Price() {}

    /** The odds of an order at this price, as its owner sees them. */
    static int line(boolean bid, int price) {
        return STEP * (bid ? EVEN - price : price - EVEN);
    }

    /** The price of an order with these odds. */
    static int of(boolean bid, int line) {
        return bid ? EVEN - line / STEP : EVEN + line / STEP;
    }

    /** Micro-dollars that one unit of an order at this price puts up. */
    static long restingStake(boolean bid, int price) {
        return UNIT * Odds.profitDenominator(line(bid, price));
    }

    /**
     * Micro-dollars that one unit puts up against such an order.
     *
     * @param bid whether the order that rests is one
     */
    static long takingStake(boolean bid, int price) {
        return UNIT * Odds.profitNumerator(line(bid, price));
    }
}
