package evens.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PricesTest {
    @ParameterizedTest
    @CsvSource({
        "5000, 100", // even
        "5001, -100",
        "4999, 100",
        "6667, -200",
        "3333, 200",
        "9900, -9900",
        "100, 9900",
        "5238, -110",
    })
    void aChanceHasAFairPrice(int chance, int odds) {
        assertThat(Prices.american(chance)).isEqualTo(odds);
    }

    @Test
    void whatIsAlmostCertainHasNone() {
        assertThatThrownBy(() -> Prices.american(9_901)).hasMessageContaining("9901");
    }

    @Test
    void aFairPriceStaysWhereItCanBeQuotedAndFollowsFromItsSeed() {
        FairPrice one = new FairPrice("65b036dfb31407c2b6bc1cfe", new SplittableRandom(7));
        FairPrice two = new FairPrice("65b036dfb31407c2b6bc1cfe", new SplittableRandom(7));
        for (int i = 0; i < 10_000; i++) {
            int chance = one.next();
            assertThat(chance).isEqualTo(two.next()).isBetween(2_000, 8_000);
        }
    }
}
