package evens.core.keys;

import evens.core.base.Keyed;
import evens.core.ledger.Account;
import org.jspecify.annotations.Nullable;

/** A command that was executed under an idempotency key. Key and command are known by a hash. */
final class Key extends Keyed {
    final Account account;
    final long high;
    final long low;
    final long hashHigh;
    final long hashLow;
    final long sequence;
    final long timeMillis;

    /** The next one whose number among the keys is the same. */
    @Nullable Key sameNumber;

    /** The one that was remembered after it. */
    @Nullable Key newer;

    Key(
            Account account,
            long high,
            long low,
            long hashHigh,
            long hashLow,
            long sequence,
            long timeMillis) {
        super(number(high));
        this.account = account;
        this.high = high;
        this.low = low;
        this.hashHigh = hashHigh;
        this.hashLow = hashLow;
        this.sequence = sequence;
        this.timeMillis = timeMillis;
    }

    /** By which it is looked up; 0 is no number. */
    static long number(long high) {
        return high == 0 ? 1 : high;
    }

    boolean is(Account other, long otherHigh, long otherLow) {
        return account == other && high == otherHigh && low == otherLow;
    }
}
