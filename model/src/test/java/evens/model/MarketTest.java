package evens.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarketTest {
    /** Away with 3.5 and home with -3.5 are the two sides of one spread. */
    @Test
    void aSpreadsNumberTurnsWithTheSide() {
        Market market = Market.spread(14);
        assertThat(market.numberFor(Outcome.FIRST)).isEqualTo(14);
        assertThat(market.numberFor(Outcome.SECOND)).isEqualTo(-14);
        assertThat(Market.spread(0).numberFor(Outcome.SECOND)).isZero();
    }

    @Test
    void aTotalIsTheSameForBoth() {
        Market market = Market.total(882);
        assertThat(market.numberFor(Outcome.FIRST)).isEqualTo(882);
        assertThat(market.numberFor(Outcome.SECOND)).isEqualTo(882);
    }

    @ParameterizedTest
    @ValueSource(ints = {-4_000, -2, 0, 2, 4, 4_000})
    void wholeAndHalfNumbersAreSettledAtOnce(int number) {
        assertThat(Market.spread(number).isQuarter()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {-3_999, -3, -1, 1, 3, 3_999})
    void quarterNumbersAreSettledAsTwoHalves(int number) {
        assertThat(Market.spread(number).isQuarter()).isTrue();
    }

    @Test
    void differentQuestionsAreDifferentMarkets() {
        assertThat(
                        Set.of(
                                Market.MONEYLINE,
                                Market.spread(0),
                                Market.spread(1),
                                Market.spread(-1),
                                Market.total(0),
                                Market.threeWay(Subject.AWAY),
                                Market.threeWay(Subject.HOME),
                                Market.threeWay(Subject.DRAW)))
                .hasSize(8);
    }
}
