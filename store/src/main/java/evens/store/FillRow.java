package evens.store;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * One half of a match.
 *
 * @param order the account's own order
 * @param line the account's own odds
 * @param win gross, before commission
 */
record FillRow(
        long transaction,
        boolean maker,
        long order,
        long account,
        long game,
        int line,
        long stake,
        long win,
        long feeIfWon,
        long feeIfLost,
        long matchedAtMillis) {
    private static final String INSERT =
            """
            insert into fills (transaction, maker, order_id, account, game, line, stake, win,
                               fee_if_won, fee_if_lost, matched_at_millis)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    static void insert(Handle handle, List<FillRow> rows) {
        Rows.each(handle, INSERT, rows, FillRow::bind);
    }

    private void bind(PreparedBatch batch) {
        batch.bind(0, transaction)
                .bind(1, maker)
                .bind(2, order)
                .bind(3, account)
                .bind(4, game)
                .bind(5, line)
                .bind(6, stake)
                .bind(7, win)
                .bind(8, feeIfWon)
                .bind(9, feeIfLost)
                .bind(10, matchedAtMillis);
    }
}
