package evens.model;

/** How an order meets the book. Order of declaration is part of the log: append only. */
public enum OrderType {
    /** Takes what it can at its odds or better; the remainder rests. */
    LIMIT,
    /** Only rests; refused if it would match a funded offer of another account. */
    POST,
    /** Takes what it can; the remainder is never seen. Refused if there is nothing to take. */
    FILL_AND_KILL
}
