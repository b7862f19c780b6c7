package evens.sim;

import java.math.BigInteger;

/** Odds and fills as exact fractions, amounts in micro-dollars. */
final class Fractions {
    static final long CENT = 10_000;

    private Fractions() {}

    /** The stakes of taker and maker at the maker's line: T and T·p/q, or S·q/p and S. */
    static long[] fill(long taker, long maker, int makerLine) {
        long p = profit(-makerLine)[0];
        long q = profit(-makerLine)[1];
        boolean takerIsSmaller = times(taker, p).compareTo(times(maker, q)) <= 0;
        return takerIsSmaller
                ? new long[] {taker, nearest(taker, p, q)}
                : new long[] {nearest(maker, q, p), maker};
    }

    static long win(long stake, int line) {
        return nearest(stake, profit(line)[0], profit(line)[1]);
    }

    static boolean isTooSmall(long stake, int line) {
        return stake < CENT || win(stake, line) < CENT;
    }

    static long commission(long amount, int ppm) {
        return nearest(amount, ppm, 1_000_000);
    }

    /** The profit multiple: odds over 100 for positive odds, 100 over odds for negative ones. */
    static long[] profit(int line) {
        return line >= 0 ? new long[] {1_000 + line, 1_000} : new long[] {1_000, 1_000 - line};
    }

    static BigInteger times(long a, long b) {
        return BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
    }

    private static long nearest(long amount, long p, long q) {
        BigInteger doubled = times(amount, p).shiftLeft(1).add(BigInteger.valueOf(q));
        return doubled.divide(BigInteger.valueOf(2 * q)).longValueExact();
    }
}
