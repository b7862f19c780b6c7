package evens.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {
    private static final long MICRO_DOLLAR = 1;

    @ParameterizedTest
    @CsvSource({
        "7, 1, 2, 4",
        "5, 1, 2, 3",
        "10, 1, 3, 3",
        "11, 1, 3, 4",
        "0, 1000000, 1, 0",
        "10000000000000, 1000000, 1000000, 10000000000000",
        "10000000000000, 1000000, 1000, 10000000000000000",
        "9999999999999, 999999, 1000000, 9999989999999",
    })
    void roundsHalfUp(long amount, long numerator, long denominator, long nearest) {
        assertThat(Money.nearest(amount, numerator, denominator)).isEqualTo(nearest);
    }

    @Test
    void agreesWithExactArithmeticOverTheWholeRange() {
        Random random = new Random(4);
        for (int i = 0; i < 200_000; i++) {
            long amount = random.nextLong(Money.MAX_STAKE + 1);
            long numerator = random.nextLong(1_000_001);
            long denominator = 1 + random.nextLong(1_000_000);
            BigInteger[] exact =
                    BigInteger.valueOf(amount)
                            .multiply(BigInteger.valueOf(2 * numerator))
                            .add(BigInteger.valueOf(denominator))
                            .divideAndRemainder(BigInteger.valueOf(2 * denominator));
            assertThat(Money.nearest(amount, numerator, denominator))
                    .isEqualTo(exact[0].longValueExact());
        }
    }

    /**
     * Documented and observed fills: stake, odds, rate; risk and win after commission, win before.
     */
    @ParameterizedTest
    @CsvSource({
        "50, -175, 1, 50.285714, 28.285714, 28.571429",
        "50, -110, 1, 50.454545, 45, 45.454545",
        "50, -104, 1, 50.480769, 47.596154, 48.076923",
        "185, -185, 1, 186, 99, 100",
        "100, -186, 1, 100.537634, 53.225806, 53.763441",
        "25, 185, 1, 25.25, 45.7875, 46.25",
        "5, 140, 1, 5.05, 6.93, 7",
        "5, 141, 1, 5.05, 6.9795, 7.05",
        "20, 185, 0.75, 20.15, 36.7225, 37",
        "29, -145, 0.75, 29.15, 19.85, 20",
        "60, 110, 1, 60.60, 65.34, 66",
        "30.909091, 110, 1, 31.218182, 33.66, 34",
        "100, -105, 0, 100, 95.238095, 95.238095",
    })
    void takersPayCommission(
            BigDecimal stake,
            int odds,
            BigDecimal percent,
            BigDecimal risk,
            BigDecimal win,
            BigDecimal gross) {
        long a = Money.ofDollars(stake);
        long g = Odds.win(a, Odds.line(odds * 10));
        int ppm = percent.movePointRight(4).intValueExact();
        assertThat(g).isEqualTo(Money.ofDollars(gross));
        assertThat(g - Money.commission(g, ppm))
                .isCloseTo(Money.ofDollars(win), within(MICRO_DOLLAR));
        assertThat(a + Money.commission(Math.min(a, g), ppm)).isEqualTo(Money.ofDollars(risk));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0.00",
        "1, 0.000001, 0.00",
        "5000, 0.005, 0.01",
        "4999, 0.004999, 0.00",
        "30909091, 30.909091, 30.91",
        "100000000, 100, 100.00",
        "500000, 0.5, 0.50",
        "-59500000, -59.5, -59.50",
        "10000000000000, 10000000, 10000000.00",
    })
    void isWrittenExactlyAndInCents(long micros, String dollars, String cents) {
        assertThat(Money.dollars(micros).toPlainString()).isEqualTo(dollars);
        assertThat(Money.cents(micros)).isEqualTo(cents);
        assertThat(Money.ofDollars(new BigDecimal(dollars))).isEqualTo(micros);
    }

    @ParameterizedTest
    @CsvSource({"0.0000001", "1.2345678", "9223372036855", "1e15"})
    void refusesWhatIsNoCountOfMicroDollars(BigDecimal dollars) {
        assertThatThrownBy(() -> Money.ofDollars(dollars)).isInstanceOf(ArithmeticException.class);
    }

    @ParameterizedTest
    @CsvSource({"1.10e2, 110000000", "110.500000000, 110500000", "1e-6, 1"})
    void readsAnyWayOfWritingANumber(BigDecimal dollars, long micros) {
        assertThat(Money.ofDollars(dollars)).isEqualTo(micros);
    }
}
