package evens.model;

/** The question that an order answers. Order of declaration is part of the log: append only. */
public enum Market {
    /** Which participant wins the game; a tie is refunded. */
    MONEYLINE
}
