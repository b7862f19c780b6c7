package evens.sim;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What is done to the projector of a seed. One seed in four has one: with its database a seed takes
 * several times as long as without. It is drawn apart from the trading, which is the same with a
 * projector and without.
 */
final class ProjectorWorkload {
    private static final int SEEDS_FOR_EACH = 4;
    private static final int NEVER = 0;

    private final Dice dice;
    private final boolean isWanted;
    private final int most;
    private final Map<Deed, Integer> oneIn = new EnumMap<>(Deed.class);

    ProjectorWorkload(long seed) {
        dice = new Dice(~seed);
        isWanted = dice.oneIn(SEEDS_FOR_EACH);
        most = dice.of(List.of(2, 7, 100));
        for (Deed deed : Deed.values()) {
            oneIn.put(deed, dice.of(usual(deed)));
        }
    }

    /** One of these is drawn: the deed is done after one in so many actions. */
    private static List<Integer> usual(Deed deed) {
        return switch (deed) {
            case TURN -> List.of(5, 20, 100, 1_000);
            case FORCE -> List.of(NEVER, 30, 300);
            case SYNC, RESTART, TRIM, FAIL -> List.of(NEVER, 60, 300);
            case COPY, SET_BACK -> List.of(NEVER, 100, 400);
            case COMPARE -> List.of(150, 500);
        };
    }

    /** Whether the seed has a projector. */
    boolean isWanted() {
        return isWanted;
    }

    /** Steps of one of its transactions. */
    int most() {
        return most;
    }

    /** What is done to it after an action. */
    List<Deed> next() {
        List<Deed> deeds = new ArrayList<>();
        for (Map.Entry<Deed, Integer> entry : oneIn.entrySet()) {
            if (entry.getValue() != NEVER && dice.oneIn(entry.getValue())) {
                deeds.add(entry.getKey());
            }
        }
        return deeds;
    }
}
