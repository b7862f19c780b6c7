package evens.edge.wire;

/** What text may be: no control characters, no half of a surrogate pair, and not too long. */
public final class Texts {
    private Texts() {}

    /** Whether the text is clean and has at most so many code points. */
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
