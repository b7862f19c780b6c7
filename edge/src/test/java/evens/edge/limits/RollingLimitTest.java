package evens.edge.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RollingLimitTest {
    private final AtomicLong now = new AtomicLong();

    private RollingLimit<String> limit(int limit, int mostKeys) {
        return new RollingLimit<>(limit, mostKeys, now::get);
    }

    private static String words(Allowance allowance) {
        return "%s %d %d"
                .formatted(
                        allowance.granted() ? "yes" : "no",
                        allowance.remaining(),
                        allowance.seconds());
    }

    /** Three in 60 seconds: when they ask, in milliseconds, and what the last one hears. */
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    0,                          yes 2 61
                    999,                        yes 2 61
                    0 0,                        yes 1 61
                    0 0 0,                      yes 0 61
                    0 0 0 0,                    no 0 61
                    0 0 0 59999,                no 0 2
                    0 0 0 60000,                no 0 1
                    0 0 0 60999,                no 0 1
                    0 0 0 61000,                yes 2 61
                    999 999 999 60999,          no 0 1
                    999 999 999 61000,          yes 2 61
                    0 30000 45000 59000,        no 0 2
                    0 30000 45000 61000,        yes 0 30
                    0 30000 45000 61000 61500,  no 0 30
                    0 30000 45000 91000,        yes 1 15
                    0 0 0 1000000000,           yes 2 61
                    0 0 0 10000 20000 61000,    yes 2 61
                    5000 5000 5000 0,           no 0 61
                    """)
    void heard(String asked, String expected) {
        RollingLimit<String> limit = limit(3, 10);
        String last = "";
        for (String millis : asked.split(" ", -1)) {
            now.set(Long.parseLong(millis));
            String looked = words(limit.look("ann"));
            last = words(limit.take("ann"));
            assertThat(looked.charAt(0)).as("looking tells the same").isEqualTo(last.charAt(0));
        }
        assertThat(last).isEqualTo(expected);
        assertThat(words(limit.look("bob"))).isEqualTo("yes 3 0");
    }

    /** Whoever waits as long as he is told is let in; a second less is too early. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 500, 999})
    void waitingAsLongAsTold(int millis) {
        RollingLimit<String> limit = limit(2, 10);
        now.set(millis);
        limit.take("ann");
        now.set(7_000 + millis);
        limit.take("ann");
        now.set(20_000 + millis);
        int seconds = limit.take("ann").seconds();
        now.set(20_000 + millis + 1_000L * (seconds - 1));
        assertThat(limit.take("ann").granted()).isFalse();
        now.set(20_000 + millis + 1_000L * seconds);
        assertThat(limit.take("ann").granted()).isTrue();
    }

    /** Against a list of all moments: no 60 seconds see more, and after 61 it is forgotten. */
    @Test
    void neverMoreInAnySixtySeconds() {
        Random random = new Random(1);
        RollingLimit<String> limit = limit(20, 10);
        Deque<Long> granted = new ArrayDeque<>();
        int refused = 0;
        for (int i = 0; i < 20_000; i++) {
            now.addAndGet(random.nextInt(random.nextInt(50) == 0 ? 90_000 : 4_000));
            long time = now.get();
            boolean may = limit.take("ann").granted();
            assertThat(may || granted.stream().filter(t -> t >= time - 61_000).count() >= 20)
                    .as("refused only if there were too many")
                    .isTrue();
            if (may) {
                granted.add(time);
            } else {
                refused++;
            }
            granted.removeIf(t -> t < time - 61_000);
            assertThat(granted.stream().filter(t -> t > time - 60_000).count())
                    .isLessThanOrEqualTo(20);
        }
        assertThat(refused).isGreaterThan(1_000);
    }

    @Test
    void zeroIsNoLimit() {
        RollingLimit<String> limit = limit(0, 10);
        for (int i = 0; i < 100_000; i++) {
            assertThat(limit.take("ann")).isEqualTo(new Allowance(true, 0, 0, 0));
        }
        assertThat(limit.keys()).isZero();
    }

    @Test
    void idleKeysAreForgotten() {
        RollingLimit<String> limit = limit(3, 1_000);
        for (int i = 0; i < 500; i++) {
            limit.take("early " + i);
        }
        now.set(30_000);
        for (int i = 0; i < 100; i++) {
            limit.take("late " + i);
        }
        assertThat(limit.keys()).isEqualTo(600);
        now.set(61_000);
        limit.take("one more");
        assertThat(limit.keys()).isEqualTo(101);
        now.set(200_000);
        limit.take("one more");
        assertThat(limit.keys()).isEqualTo(1);
    }

    @Test
    void ofTooManyTheLongestIdleIsForgotten() {
        RollingLimit<String> limit = limit(1, 3);
        for (String key : "ann bob cid ann dot".split(" ", -1)) {
            limit.take(key);
        }
        assertThat(limit.keys()).isEqualTo(3);
        assertThat(limit.look("bob").granted()).as("forgotten").isTrue();
        for (String key : "ann cid dot".split(" ", -1)) {
            assertThat(limit.look(key).granted()).as(key).isFalse();
        }
    }

    @Test
    void lookingRemembersNobody() {
        RollingLimit<String> limit = limit(3, 10);
        limit.look("ann");
        assertThat(limit.keys()).isZero();
    }
}
