package evens.client;

/** How an order treats what it finds in the book. */
public enum OrderType {
    /** Takes what is there, the rest stays. */
    LIMIT("limit"),
    /** Stays; refused if it would take. */
    POST("post"),
    /** Takes what is there, the rest goes. */
    FILL_AND_KILL("fillAndKill"),
    /** Stays, also where it would take at odds that are better by at most 1 %. */
    POST_ARB("postArb"),
    /** Takes all of its stake, give or take $10, or nothing. */
    FILL_OR_KILL("fillOrKill");

    private final String wire;

    OrderType(String wire) {
        this.wire = wire;
    }

    public String wire() {
        return wire;
    }
}
