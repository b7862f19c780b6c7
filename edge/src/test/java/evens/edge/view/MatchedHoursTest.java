package evens.edge.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Volumes by the hour, as far back as they are remembered. */
class MatchedHoursTest {
    private static final long HOUR = 3_600_000;

    private final MatchedHours hours = new MatchedHours();

    private Map<Long, Long> all() {
        return hours.between(0, Long.MAX_VALUE);
    }

    @Test
    void stakesOfAnHourAreOneSum() {
        hours.add(100 * HOUR, 1);
        hours.add(101 * HOUR - 1, 2);
        hours.add(101 * HOUR, 4);
        assertThat(all()).isEqualTo(Map.of(100L, 3L, 101L, 4L));
        assertThat(hours.between(100, 101)).isEqualTo(Map.of(100L, 3L));
        assertThat(hours.between(101, 101)).isEmpty();
    }

    @Test
    void twoDaysAreRemembered() {
        for (long hour = 1; hour <= 50; hour++) {
            hours.add(hour * HOUR, hour);
        }
        assertThat(all()).hasSize(48).doesNotContainKeys(1L, 2L).containsEntry(3L, 3L);
        hours.add(3 * HOUR, 1);
        assertThat(all()).containsEntry(3L, 4L);
        hours.add(51 * HOUR, 1);
        assertThat(all()).hasSize(48).doesNotContainKey(3L);
    }
}
