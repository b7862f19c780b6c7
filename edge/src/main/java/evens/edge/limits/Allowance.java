package evens.edge.limits;

/**
 * What a limit says to one more.
 *
 * @param granted whether it may be; if so it is counted
 * @param limit how many there may be in 60 seconds; 0 if there is no limit
 * @param remaining how many more there may be now
 * @param seconds until there may be more than that, at least 1 if there were any
 */
public record Allowance(boolean granted, int limit, int remaining, int seconds) {
    static Allowance unlimited(int limit) {
        return new Allowance(true, limit, limit, 0);
    }
}
