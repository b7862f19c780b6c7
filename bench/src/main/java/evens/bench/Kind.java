package evens.bench;

/** What a command of a {@link Stream} asks for. */
enum Kind {
    /** An order that takes what it can and rests with what remains. */
    PLACE,
    /** An order that takes what it can; the remainder is never seen. */
    TAKE,
    CANCEL,
    /** What remains of an order goes to another price, behind those that wait there. */
    MOVE
}
