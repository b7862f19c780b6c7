package evens.edge.view;

/** An account as it is now. Amounts are micro-dollars. */
public record AccountRow(
        long id,
        long creditLimit,
        long maxLiability,
        int commissionPpm,
        long balance,
        long liability) {

    AccountRow withBalance(long newBalance) {
        return new AccountRow(id, creditLimit, maxLiability, commissionPpm, newBalance, liability);
    }

    AccountRow withLiability(long newLiability) {
        return new AccountRow(id, creditLimit, maxLiability, commissionPpm, balance, newLiability);
    }
}
