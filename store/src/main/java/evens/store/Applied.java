package evens.store;

import evens.model.Step;
import org.jdbi.v3.core.Handle;

/**
 * How far the history is. Its row is written in the transaction that writes the steps' rows.
 *
 * @param exchange whose history it is
 * @param sequence the last step in it, 0 if there is none
 * @param atMillis when that step was
 * @param incompleteBefore steps before this one may be missing; 0 if none is
 */
record Applied(long exchange, long sequence, long atMillis, long incompleteBefore) {

    /** With this step too, and with what is missing between. */
    Applied and(Step step) {
        if (step.sequence() <= sequence) {
            throw new IllegalArgumentException(
                    "step " + step.sequence() + " came after step " + sequence);
        }
        boolean follows = step.sequence() == sequence + 1;
        return new Applied(
                exchange,
                step.sequence(),
                step.timeMillis(),
                follows ? incompleteBefore : step.sequence());
    }

    /** Reads the row; a fresh database gets this exchange and no step. */
    static Applied readOrMake(Handle handle, long exchange) {
        handle.createUpdate(
                        """
                        insert into applied (exchange, sequence, at_millis, incomplete_before)
                        select :exchange, 0, 0, 0
                        where not exists (select 1 from applied)
                        """)
                .bind("exchange", exchange)
                .execute();
        return read(handle);
    }

    static Applied read(Handle handle) {
        return handle.createQuery(
                        """
                        select exchange, sequence, at_millis, incomplete_before
                        from applied
                        """)
                .map((row, context) ->
                        new Applied(
                                row.getLong("exchange"),
                                row.getLong("sequence"),
                                row.getLong("at_millis"),
                                row.getLong("incomplete_before")))
                .one();
    }

    /** Goes on to the next; false if the database is not here any more. */
    boolean advance(Handle handle, Applied next) {
        return handle.createUpdate(
                                """
                                update applied
                                set sequence = :next,
                                    at_millis = :atMillis,
                                    incomplete_before = :incompleteBefore
                                where sequence = :sequence
                                """)
                        .bind("sequence", sequence)
                        .bind("next", next.sequence)
                        .bind("atMillis", next.atMillis)
                        .bind("incompleteBefore", next.incompleteBefore)
                        .execute()
                == 1;
    }
}
