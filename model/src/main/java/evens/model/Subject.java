package evens.model;

/** Whom a three-way question is about. Order of declaration is part of the log: append only. */
public enum Subject {
    /** The question is about the game. */
    NONE,
    AWAY,
    HOME,
    DRAW
}
