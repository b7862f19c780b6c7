package evens.edge.limits;

import java.util.function.LongSupplier;

/**
 * How often one account may place or edit, whichever way it comes; a batch counts once. Cancels are
 * never asked about here. May be asked on any thread.
 */
public final class PlacingLimit {
    private static final int MOST_ACCOUNTS = 65_536;

    private final RollingLimit<Long> byAccount;

    PlacingLimit(int limit, LongSupplier millis) {
        byAccount = new RollingLimit<>(limit, MOST_ACCOUNTS, millis);
    }

    /** Counts one request or frame, if it may be. */
    public Allowance take(long account) {
        return byAccount.take(account);
    }

    /** Counts one request or frame; false if there were too many. */
    public boolean allows(long account) {
        return take(account).granted();
    }
}
