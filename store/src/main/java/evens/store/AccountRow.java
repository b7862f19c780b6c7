package evens.store;

import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** What a batch of steps changed of an account; null is what it did not change. */
final class AccountRow {
    private static final String UPDATE =
            """
            update accounts
            set credit_limit = coalesce(:creditLimit, credit_limit),
                max_liability = coalesce(:maxLiability, max_liability),
                commission_ppm = coalesce(:commissionPpm, commission_ppm),
                banned = coalesce(:banned, banned),
                balance = coalesce(:balance, balance),
                liability = coalesce(:liability, liability)
            where id = :id
            """;

    private static final String INSERT =
            """
            insert into accounts (id, credit_limit, max_liability, commission_ppm, banned,
                                  balance, liability)
            values (:id, :creditLimit, :maxLiability, :commissionPpm, :banned,
                    :balance, :liability)
            """;

    private final long id;
    private @Nullable Long creditLimit;
    private @Nullable Long maxLiability;
    private @Nullable Integer commissionPpm;
    private @Nullable Boolean banned;
    private @Nullable Long balance;
    private @Nullable Long liability;

    AccountRow(long id) {
        this.id = id;
    }

    void limits(long newCreditLimit, long newMaxLiability, int newCommissionPpm, boolean isBanned) {
        creditLimit = newCreditLimit;
        maxLiability = newMaxLiability;
        commissionPpm = newCommissionPpm;
        banned = isBanned;
    }

    void balance(long newBalance) {
        balance = newBalance;
    }

    void liability(long newLiability) {
        liability = newLiability;
    }

    static void write(Handle handle, Collection<AccountRow> rows) {
        List<AccountRow> changed = List.copyOf(rows);
        Rows.updateOrInsert(handle, UPDATE, INSERT, changed, AccountRow::bind, AccountRow::bind);
    }

    private void bind(PreparedBatch batch) {
        batch.bind("id", id)
                .bind("creditLimit", creditLimit)
                .bind("maxLiability", maxLiability)
                .bind("commissionPpm", commissionPpm)
                .bind("banned", banned)
                .bind("balance", balance)
                .bind("liability", liability);
    }
}
