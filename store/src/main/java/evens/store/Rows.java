package evens.store;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Many rows in one go. */
final class Rows {
    private Rows() {}

    /** Runs the statement once for each row. */
    static <R> int[] each(
            Handle handle, String statement, List<R> rows, BiConsumer<R, PreparedBatch> bind) {
        if (rows.isEmpty()) {
            return new int[0];
        }
        try (PreparedBatch batch = handle.prepareBatch(statement)) {
            for (R row : rows) {
                bind.accept(row, batch);
                batch.add();
            }
            return batch.execute();
        }
    }

    /** Updates the rows that there are and inserts the others. */
    static <R> void updateOrInsert(
            Handle handle,
            String update,
            String insert,
            List<R> rows,
            BiConsumer<R, PreparedBatch> bindUpdate,
            BiConsumer<R, PreparedBatch> bindInsert) {
        int[] counts = each(handle, update, rows, bindUpdate);
        List<R> missing = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] == 0) {
                missing.add(rows.get(i));
            }
        }
        each(handle, insert, missing, bindInsert);
    }
}
