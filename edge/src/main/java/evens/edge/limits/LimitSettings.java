package evens.edge.limits;

/**
 * How much may be asked for in any 60 seconds; 0 is no limit.
 *
 * @param requests of one address
 * @param placements of one account: requests and frames that place or edit
 * @param logins with one name, and changes of its password; one address has six times as many
 * @param trusted addresses that are not counted
 * @param proxies whose {@code X-Forwarded-For} is believed
 */
public record LimitSettings(
        int requests, int placements, int logins, Networks trusted, Networks proxies) {
    /** The largest limit there may be. */
    public static final int MOST = 10_000_000;

    public static final int REQUESTS = 3_000;
    public static final int PLACEMENTS = 6_000;
    public static final int LOGINS = 10;

    /** The usual ones: this machine is trusted and there is no proxy. */
    public static final LimitSettings STANDARD =
            new LimitSettings(
                    REQUESTS, PLACEMENTS, LOGINS, Networks.of("127.0.0.0/8,::1"), Networks.of(""));
}
