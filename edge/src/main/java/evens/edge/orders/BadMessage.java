package evens.edge.orders;

/** What is wrong with a message, in words for who sent it. */
final class BadMessage extends Exception {
    private static final long serialVersionUID = 1;

    private final String error;

    BadMessage(String error) {
        super(error, null, false, false);
        this.error = error;
    }

    String error() {
        return error;
    }
}
