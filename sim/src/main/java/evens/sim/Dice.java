package evens.sim;

import java.util.List;
import java.util.Random;

/** Where everything is drawn from: the same seed, the same numbers. */
final class Dice {
    /** Neighbouring seeds would begin with nearly the same numbers. */
    private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;

    private final Random random;

    Dice(long seed) {
        random = new Random(seed * SPREAD);
    }

    /** From 0 to below this. */
    int below(int most) {
        return random.nextInt(most);
    }

    long below(long most) {
        return random.nextLong(most);
    }

    int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    long between(long least, long most) {
        return random.nextLong(least, most + 1);
    }

    long any() {
        return random.nextLong();
    }

    double fraction() {
        return random.nextDouble();
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
