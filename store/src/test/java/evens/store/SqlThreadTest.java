package evens.store;

import static org.assertj.core.api.Assertions.assertThat;

import evens.model.Identity.Unavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class SqlThreadTest {
    @Test
    void refusesWhatDoesNotFitAndAnswersTheRest() {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        List<CompletableFuture<Integer>> answers = new ArrayList<>();
        CompletableFuture<Integer> first;
        try (SqlThread thread = new SqlThread(DatabaseKind.IDENTITY, Unavailable::new)) {
            first =
                    thread.ask(() -> {
                        started.countDown();
                        Threads.uninterrupted(release::await);
                        return -1;
                    });
            Threads.uninterrupted(started::await);
            for (int i = 0; i <= SqlThread.QUEUE; i++) {
                int number = i;
                answers.add(thread.ask(() -> number));
            }
            assertThat(answers.getLast().exceptionNow()).isInstanceOf(Unavailable.class);
            assertThat(answers.subList(0, SqlThread.QUEUE)).noneMatch(CompletableFuture::isDone);
            release.countDown();
        }
        assertThat(first).isCompletedWithValue(-1);
        for (int i = 0; i < SqlThread.QUEUE; i++) {
            assertThat(answers.get(i)).isCompletedWithValue(i);
        }
    }

    @Test
    void anErrorIsAnAnswer() {
        try (SqlThread thread = new SqlThread(DatabaseKind.IDENTITY, Unavailable::new)) {
            CompletableFuture<Integer> failed =
                    thread.ask(() -> {
                        throw new OutOfMemoryError("not really");
                    });
            CompletableFuture<Integer> next = thread.ask(() -> 1);
            assertThat(next.join()).isEqualTo(1);
            assertThat(failed.exceptionNow())
                    .isInstanceOf(Unavailable.class)
                    .hasCauseInstanceOf(OutOfMemoryError.class);
        }
    }
}
