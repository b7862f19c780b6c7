package evens.model;

/** Where a game is in its life. Order of declaration is part of the log: append only. */
public enum GameState {
    /** Created, not yet open. */
    SCHEDULED,
    /** Orders are placed and matched. */
    OPEN,
    /** For now nothing is placed or matched; orders stay and may be cancelled. */
    SUSPENDED,
    /** For good: no order is open any more. */
    CLOSED
}
