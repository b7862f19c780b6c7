package evens.model;

/**
 * One of the two answers to a market's question. Order of declaration is part of the log: append
 * only.
 */
public enum Outcome {
    /** The away participant, the first of {@code participants}. */
    FIRST,
    /** The home participant, the second of {@code participants}. */
    SECOND;

    public Outcome opposite() {
        return this == FIRST ? SECOND : FIRST;
    }
}
