package evens.store;

import evens.model.History;
import evens.model.PastOrder;
import evens.model.Step;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The history in an SQL database, embedded in this process. {@link Projector} writes it; questions
 * are answered on a thread of their own.
 */
public final class SqlHistory implements History, AutoCloseable {
    private final SqlThread sqlThread = new SqlThread(DatabaseKind.HISTORY, Unavailable::new);
    private final Database database;
    private volatile Applied applied;

    private SqlHistory(Database database, Applied applied) {
        this.database = database;
        this.applied = applied;
    }

    /**
     * Opens the history of this folder, or begins it for this exchange. What it has is on disk.
     *
     * @param folder made if it is missing
     * @param exchangeId the id that the log carries; any number
     * @throws CannotOpenDatabase with a sentence for the operator: the file is damaged, in use, of
     *     a newer version or of another exchange
     */
    public static SqlHistory open(Path folder, long exchangeId) {
        Path file = DatabaseKind.HISTORY.file(folder);
        Database database = null;
        try {
            database = Database.open(DatabaseKind.HISTORY, folder);
            SqlHistory history = of(database, exchangeId);
            if (history.applied.exchange() != exchangeId) {
                throw Database.anotherExchange(
                        DatabaseKind.HISTORY, file, history.applied.exchange(), exchangeId);
            }
            return history;
        } catch (RuntimeException e) {
            if (database != null) {
                database.close();
            }
            throw Database.refusal(DatabaseKind.HISTORY, file, e);
        }
    }

    /** The history in this database, which may be another exchange's. */
    static SqlHistory of(Database database, long exchangeId) {
        return new SqlHistory(database, database.write(sql -> Applied.readOrMake(sql, exchangeId)));
    }

    @Override
    public CompletionStage<@Nullable PastOrder> order(long id) {
        return sqlThread.<@Nullable PastOrder>ask(
                () -> database.<@Nullable PastOrder>run(sql -> OrderRow.find(sql, id)));
    }

    @Override
    public CompletionStage<Map<Long, Long>> volumeByHour(long from, long to) {
        return sqlThread.ask(() -> database.run(sql -> HourlyVolume.between(sql, from, to)));
    }

    @Override
    public long applied() {
        return applied.sequence();
    }

    /** Steps before this one may be missing; 0 if none is. */
    long incompleteBefore() {
        return applied.incompleteBefore();
    }

    /** Asks the database how far it is. */
    Applied readApplied() {
        applied = database.run(Applied::read);
        return applied;
    }

    /**
     * Writes the rows of these steps, and that they are written, in one transaction. A kill may
     * take it back as a whole until {@link #force} returns.
     *
     * @param from how far the database is
     * @param steps in order; where one is missing the history is incomplete from then on
     * @throws IllegalStateException if the database is somewhere else; nothing is written then
     */
    Applied apply(Applied from, List<Step> steps) {
        Fold fold = new Fold();
        Applied to = from;
        for (Step step : steps) {
            fold.step(step);
            to = to.and(step);
        }
        Applied next = to;
        database.run(sql -> {
            if (!from.advance(sql, next)) {
                throw new IllegalStateException(
                        "The history is not at step %d any more.".formatted(from.sequence()));
            }
            fold.write(sql);
            return next;
        });
        applied = next;
        return next;
    }

    /**
     * Returns when the disk has all that is in the database, and how far that is: a database that
     * failed and was opened again may have lost what was applied.
     */
    Applied force() {
        database.force();
        return readApplied();
    }

    /** Answers what was asked; the projector must have been closed. */
    @Override
    public void close() {
        sqlThread.close();
        database.close();
    }
}
