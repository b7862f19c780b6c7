package evens.core.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The map against the JDK's. */
class LongMapTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 7, 1L << 32, 0x9E3779B97F4A7C15L})
    void agreesWithTheJdkOnRandomOperations(long stride) {
        Random random = new Random(stride);
        LongMap<Integer> map = new LongMap<>();
        Map<Long, Integer> twin = new HashMap<>();
        for (int i = 0; i < 200_000; i++) {
            long key = (1 + random.nextInt(300)) * stride;
            if (random.nextInt(5) < 2) {
                map.remove(key);
                twin.remove(key);
            } else if (random.nextBoolean()) {
                map.put(key, i);
                twin.put(key, i);
            }
            assertThat(map.get(key)).isEqualTo(twin.get(key));
        }
        for (long n = 0; n <= 301; n++) {
            assertThat(map.get(n * stride)).isEqualTo(twin.get(n * stride));
        }
    }

    @Test
    void growsAndKeepsEverything() {
        int size = 100_000;
        LongMap<Integer> map = new LongMap<>();
        for (int i = 1; i <= size; i++) {
            map.put(-i, i);
        }
        for (int i = 1; i <= size; i++) {
            assertThat(map.get(-i)).isEqualTo(i);
            assertThat(map.get(i)).isNull();
        }
    }

    @Test
    void zeroIsNoKey() {
        LongMap<String> map = new LongMap<>();
        assertThat(map.get(0)).isNull();
        assertThatIllegalArgumentException().isThrownBy(() -> map.put(0, "x"));
    }
}
