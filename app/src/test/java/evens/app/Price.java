package evens.app;

import java.math.BigDecimal;
import java.math.BigInteger;

/** American odds in tenths of a point: -1105 is -110.5. Even money is 1000, never -1000. */
record Price(int tenths) {
    private static final BigInteger THOUSAND = BigInteger.valueOf(1_000);

    static Price of(BigDecimal american) {
        int tenths = american.movePointRight(1).intValueExact();
        return new Price(tenths == -1_000 ? 1_000 : tenths);
    }

    /** Of a line: how far the odds are from even money, in tenths. */
    static Price ofLine(int line) {
        return new Price(line >= 0 ? line + 1_000 : line - 1_000);
    }

    /** As it is written. */
    BigDecimal american() {
        return BigDecimal.valueOf(tenths, 1);
    }

    Price opposite() {
        return new Price(tenths == 1_000 ? 1_000 : -tenths);
    }

    /** Better for its bettor the larger it is; even money is 0. */
    int line() {
        return tenths > 0 ? tenths - 1_000 : tenths + 1_000;
    }

    /** What a stake wins, to the nearest micro-dollar. */
    BigInteger win(BigInteger stake) {
        BigInteger size = BigInteger.valueOf(Math.abs(tenths));
        return tenths > 0 ? nearest(stake, size, THOUSAND) : nearest(stake, THOUSAND, size);
    }

    /** Half up. */
    static BigInteger nearest(BigInteger amount, BigInteger numerator, BigInteger denominator) {
        BigInteger twice = amount.multiply(numerator).shiftLeft(1).add(denominator);
        return twice.divide(denominator.shiftLeft(1));
    }
}
