package evens.cluster.codec;

import java.nio.ByteOrder;
import org.agrona.DirectBuffer;

/**
 * A 64-bit hash over bytes, eight at a time, that can be carried on from message to message. It
 * finds differences between replicas; it does not keep out a forger.
 */
public final class Fold {
    /** The hash of nothing. */
    public static final long NOTHING = 0x9E3779B97F4A7C15L;

    private static final long FIRST = 0xA0761D6478BD642FL;
    private static final long SECOND = 0xE7037ED1A0B428DBL;

    private Fold() {}

    /** The hash of all that was folded into {@code hash} and then these bytes. */
    public static long bytes(long hash, DirectBuffer buffer, int offset, int length) {
        long folded = mix(hash ^ FIRST, length ^ SECOND);
        int end = offset + length;
        int at = offset;
        for (; at + Long.BYTES <= end; at += Long.BYTES) {
            folded = mix(folded ^ buffer.getLong(at, ByteOrder.LITTLE_ENDIAN), SECOND);
        }
        long rest = 0;
        for (int shift = 0; at < end; at++, shift += Byte.SIZE) {
            rest |= (buffer.getByte(at) & 0xFFL) << shift;
        }
        return mix(folded ^ rest, FIRST);
    }

    /** Both halves of the 128-bit product, folded together; never stays at 0. */
    private static long mix(long a, long b) {
        return (a * b) ^ Math.unsignedMultiplyHigh(a, b) ^ Long.rotateLeft(a, 29) ^ NOTHING;
    }
}
