package evens.model;

import java.util.HexFormat;

/**
 * Ids on the wire: 24 hex digits, 8 that say what kind of thing it is and 16 of its number. Inside
 * the exchange only the number travels. No table is needed in either direction, and nothing of an
 * order's id tells who owns it.
 */
public enum Ids {
    ACCOUNT(0x65acc001),
    GAME(0x65ba11e5),
    PARTICIPANT(0x65feed1e),
    ORDER(0x65b0a4d0),
    WAGER_REQUEST(0x65b0a4d1),
    TRANSACTION(0x65b0a4d2),
    TOKEN(0x65705e11);

    /** Answered by {@link #number} for an id of another kind; no thing has this number. */
    public static final long NONE = 0;

    private final int kind;
    private final String prefix;

    Ids(int kind) {
        this.kind = kind;
        this.prefix = HexFormat.of().toHexDigits(kind);
    }

    /** The id as 24 lower-case hex digits. */
    public String hex(long number) {
        return prefix + HexFormat.of().toHexDigits(number);
    }

    /** True for exactly 24 hex digits, in any case. */
    public static boolean isWellFormed(String id) {
        if (id.length() != 24) {
            return false;
        }
        for (int i = 0; i < 24; i++) {
            if (!HexFormat.isHexDigit(id.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** The number of a well-formed id, or {@link #NONE} if it is not of this kind. */
    public long number(String id) {
        return HexFormat.fromHexDigits(id, 0, 8) == kind
                ? HexFormat.fromHexDigitsToLong(id, 8, 24)
                : NONE;
    }
}
