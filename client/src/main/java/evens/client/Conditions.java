package evens.client;

import org.jspecify.annotations.Nullable;

/**
 * What a write to the exchange holds to.
 *
 * @param idempotencyKey under which it happens once, however often it is sent: 1 to 255 visible
 *     ASCII characters; null for none
 * @param epoch what its sender had heard of: whatever raised it beyond refuses the write; null to
 *     let the exchange take what it knew when the write arrived
 */
public record Conditions(@Nullable String idempotencyKey, @Nullable Long epoch) {
    public static final Conditions NONE = new Conditions(null, null);

    public static Conditions under(String idempotencyKey) {
        return new Conditions(idempotencyKey, null);
    }

    public static Conditions at(long epoch) {
        return new Conditions(null, epoch);
    }
}
