package evens.core.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The heap against a list that is sorted each time. */
class DeadlinesTest {
    private static final class Thing extends Due {
        private final int kind;

        Thing(long id, int kind) {
            super(id);
            this.kind = kind;
        }

        @Override
        protected int dueKind() {
            return kind;
        }
    }

    private final Deadlines deadlines = new Deadlines();

    @Test
    void agreesWithASortedListOnRandomOperations() {
        Random random = new Random(1);
        List<Thing> twin = new ArrayList<>();
        Comparator<Thing> earliestFirst =
                Comparator.<Thing>comparingLong(thing -> thing.dueMillis)
                        .thenComparingLong(thing -> thing.key)
                        .thenComparingInt(thing -> thing.kind);
        for (int i = 0; i < 20_000; i++) {
            int dice = random.nextInt(10);
            if (dice < 5) {
                Thing thing = new Thing(i / 2, i % 2);
                deadlines.add(thing, random.nextInt(50));
                twin.add(thing);
            } else if (dice < 8 && !twin.isEmpty()) {
                Thing calledOff = twin.remove(random.nextInt(twin.size()));
                deadlines.remove(calledOff);
                deadlines.remove(calledOff);
            } else if (!twin.isEmpty()) {
                twin.sort(earliestFirst);
                assertThat(deadlines.next()).isEqualTo(twin.get(0).dueMillis);
                assertThat(deadlines.takeFirst()).isSameAs(twin.remove(0));
            }
        }
        twin.sort(earliestFirst);
        for (Thing thing : twin) {
            assertThat(deadlines.takeFirst()).isSameAs(thing);
        }
        assertThat(deadlines.next()).isEqualTo(Deadlines.NEVER);
    }

    @Test
    void nothingWaitsTwice() {
        Thing thing = new Thing(1, 0);
        deadlines.add(thing, 5);
        assertThatIllegalStateException().isThrownBy(() -> deadlines.add(thing, 6));
        assertThat(deadlines.takeFirst()).isSameAs(thing);
        deadlines.add(thing, 6);
        assertThat(deadlines.next()).isEqualTo(6);
    }

    @Test
    void holdsMoreThanItBeganWith() {
        for (int i = 5_000; i > 0; i--) {
            deadlines.add(new Thing(i, 0), i);
        }
        for (int i = 1; i <= 5_000; i++) {
            assertThat(deadlines.takeFirst().key()).isEqualTo(i);
        }
    }
}
