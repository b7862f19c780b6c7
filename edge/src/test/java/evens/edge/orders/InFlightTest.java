package evens.edge.orders;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How much may be under way at a time. */
final class InFlightTest {
    private final InFlight inFlight = new InFlight();

    @Test
    void oneThousandAndTwentyFourMessages() {
        for (int i = 0; i < 1_024; i++) {
            assertThat(inFlight.begin(1)).isTrue();
        }
        assertThat(inFlight.begin(1)).isFalse();
        inFlight.end(1);
        assertThat(inFlight.begin(1)).isTrue();
        assertThat(inFlight.begin(1)).isFalse();
    }

    @Test
    void oneHundredThousandOrders() {
        for (int i = 0; i < 100; i++) {
            assertThat(inFlight.begin(1_000)).isTrue();
        }
        assertThat(inFlight.begin(1)).isFalse();
        inFlight.end(1_000);
        assertThat(inFlight.begin(1_000)).isTrue();
    }
}
