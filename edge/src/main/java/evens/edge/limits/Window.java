package evens.edge.limits;

/**
 * How often something happened in the last 60 seconds, second by second. What happened is forgotten
 * between 60 and 61 seconds later, so no 60 seconds ever see more than the limit.
 */
final class Window {
    /** The second that runs, and the 60 before it. */
    static final int SECONDS = 61;

    private final int[] counts = new int[SECONDS];
    private long newest;
    private int sum;

    Window(long second) {
        newest = second;
    }

    /** Lets the time pass; it never goes back. */
    void at(long second) {
        long steps = Math.min(second - newest, SECONDS);
        for (long i = 1; i <= steps; i++) {
            int slot = slot(second - steps + i);
            sum -= counts[slot];
            counts[slot] = 0;
        }
        newest = Math.max(newest, second);
    }

    void count() {
        counts[slot(newest)]++;
        sum++;
    }

    int sum() {
        return sum;
    }

    /** Seconds, at least 1, until the oldest that is counted is forgotten; 0 if nothing is. */
    int secondsToNext() {
        if (sum == 0) {
            return 0;
        }
        int oldest = SECONDS - 1;
        while (counts[slot(newest - oldest)] == 0) {
            oldest--;
        }
        return SECONDS - oldest;
    }

    private static int slot(long second) {
        return (int) Math.floorMod(second, (long) SECONDS);
    }
}
