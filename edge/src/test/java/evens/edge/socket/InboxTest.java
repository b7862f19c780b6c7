package evens.edge.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What other threads bring to an event loop. */
final class InboxTest {
    private final Deque<Runnable> loop = new ArrayDeque<>();
    private final List<String> done = new ArrayList<>();
    private final Inbox inbox = new Inbox(loop::add, () -> done.add("sent"));

    @Test
    void whatCameBeforeATurnIsDoneInItInOrder() {
        inbox.add(() -> done.add("a"));
        inbox.add(() -> done.add("b"));
        assertThat(loop).hasSize(1);
        loop.remove().run();
        assertThat(done).containsExactly("a", "b", "sent");
        assertThat(loop).isEmpty();
    }

    @Test
    void aTurnIsBounded() {
        for (int i = 0; i < 257; i++) {
            inbox.add(() -> done.add("x"));
        }
        loop.remove().run();
        assertThat(done).hasSize(257).endsWith("x", "sent");
        loop.remove().run();
        assertThat(done).hasSize(259).endsWith("x", "sent");
        assertThat(loop).isEmpty();
    }

    @Test
    void aDefectHoldsNothingUp() {
        inbox.add(() -> {
            throw new IllegalStateException("on purpose");
        });
        inbox.add(() -> done.add("a"));
        loop.remove().run();
        assertThat(done).containsExactly("a", "sent");
    }
}
