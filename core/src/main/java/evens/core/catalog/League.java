package evens.core.catalog;

/**
 * A league of one sport.
 *
 * @param name upper case, such as NBA
 */
record League(String name, String sport, int liveDelaySeconds) {
    /** The one sport whose games may be bet on in three ways. */
    boolean hasThreeWays() {
        return sport.equals("soccer");
    }
}
