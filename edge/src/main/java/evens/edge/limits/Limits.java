package evens.edge.limits;

import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** All limits of one exchange. What they remember is bounded, and gone after a restart. */
public final class Limits {
    private static final int MOST_ADDRESSES = 65_536;
    private static final int MOST_NAMES = 10_000;
    private static final int LOGINS_OF_AN_ADDRESS = 6;

    /** Whoever has hung up already. */
    private static final Address NOBODY = new Address(0, 0);

    private final Networks trusted;
    private final Callers callers;
    private final RollingLimit<Address> requests;
    private final RollingLimit<Address> loginsOfAddresses;
    private final RollingLimit<String> loginsOfNames;
    private final PlacingLimit placing;

    /**
     * Limits that nothing was counted against yet.
     *
     * @param millis a clock that never goes back, whenever it began
     */
    public Limits(LimitSettings settings, LongSupplier millis) {
        trusted = settings.trusted();
        callers = new Callers(settings.proxies());
        requests = new RollingLimit<>(settings.requests(), MOST_ADDRESSES, millis);
        loginsOfAddresses =
                new RollingLimit<>(
                        Math.multiplyExact(settings.logins(), LOGINS_OF_AN_ADDRESS),
                        MOST_ADDRESSES,
                        millis);
        loginsOfNames = new RollingLimit<>(settings.logins(), MOST_NAMES, millis);
        placing = new PlacingLimit(settings.placements(), millis);
    }

    /** The usual limits, by the clock of this machine. */
    public static Limits of(LimitSettings settings) {
        return new Limits(settings, () -> System.nanoTime() / 1_000_000);
    }

    /**
     * Who a request counts for.
     *
     * @param peer the other end of the connection; null if it is gone
     * @param forwardedFor all headers {@code X-Forwarded-For}, in order
     */
    public Address caller(@Nullable String peer, List<String> forwardedFor) {
        Address address = peer == null ? null : Address.of(peer);
        return address == null ? NOBODY : callers.of(address, forwardedFor);
    }

    /** Counts one request, if it may be. */
    public Allowance request(Address caller) {
        return trusted.contain(caller) ? requests.none() : requests.take(caller.counted());
    }

    /** What {@link #request} would say, without counting anything. */
    public Allowance look(Address caller) {
        return trusted.contain(caller) ? requests.none() : requests.look(caller.counted());
    }

    /**
     * Counts one login, signup or change of a password, if it may be. A trusted address is not
     * counted, but the name is: a password is guessed from anywhere.
     *
     * @param name as it was typed; in any case it is the same
     */
    public Allowance login(Address caller, String name) {
        if (!trusted.contain(caller)) {
            Allowance address = loginsOfAddresses.take(caller.counted());
            if (!address.granted()) {
                return address;
            }
        }
        return loginsOfNames.take(name.toLowerCase(Locale.ROOT));
    }

    public PlacingLimit placing() {
        return placing;
    }
}
