package evens.sim;

import evens.model.Command.Stamp;
import evens.model.Event;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** When commands say that they were asked for: mostly now, sometimes before a kill. */
final class Stamps {
    private final Dice dice;
    private final int latePercent;
    private final int connections;
    private final Map<Long, Long> epochs = new HashMap<>();

    Stamps(Dice dice) {
        this.dice = dice;
        latePercent = dice.of(List.of(0, 10, 30));
        connections = dice.between(1, 3);
    }

    void hear(Event event) {
        if (event instanceof Event.EpochRaised e) {
            epochs.put(e.account(), e.epoch());
        }
    }

    Stamp of(long account) {
        if (dice.coin()) {
            return Stamp.LATEST;
        }
        long epoch = epochs.getOrDefault(account, 0L);
        if (!dice.percent(latePercent)) {
            return new Stamp(epoch, dice.coin() ? Stamp.NO_CONNECTION : connection());
        }
        return new Stamp(Math.max(0, epoch - dice.below(4)), connection());
    }

    /** One of a few, so that a stamp and a kill often come by the same. */
    long connection() {
        return dice.oneIn(3) ? Stamp.NO_CONNECTION : dice.between(1L, connections);
    }
}
