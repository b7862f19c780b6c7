package evens.edge.wire;

/** What text may be, whichever way it comes. */
public final class Texts {
    private static final int MAX_KEY = 255;

    private Texts() {}

    /** Whether it may be an idempotency key: 1 to 255 visible ASCII characters. */
    public static boolean isKey(String text) {
        return !text.isEmpty()
                && text.length() <= MAX_KEY
                && text.chars().allMatch(c -> c > ' ' && c < 0x7f);
    }

    /**
     * Whether the text has no control characters, no half of a surrogate pair, and at most so many
     * code points.
     */
    public static boolean isClean(String text, int maxCodePoints) {
        int count = 0;
        for (int i = 0; i < text.length(); count++) {
            int codePoint = text.codePointAt(i);
            boolean loneSurrogate =
                    codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
            if (loneSurrogate || Character.isISOControl(codePoint)) {
                return false;
            }
            i += Character.charCount(codePoint);
        }
        return count <= maxCodePoints;
    }
}
