package evens.model;

/** How an order meets the book. Order of declaration is part of the log: append only. */
public enum OrderType {
    /** Takes what it can at its odds or better; the remainder rests. */
    LIMIT,
    /** Only rests; refused if it would match a funded offer of another account. */
    POST,
    /** Takes what it can; the remainder is never seen. Refused if there is nothing to take. */
    FILL_AND_KILL,
    /**
     * Only rests, also where it would match, as long as what it would match is better than its own
     * odds by at most one in a hundred. Only an order that comes later matches it.
     */
    POST_ARB,
    /**
     * Takes all of its stake, give or take {@link #FILL_TOLERANCE}, or nothing; what is left is
     * never seen.
     */
    FILL_OR_KILL;

    /** How much a {@link #FILL_OR_KILL} may miss, in micro-dollars. */
    public static final long FILL_TOLERANCE = 10_000_000;

    /** Whether it never takes. */
    public boolean onlyRests() {
        return this == POST || this == POST_ARB;
    }

    /** Whether it never rests. */
    public boolean onlyTakes() {
        return this == FILL_AND_KILL || this == FILL_OR_KILL;
    }
}
