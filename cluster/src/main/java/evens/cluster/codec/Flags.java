package evens.cluster.codec;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Truths, and what may be missing, as the schema writes them. */
final class Flags {
    private static final byte[] NO_BYTES = {};

    private Flags() {}

    static short of(boolean truth) {
        return (short) (truth ? 1 : 0);
    }

    /** False also where the field is younger than the bytes: then it reads as 255. */
    static boolean isSet(short flag) {
        return flag == 1;
    }

    static byte[] bytes(@Nullable String text) {
        return text == null ? NO_BYTES : text.getBytes(StandardCharsets.UTF_8);
    }

    /** For {@code put…(byte[], 0, length)}, which takes no null. */
    static byte[] orNone(byte @Nullable [] bytes) {
        return bytes == null ? NO_BYTES : bytes;
    }

    /** For a field that is not looked at when there is nothing. */
    static long orNone(@Nullable Long number) {
        return number == null ? 0 : number;
    }

    static int orNone(@Nullable Integer number) {
        return number == null ? 0 : number;
    }

    static short orNone(@Nullable Boolean truth) {
        return of(truth != null && truth);
    }

    /** The text, or null where the flag says that there is none. */
    static @Nullable String text(short flag, String text) {
        return isSet(flag) ? text : null;
    }
}
