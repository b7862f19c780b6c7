package evens.edge.orders;

/** How much one socket has placed that is not answered yet. */
final class InFlight {
    /** Most messages that place. */
    static final int MOST_MESSAGES = 1_024;

    /** Most orders in them all, which is what they need memory for. */
    static final int MOST_ORDERS = 100_000;

    private int messages;
    private int orders;

    /**
     * Counts one message more.
     *
     * @return false if that is too much: then it was not counted
     */
    boolean begin(int withOrders) {
        if (messages == MOST_MESSAGES || orders + withOrders > MOST_ORDERS) {
            return false;
        }
        messages++;
        orders += withOrders;
        return true;
    }

    /** One that was counted is answered. */
    void end(int withOrders) {
        messages--;
        orders -= withOrders;
    }
}
