package evens.cluster.codec;

import java.nio.ByteOrder;
import org.agrona.DirectBuffer;

/**
 * A 64-bit hash over bytes that can be carried on from message to message. It finds differences
 * between replicas; it does not keep out a forger.
 *
 * <p>Two lanes take 16 bytes each at a time and wait for nobody, because what a multiplication
 * costs is the waiting for the one before it.
 */
public final class Fold {
    /** The hash of nothing. */
    public static final long NOTHING = 0x9E3779B97F4A7C15L;

    private static final long FIRST = 0xA0761D6478BD642FL;
    private static final long SECOND = 0xE7037ED1A0B428DBL;
    private static final int BLOCK = 4 * Long.BYTES;

    private Fold() {}

    /** The hash of all that was folded into {@code hash} and then these bytes. */
    public static long bytes(long hash, DirectBuffer buffer, int offset, int length) {
        long one = hash ^ FIRST;
        long other = hash ^ SECOND;
        int end = offset + length;
        int at = offset;
        for (; at + BLOCK <= end; at += BLOCK) {
            one = mix(one ^ word(buffer, at), FIRST ^ word(buffer, at + 8));
            other = mix(other ^ word(buffer, at + 16), SECOND ^ word(buffer, at + 24));
        }
        for (; at + Long.BYTES <= end; at += Long.BYTES) {
            one = mix(one ^ word(buffer, at), FIRST);
        }
        long rest = length;
        for (; at < end; at++) {
            rest = (rest << Byte.SIZE) | (buffer.getByte(at) & 0xFFL);
        }
        return mix(one ^ rest, other ^ NOTHING);
    }

    private static long word(DirectBuffer buffer, int at) {
        return buffer.getLong(at, ByteOrder.LITTLE_ENDIAN);
    }

    /** Both halves of the 128-bit product, folded together; a factor of 0 leaves the other. */
    private static long mix(long a, long b) {
        return (a * b) ^ Math.unsignedMultiplyHigh(a, b) ^ Long.rotateLeft(a, 29) ^ b;
    }
}
