package evens.model;

/**
 * One of the two answers to a market's question. Order of declaration is part of the log: append
 * only.
 */
public enum Outcome {
    /** The away participant; over; yes. */
    FIRST,
    /** The home participant; under; no. */
    SECOND;

    public Outcome opposite() {
        return this == FIRST ? SECOND : FIRST;
    }
}
