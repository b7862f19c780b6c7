package evens.edge.limits;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * An address of the internet as 128 bits; version 4 as {@code ::ffff:a.b.c.d}.
 *
 * @param high the first 64 bits
 * @param low the others
 */
public record Address(long high, long low) {
    private static final long FFFF = 0xffffL << 32;

    /** Null if the text is no address; no name is ever looked up. */
    public static @Nullable Address of(String text) {
        String plain = text.strip();
        int zone = plain.indexOf('%');
        try {
            return of(InetAddress.ofLiteral(zone < 0 ? plain : plain.substring(0, zone)));
        } catch (IllegalArgumentException noAddress) {
            return null;
        }
    }

    private static Address of(InetAddress address) {
        ByteBuffer bytes = ByteBuffer.wrap(address.getAddress());
        return bytes.remaining() == 4
                ? new Address(0, FFFF | Integer.toUnsignedLong(bytes.getInt()))
                : new Address(bytes.getLong(), bytes.getLong());
    }

    boolean isVersion4() {
        return high == 0 && low >>> 32 == 0xffff;
    }

    /** Whoever has one address of version 6 has the 2^64 beside it: they count as one. */
    Address counted() {
        return isVersion4() ? this : new Address(high, 0);
    }
}
