package evens.model;

/** The kinds of questions. Order of declaration is part of the log: append only. */
public enum MarketType {
    /** Which participant wins; a tie is refunded. */
    MONEYLINE,
    /** Which participant wins when a handicap is added to its score. */
    SPREAD,
    /** Whether both scores together are over or under a number. */
    TOTAL,
    /** Whether one participant wins, or nobody does: yes or no. Soccer only. */
    MONEYLINE_1X2
}
