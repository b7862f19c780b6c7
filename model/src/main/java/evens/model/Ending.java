package evens.model;

/** Why an order is no longer open. Order of declaration is part of the log: append only. */
public enum Ending {
    FILLED,
    USER,
    EXPIRED,
    GAME_START,
    OPERATOR,
    INSUFFICIENT_FUNDS,
    REMAINDER_TOO_SMALL,
    /** The part of an order that never rests that found nothing to take. */
    KILLED,
    /** The account was banned. */
    BAN,
    /** The account's lease was not renewed. */
    LEASE,
    /** For now: its owner may bring it back. */
    PAUSED
}
