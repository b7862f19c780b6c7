package evens.client;

/** Prices as probabilities in basis points: 5000 is an even chance. All of it in integers. */
final class Prices {
    static final int CERTAIN = 10_000;

    private Prices() {}

    /**
     * American odds at which a bet on something this likely is fair, to the nearest point.
     *
     * @param chance 100 to 9900
     */
    static int american(int chance) {
        if (chance < 100 || chance > CERTAIN - 100) {
            throw new IllegalArgumentException("chance out of range: " + chance);
        }
        int other = CERTAIN - chance;
        return chance > other
                ? -Math.toIntExact(nearest(100L * chance, other))
                : Math.toIntExact(nearest(100L * other, chance));
    }

    private static long nearest(long numerator, long denominator) {
        return (2 * numerator + denominator) / (2 * denominator);
    }
}
