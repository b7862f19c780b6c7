package evens.client;

import java.util.SplittableRandom;

/**
 * The chance of the home team as a market maker sees it: a walk that is drawn back to where the
 * game began. Where it began depends on the game alone, so that all makers quote about the same.
 */
final class FairPrice {
    private static final int LOWEST = 3_000;
    private static final int WIDTH = 4_000;
    private static final int STEP = 12;
    private static final int PULL = 20;

    private final SplittableRandom random;
    private final int anchor;
    private int chance;

    FairPrice(String gameID, SplittableRandom random) {
        this.random = random;
        anchor = LOWEST + new SplittableRandom(gameID.hashCode()).nextInt(WIDTH);
        chance = anchor;
    }

    /** The next chance of the home team, in basis points. */
    int next() {
        chance += random.nextInt(-STEP, STEP + 1) + (anchor - chance) / PULL;
        return chance;
    }
}
