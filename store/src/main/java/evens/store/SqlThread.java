package evens.store;

import evens.model.History;
import evens.model.Identity;
import java.util.NoSuchElementException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * The one thread that answers questions to a database. Who asks gets a stage and never waits; when
 * too much waits already, the stage has failed from the start.
 */
final class SqlThread implements AutoCloseable {
    /** Questions that may wait. */
    static final int QUEUE = 1_024;

    /** Never interrupted: an interrupt would close the database file under its reader. */
    private final ThreadPoolExecutor executor;

    private final Function<Throwable, RuntimeException> unavailable;

    /**
     * @param unavailable makes what the port says when the store can not answer
     */
    SqlThread(DatabaseKind kind, Function<Throwable, RuntimeException> unavailable) {
        this.unavailable = unavailable;
        executor =
                new ThreadPoolExecutor(
                        1,
                        1,
                        0,
                        TimeUnit.SECONDS,
                        new ArrayBlockingQueue<>(QUEUE),
                        Thread.ofPlatform().daemon().name("evens-" + kind.title()).factory());
    }

    /** A stage of the answer, or of what the port says when there is none. */
    <T extends @Nullable Object> CompletableFuture<T> ask(Supplier<T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        ask(question, answer);
        return answer;
    }

    /** Completes a stage that somebody has already. */
    <T extends @Nullable Object> void ask(Supplier<T> question, CompletableFuture<T> answer) {
        try {
            executor.execute(() -> complete(answer, question));
        } catch (RejectedExecutionException e) {
            answer.completeExceptionally(
                    unavailable(new RejectedExecutionException("closed, or too many wait")));
        }
    }

    /** Whatever the question throws ends in its stage and not in the thread. */
    private <T extends @Nullable Object> void complete(
            CompletableFuture<T> answer, Supplier<T> question) {
        T value;
        try {
            value = question.get();
        } catch (NoSuchElementException e) {
            answer.completeExceptionally(e);
            return;
        } catch (Throwable e) {
            answer.completeExceptionally(unavailable(e));
            return;
        }
        answer.complete(value);
    }

    /** The cause is what the driver said, without the values that were to be written. */
    RuntimeException unavailable(Throwable e) {
        return switch (e) {
            case Identity.Unavailable already -> already;
            case History.Unavailable already -> already;
            default -> unavailable.apply(withoutValues(e));
        };
    }

    /** What the driver said; what is around it may quote the statement. */
    static Throwable withoutValues(Throwable e) {
        return e instanceof JdbiException && e.getCause() != null ? e.getCause() : e;
    }

    /** Takes nothing new, finishes what waits. */
    @Override
    public void close() {
        executor.shutdown();
        Threads.uninterrupted(() -> {
            while (!executor.awaitTermination(1, TimeUnit.HOURS)) {}
        });
    }
}
