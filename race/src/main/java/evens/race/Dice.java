package evens.race;

import java.util.List;
import java.util.Random;

/** Where everything is drawn from. */
final class Dice {
    /** Neighbouring seeds would begin with nearly the same numbers. */
    private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;

    private final Random random;

    Dice(long seed) {
        random = new Random(seed * SPREAD);
    }

    /** Dice of somebody who throws on another thread. */
    Dice another() {
        return new Dice(random.nextLong());
    }

    /** From 0 to below this. */
    int below(int most) {
        return random.nextInt(most);
    }

    int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    boolean coin() {
        return random.nextBoolean();
    }

    boolean oneIn(int chances) {
        return random.nextInt(chances) == 0;
    }

    boolean percent(int chance) {
        return random.nextInt(100) < chance;
    }

    <T> T of(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
