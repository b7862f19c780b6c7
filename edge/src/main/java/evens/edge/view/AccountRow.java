package evens.edge.view;

/** An account as it is now. Amounts are micro-dollars. */
public record AccountRow(
        long id,
        long creditLimit,
        long maxLiability,
        int commissionPpm,
        boolean banned,
        long balance,
        long liability) {

    /** What it may bet with. */
    public long available() {
        return balance - creditLimit + liability;
    }

    AccountRow limitedTo(
            long newCreditLimit, long newMaxLiability, int newCommissionPpm, boolean ban) {
        return new AccountRow(
                id, newCreditLimit, newMaxLiability, newCommissionPpm, ban, balance, liability);
    }

    AccountRow withBalance(long newBalance) {
        return new AccountRow(
                id, creditLimit, maxLiability, commissionPpm, banned, newBalance, liability);
    }

    AccountRow withLiability(long newLiability) {
        return new AccountRow(
                id, creditLimit, maxLiability, commissionPpm, banned, balance, newLiability);
    }
}
