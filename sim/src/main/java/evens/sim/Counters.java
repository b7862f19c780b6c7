package evens.sim;

/** The twin's numbers that only go up. */
final class Counters {
    private long lastTransaction;
    private long lastWagerRequest;

    long nextTransaction() {
        return ++lastTransaction;
    }

    long nextWagerRequest() {
        return ++lastWagerRequest;
    }

    long lastTransaction() {
        return lastTransaction;
    }

    long lastWagerRequest() {
        return lastWagerRequest;
    }
}
