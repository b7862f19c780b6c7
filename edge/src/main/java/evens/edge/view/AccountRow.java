package evens.edge.view;

/**
 * An account as it is now. Amounts are micro-dollars.
 *
 * @param defaultExpiryMinutes of orders that do not say when they expire, 0 if there is none
 * @param epoch raised by whatever cancels or pauses all its orders
 * @param latched whether it places nothing until the latch is released
 * @param leaseUntilMillis when its dead-man's switch fires, 0 if it is not armed
 */
public record AccountRow(
        long id,
        long creditLimit,
        long maxLiability,
        int commissionPpm,
        boolean banned,
        int defaultExpiryMinutes,
        long balance,
        long liability,
        long epoch,
        boolean latched,
        long leaseUntilMillis) {

    /** One that the log has not opened yet. */
    public static AccountRow unopened(long id) {
        return opened(id, 0, 0, 0, 0);
    }

    static AccountRow opened(
            long id, long creditLimit, long maxLiability, int commissionPpm, long balance) {
        return new AccountRow(
                id, creditLimit, maxLiability, commissionPpm, false, 0, balance, 0, 0, false, 0);
    }

    /** What it may bet with. */
    public long available() {
        return balance - creditLimit + liability;
    }

    AccountRow limitedTo(
            long newCreditLimit,
            long newMaxLiability,
            int newCommissionPpm,
            boolean ban,
            int newDefaultExpiryMinutes) {
        return new AccountRow(
                id,
                newCreditLimit,
                newMaxLiability,
                newCommissionPpm,
                ban,
                newDefaultExpiryMinutes,
                balance,
                liability,
                epoch,
                latched,
                leaseUntilMillis);
    }

    AccountRow withBalance(long newBalance) {
        return withMoney(newBalance, liability);
    }

    AccountRow withLiability(long newLiability) {
        return withMoney(balance, newLiability);
    }

    private AccountRow withMoney(long newBalance, long newLiability) {
        return new AccountRow(
                id,
                creditLimit,
                maxLiability,
                commissionPpm,
                banned,
                defaultExpiryMinutes,
                newBalance,
                newLiability,
                epoch,
                latched,
                leaseUntilMillis);
    }

    AccountRow withEpoch(long newEpoch, boolean nowLatched) {
        return guarded(newEpoch, nowLatched, leaseUntilMillis);
    }

    AccountRow withLease(long untilMillis) {
        return guarded(epoch, latched, untilMillis);
    }

    private AccountRow guarded(long newEpoch, boolean nowLatched, long newLeaseUntilMillis) {
        return new AccountRow(
                id,
                creditLimit,
                maxLiability,
                commissionPpm,
                banned,
                defaultExpiryMinutes,
                balance,
                liability,
                newEpoch,
                nowLatched,
                newLeaseUntilMillis);
    }
}
