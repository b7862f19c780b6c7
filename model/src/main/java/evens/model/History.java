package evens.model;

import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * What was, in SQL: written from the recorded feed, a little behind it, and for as long as the disk
 * lasts. Stages complete on a thread of the store, and with {@link Unavailable} when the store can
 * not answer.
 */
public interface History {
    /**
     * An order as it was after step {@link #applied}, or later; null if no step that was written
     * tells of it.
     *
     * @param id number behind {@link Ids#ORDER}
     */
    CompletionStage<@Nullable PastOrder> order(long id);

    /**
     * What was matched in each hour: both stakes, micro-dollars, by hours since 1970. Hours without
     * matches are left out.
     *
     * @param from the first hour
     * @param to the hour after the last one
     */
    CompletionStage<Map<Long, Long>> volumeByHour(long from, long to);

    /** The last step that was written, 0 if none was. Answers from memory, on any thread. */
    long applied();

    /** The store can not answer now. */
    final class Unavailable extends RuntimeException {
        public Unavailable(Throwable cause) {
            super("the history does not answer", cause);
        }
    }
}
