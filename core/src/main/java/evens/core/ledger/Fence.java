package evens.core.ledger;

/**
 * What separates the orders that were sent before a kill from those sent after it.
 *
 * <p>Each kill raises the epoch by one. An order that was sent in an older epoch comes too late,
 * unless nobody but its own connection has raised the epoch since: on one connection everything is
 * in order, and what stands behind a kill was sent knowing of it. Three figures decide as the whole
 * history would: the epoch, who raised it last, and the greatest epoch that somebody else raised.
 */
public final class Fence {
    private static final long NO_CONNECTION = 0;

    private long epoch;
    private long connection;
    private long epochByOthers;
    private boolean latched;

    public long epoch() {
        return epoch;
    }

    /** Who raised the epoch last, 0 for no connection. */
    public long connection() {
        return connection;
    }

    /** The greatest epoch that was raised by others than {@link #connection}. */
    public long epochByOthers() {
        return epochByOthers;
    }

    /** Whether orders are refused until the latch is released. */
    public boolean isLatched() {
        return latched;
    }

    /** A kill that came by this connection, 0 for none. */
    public void raise(long by) {
        if (by == NO_CONNECTION || by != connection) {
            epochByOthers = epoch;
            connection = by;
        }
        epoch++;
    }

    /** Whether somebody else killed since this epoch. */
    public boolean isStale(long sentIn, long by) {
        boolean own = by != NO_CONNECTION && by == connection;
        return (own ? epochByOthers : epoch) > sentIn;
    }

    public void latch(boolean wanted) {
        latched = wanted;
    }

    void hear(long toldEpoch, long toldConnection, long toldByOthers, boolean toldLatched) {
        epoch = toldEpoch;
        connection = toldConnection;
        epochByOthers = toldByOthers;
        latched = toldLatched;
    }
}
