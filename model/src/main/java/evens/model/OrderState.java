package evens.model;

/** How an open order is open. Order of declaration is part of the log: append only. */
public enum OrderState {
    /** In its book, where others may take it. */
    RESTING,
    /** Waiting for the end of a live delay, in no book. */
    DELAYED,
    /** Taken out of its book until its owner brings it back. */
    PAUSED
}
