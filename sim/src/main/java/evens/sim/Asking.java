package evens.sim;

import evens.model.Reject;
import org.jspecify.annotations.Nullable;

/**
 * An order as it is asked for.
 *
 * @param index its place in its batch
 * @param reference null if none
 */
record Asking(int index, Wanted wanted, int expiryMinutes, @Nullable String reference) {
    private static final int YEAR_MINUTES = 365 * 24 * 60;

    Asking(int index, Wanted wanted, int expiryMinutes, @Nullable String reference) {
        this.index = index;
        this.wanted = wanted;
        this.expiryMinutes = expiryMinutes;
        this.reference = reference == null || reference.isEmpty() ? null : reference;
    }

    /** What is wrong with it, whatever the book is; null if nothing. */
    @Nullable Reject isWrong() {
        if (wanted.line() < -999_000 || wanted.line() > 999_000) {
            return Reject.ODDS_OUT_OF_RANGE;
        } else if (wanted.stake() < 1_000_000 || wanted.stake() > 10_000_000_000_000L) {
            return Reject.STAKE_OUT_OF_RANGE;
        } else if (Fractions.isTooSmall(wanted.stake(), wanted.line())) {
            return Reject.WIN_TOO_SMALL;
        } else if (expiryMinutes < -1 || expiryMinutes > YEAR_MINUTES) {
            return Reject.EXPIRY_OUT_OF_RANGE;
        } else if (reference != null && reference.length() > 512) {
            return Reject.REFERENCE_TOO_LONG; // the workload writes ASCII only
        }
        return null;
    }
}
