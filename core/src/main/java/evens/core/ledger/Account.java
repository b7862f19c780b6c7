package evens.core.ledger;

import evens.core.base.Keyed;
import org.jspecify.annotations.Nullable;

/** Who bets. Amounts are micro-dollars. */
public final class Account extends Keyed {
    private final int index;

    private long creditLimit;
    private long maxLiability;
    private int commissionPpm;
    private boolean banned;
    private long balance;
    private long liability;
    private long messages;
    private int defaultExpiryMinutes;
    private int keys;
    private final Fence fence = new Fence();
    private final Lease lease;
    private @Nullable Position lastPosition;

    Account(
            long id,
            int index,
            long creditLimit,
            long maxLiability,
            int commissionPpm,
            boolean banned,
            int defaultExpiryMinutes,
            long balance,
            long messages) {
        super(id);
        this.index = index;
        this.creditLimit = creditLimit;
        this.maxLiability = maxLiability;
        this.commissionPpm = commissionPpm;
        this.banned = banned;
        this.defaultExpiryMinutes = defaultExpiryMinutes;
        this.balance = balance;
        this.messages = messages;
        this.lease = new Lease(this);
    }

    public long id() {
        return key();
    }

    /** Its place among the accounts, from 0, in the order in which they were opened. */
    public int index() {
        return index;
    }

    /** At most 0. */
    public long creditLimit() {
        return creditLimit;
    }

    public long maxLiability() {
        return maxLiability;
    }

    public int commissionPpm() {
        return commissionPpm;
    }

    public boolean isBanned() {
        return banned;
    }

    /** Of orders that do not say when they expire; 0 if there is none. */
    public int defaultExpiryMinutes() {
        return defaultExpiryMinutes;
    }

    /** What refuses orders that were sent before a kill. */
    public Fence fence() {
        return fence;
    }

    /** The dead-man's switch; it waits if it is armed. */
    public Lease lease() {
        return lease;
    }

    /** How many idempotency keys of it are remembered. */
    public int keys() {
        return keys;
    }

    public void addKeys(int change) {
        keys += change;
    }

    public long balance() {
        return balance;
    }

    /** The sum of its liabilities on all games, at most 0. */
    public long liability() {
        return liability;
    }

    /** How many messages it has had. */
    public long messages() {
        return messages;
    }

    /** The position that was asked for last, as it is likely to be asked for again. */
    @Nullable Position lastPosition() {
        return lastPosition;
    }

    void lastPosition(Position position) {
        lastPosition = position;
    }

    public long nextMessage() {
        return ++messages;
    }

    /**
     * Whether it may come to this liability: it pays for it and stays within its limit, or it is no
     * worse off than now.
     */
    public boolean affords(long newLiability) {
        return newLiability >= liability
                || (balance - creditLimit + newLiability >= 0 && -newLiability <= maxLiability);
    }

    /** What is neither credit nor at stake; never more than is available. */
    long withdrawable() {
        return balance + liability;
    }

    /** What it could bet with if balance and limit were these. */
    long available(long someBalance, long someCreditLimit) {
        return someBalance - someCreditLimit + liability;
    }

    void limit(
            long newCreditLimit,
            long newMaxLiability,
            int newCommissionPpm,
            boolean ban,
            int newDefaultExpiryMinutes) {
        creditLimit = newCreditLimit;
        maxLiability = newMaxLiability;
        commissionPpm = newCommissionPpm;
        banned = ban;
        defaultExpiryMinutes = newDefaultExpiryMinutes;
    }

    void credit(long amount) {
        balance = Math.addExact(balance, amount);
    }

    void addLiability(long change) {
        liability = Math.addExact(liability, change);
    }
}
