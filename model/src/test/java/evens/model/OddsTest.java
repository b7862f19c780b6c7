package evens.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OddsTest {
    @ParameterizedTest
    @CsvSource({
        "1000, 0, 100",
        "1100, 100, 110",
        "-1100, -100, -110",
        "1945, 945, 194.5",
        "-1195, -195, -119.5",
        "-1001, -1, -100.1",
        "1001, 1, 100.1",
        "1000000, 999000, 100000",
        "-1000000, -999000, -100000",
    })
    void lieOnALineThroughEvenMoney(int tenths, int line, String american) {
        assertThat(Odds.line(tenths)).isEqualTo(line);
        assertThat(Odds.tenths(line)).isEqualTo(tenths);
        assertThat(Odds.american(line).toPlainString()).isEqualTo(american);
    }

    @Test
    void bothSignsOfEvenMoneyAreWrittenAsPlus() {
        assertThat(Odds.line(-1000)).isZero();
        assertThat(Odds.tenths(0)).isEqualTo(1000);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 999, -999, 1_000_001, -1_000_001, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void refusesOddsOutOfRange(int tenths) {
        assertThatIllegalArgumentException().isThrownBy(() -> Odds.line(tenths));
    }

    @Test
    void largerIsBetterForTheBettor() {
        long last = 0;
        for (int line = -Odds.MAX_LINE; line <= Odds.MAX_LINE; line += 37) {
            long win = Odds.win(Money.MAX_STAKE, line);
            assertThat(win).isGreaterThan(last);
            last = win;
        }
    }

    /** Entries of a live book: what the taker may stake is the stake over the odds shown. */
    @ParameterizedTest
    @CsvSource({
        "110, 100, 90.909091",
        "-112, 222, 248.64",
        "-118, 222, 261.96",
        "-132, 777, 1025.64",
        "-144, 250, 360",
        "100, 222, 222",
        "-102, 222, 226.44",
        "-114, 777, 885.78",
        "-123, 250, 307.5",
        "120, 500, 416.666667",
        "120, 600, 500",
    })
    void anOfferCanBeTakenForItsStakeOverTheOddsShown(
            int shown, BigDecimal bet, BigDecimal sumUntaken) {
        long maker = Money.ofDollars(bet);
        int line = Odds.line(shown * 10);
        assertThat(Odds.takerStake(Money.MAX_STAKE, maker, line))
                .isEqualTo(Money.ofDollars(sumUntaken));
        assertThat(Odds.makerStake(Money.MAX_STAKE, maker, line)).isEqualTo(maker);
    }

    @ParameterizedTest
    @CsvSource({
        "60, 100, 110, 60, 66",
        "50, 34, 110, 30.909091, 34",
        "300, 100, -185, 185, 100",
        "185, 100, -185, 185, 100",
        "184.999999, 100, -185, 184.999999, 99.999999",
        "10000000, 10000000, 100000, 10000, 10000000",
        "10000000, 10000000, -100000, 10000000, 10000",
    })
    void aFillIsTheSmallerOfBothSides(
            BigDecimal taker, BigDecimal maker, int shown, BigDecimal takes, BigDecimal gives) {
        int line = Odds.line(shown * 10);
        long t = Money.ofDollars(taker);
        long m = Money.ofDollars(maker);
        assertThat(Odds.takerStake(t, m, line)).isEqualTo(Money.ofDollars(takes));
        assertThat(Odds.makerStake(t, m, line)).isEqualTo(Money.ofDollars(gives));
    }

    @Test
    void neitherSideGivesMoreThanItHas() {
        Random random = new Random(5);
        for (int i = 0; i < 200_000; i++) {
            long taker = 1 + random.nextLong(1L << random.nextInt(1, 43));
            long maker = 1 + random.nextLong(1L << random.nextInt(1, 43));
            int line = random.nextInt(-Odds.MAX_LINE, Odds.MAX_LINE + 1);
            long takes = Odds.takerStake(taker, maker, line);
            long gives = Odds.makerStake(taker, maker, line);
            assertThat(takes).isBetween(0L, taker);
            assertThat(gives).isBetween(0L, maker);
            assertThat(takes == taker || gives == maker).isTrue();
        }
    }
}
