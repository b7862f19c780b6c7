package evens.sim;

import evens.model.Outcome;

/** What an account gets on a game if the first participant wins, and if the second does. */
record Result(long ifFirst, long ifSecond) {
    static final Result NOTHING = new Result(0, 0);

    Result with(Outcome backed, long win, long loss) {
        return backed == Outcome.FIRST
                ? new Result(ifFirst + win, ifSecond - loss)
                : new Result(ifFirst - loss, ifSecond + win);
    }

    /** A tie is refunded, so the worst is never above 0. */
    long worst() {
        return Math.min(0, Math.min(ifFirst, ifSecond));
    }
}
