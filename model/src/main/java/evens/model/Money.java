package evens.model;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Money is a {@code long} count of micro-dollars (1e-6 of a dollar). All arithmetic on it is exact
 * integer arithmetic; the only places that round are {@link #nearest} and {@link #cents}, both half
 * up.
 */
public final class Money {
    /** One dollar. */
    public static final long DOLLAR = 1_000_000;

    /** The smallest side a fill, and the smallest win an order, may have: one cent. */
    public static final long CENT = DOLLAR / 100;

    /** Smallest and largest stake of an order. */
    public static final long MIN_STAKE = DOLLAR;

    public static final long MAX_STAKE = 10_000_000 * DOLLAR;

    /** Largest single deposit, credit limit or liability limit. */
    public static final long MAX_AMOUNT = 1_000_000_000 * DOLLAR;

    /** Largest sum of all deposits and all credit of one exchange. */
    public static final long MAX_TOTAL = 4_000_000_000_000L * DOLLAR;

    /** Parts per million, the unit of commission rates. */
    public static final int PPM = 1_000_000;

    /** Largest commission rate: 10 %. */
    public static final int MAX_COMMISSION_PPM = 100_000;

    private Money() {}

    /**
     * The nearest integer to {@code amount * numerator / denominator}, halves away from zero.
     *
     * @param amount 0 to 1e13
     * @param numerator 0 to 1e6
     * @param denominator 1 to 1e6
     */
    public static long nearest(long amount, long numerator, long denominator) {
        long product = amount * numerator; // below 1e19, so it fits 64 bits without a sign
        long quotient =
                product >= 0 ? product / denominator : Long.divideUnsigned(product, denominator);
        long remainder = product - quotient * denominator;
        return remainder * 2 >= denominator ? quotient + 1 : quotient;
    }

    /** Commission at {@code ppm} on {@code amount} micro-dollars (0 to 1e13). */
    public static long commission(long amount, int ppm) {
        return ppm == 0 ? 0 : nearest(amount, ppm, PPM);
    }

    /**
     * Reads an amount with at most six decimals.
     *
     * @throws ArithmeticException if it has more decimals or does not fit
     */
    public static long ofDollars(BigDecimal dollars) {
        return dollars.movePointRight(6).longValueExact();
    }

    /** The exact amount in dollars, without trailing zeros: 30.909091, 100, 0.5. */
    public static BigDecimal dollars(long micros) {
        BigDecimal exact = BigDecimal.valueOf(micros, 6).stripTrailingZeros();
        return exact.scale() < 0 ? exact.setScale(0) : exact;
    }

    /** The amount in dollars with two decimals, half up: "30.91". */
    public static String cents(long micros) {
        return BigDecimal.valueOf(micros, 6).setScale(2, RoundingMode.HALF_UP).toPlainString();
    }
}
