package evens.client;

/** How an order treats what it finds in the book. */
public enum OrderType {
    /** Takes what is there, the rest stays. */
    LIMIT("limit"),
    /** Stays; refused if it would take. */
    POST("post"),
    /** Takes what is there, the rest goes. */
    FILL_AND_KILL("fillAndKill");

    private final String wire;

    OrderType(String wire) {
        this.wire = wire;
    }

    public String wire() {
        return wire;
    }
}
