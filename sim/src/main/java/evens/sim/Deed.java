package evens.sim;

/** What is done to the projector, or to what it reads and writes. */
enum Deed {
    /** It gets a turn, which is one transaction. */
    TURN,

    /** What it has written is forced to disk. */
    FORCE,

    /** What was recorded is forced to disk. */
    SYNC,

    /** It is stopped in good order, and another starts on the same database. */
    RESTART,

    /** The database fails in the middle of a transaction. */
    FAIL,

    /** The recorded feed forgets what it need not keep. */
    TRIM,

    /** A copy of the database is put away. */
    COPY,

    /** The database is set back to the copy, and another projector starts. */
    SET_BACK,

    /** It catches up, and every row is compared with what the twin says. */
    COMPARE
}
