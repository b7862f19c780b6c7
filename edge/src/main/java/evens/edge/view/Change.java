package evens.edge.view;

import evens.model.Market;
import evens.model.Outcome;

/** Something on a board is different now. */
public sealed interface Change {
    long game();

    /**
     * The offers to takers of an outcome.
     *
     * @param takers the outcome that a taker gets
     */
    record Ladder(long game, Market market, Outcome takers) implements Change {}

    /** A game was created, opened, closed, or other things are said of it. */
    record Game(long game) implements Change {}

    /** A game's matched volume. */
    record Volume(long game) implements Change {}
}
