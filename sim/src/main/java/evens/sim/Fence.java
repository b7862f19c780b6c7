package evens.sim;

import evens.model.Command.Stamp;
import evens.model.Event;
import java.util.ArrayList;
import java.util.List;

/** The epochs of one account, every one of them with who raised it, and its latch. */
final class Fence {
    private final long account;
    private final List<Long> raisedBy = new ArrayList<>(); // the first is epoch 1
    private boolean latched;

    Fence(long account) {
        this.account = account;
    }

    Event raise(long connection, boolean latch) {
        raisedBy.add(connection);
        latched |= latch;
        return new Event.EpochRaised(account, epoch(), connection, epochByOthers(), latched);
    }

    boolean isLatched() {
        return latched;
    }

    void release() {
        latched = false;
    }

    /** Whether anything but the connection of the stamp has raised a greater epoch since. */
    boolean isPassedBy(Stamp stamp) {
        for (int epoch = 1; epoch <= raisedBy.size(); epoch++) {
            if (epoch > stamp.epoch() && isOther(epoch, stamp.connection())) {
                return true;
            }
        }
        return false;
    }

    private boolean isOther(int epoch, long connection) {
        return connection == Stamp.NO_CONNECTION || raisedBy.get(epoch - 1) != connection;
    }

    long epoch() {
        return raisedBy.size();
    }

    /** Who raised it last. */
    long connection() {
        return raisedBy.isEmpty() ? Stamp.NO_CONNECTION : raisedBy.get(raisedBy.size() - 1);
    }

    /** The greatest that was raised by others than the last; of no connection all are others. */
    long epochByOthers() {
        int epoch = raisedBy.size() - 1;
        while (epoch > 0 && !isOther(epoch, connection())) {
            epoch--;
        }
        return Math.max(0, epoch);
    }
}
