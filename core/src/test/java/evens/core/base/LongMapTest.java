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
    private static final class Thing extends Keyed {
        Thing(long key) {
            super(key);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 7, 1L << 32, 0x9E3779B97F4A7C15L})
    void agreesWithTheJdkOnRandomOperations(long stride) {
        Random random = new Random(stride);
        LongMap<Thing> map = new LongMap<>();
        Map<Long, Thing> twin = new HashMap<>();
        for (int i = 0; i < 200_000; i++) {
            long key = (1 + random.nextInt(300)) * stride;
            if (random.nextInt(5) < 2) {
                map.remove(key);
                twin.remove(key);
            } else if (random.nextBoolean()) {
                Thing thing = new Thing(key);
                map.put(thing);
                twin.put(key, thing);
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
        LongMap<Thing> map = new LongMap<>();
        for (int i = 1; i <= size; i++) {
            map.put(new Thing(-i));
        }
        for (int i = 1; i <= size; i++) {
            assertThat(map.get(-i)).isNotNull().returns((long) -i, Thing::key);
            assertThat(map.get(i)).isNull();
        }
    }

    @Test
    void zeroIsNoKey() {
        LongMap<Thing> map = new LongMap<>();
        assertThat(map.get(0)).isNull();
        assertThatIllegalArgumentException().isThrownBy(() -> map.put(new Thing(0)));
    }
}
