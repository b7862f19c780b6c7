package evens.edge.wire;

import java.math.BigDecimal;

/** Handicaps and totals: in quarters inside, with decimals on the wire. */
public final class Numbers {
    private static final BigDecimal FOUR = BigDecimal.valueOf(4);

    private Numbers() {}

    /** The number of so many quarters, without trailing zeros: 3.5, -0.25, 7. */
    public static BigDecimal decimal(int quarters) {
        BigDecimal number = BigDecimal.valueOf(quarters * 25L, 2).stripTrailingZeros();
        return number.scale() < 0 ? number.setScale(0) : number;
    }

    /**
     * The quarters of a number.
     *
     * @throws ArithmeticException unless it is a multiple of 0.25 that fits
     */
    public static int quarters(BigDecimal number) {
        return number.multiply(FOUR).intValueExact();
    }
}
