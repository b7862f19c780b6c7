package evens.core.base;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * Byte arrays for references, lent and taken back, by size from 16 to 512 bytes. The engine
 * allocates one only when more are out than ever before.
 */
public final class Texts {
    private static final int SMALLEST = 16;

    private final ArrayDeque<byte[]>[] returned;

    public Texts(int longest) {
        int sizes = 1;
        for (int size = SMALLEST; size < longest; size *= 2) {
            sizes++;
        }
        returned = newArray(sizes);
        for (int i = 0; i < sizes; i++) {
            returned[i] = new ArrayDeque<>();
        }
    }

    /** A copy of the first {@code length} bytes, null for length 0. */
    public byte @Nullable [] keep(byte @Nullable [] text, int length) {
        if (text == null || length == 0) {
            return null;
        }
        byte[] kept = returned[sizeClass(length)].pollLast();
        if (kept == null) {
            kept = new byte[SMALLEST << sizeClass(length)];
        }
        System.arraycopy(text, 0, kept, 0, length);
        return kept;
    }

    public void giveBack(byte @Nullable [] kept) {
        if (kept != null) {
            returned[sizeClass(kept.length)].addLast(kept);
        }
    }

    private static int sizeClass(int length) {
        int sixteens = (length - 1) / SMALLEST;
        return Integer.SIZE - Integer.numberOfLeadingZeros(sixteens);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // Java has no arrays of generic types
    private static ArrayDeque<byte[]>[] newArray(int size) {
        return new ArrayDeque[size];
    }
}
