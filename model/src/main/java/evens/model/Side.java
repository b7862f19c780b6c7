package evens.model;

/**
 * What an order says it backs, before it is known whether its game has such a side. Order of
 * declaration is part of the log: append only.
 */
public enum Side {
    /** A participant of the game. */
    PARTICIPANT,
    OVER,
    UNDER,
    YES,
    NO
}
