package evens.edge.view;

/**
 * The numbers that a game's spreads and totals are mainly offered at, in quarters: of all with
 * offers on both sides the one whose two best prices are closest to each other. 0 if there is none.
 *
 * @param spread the away participant's
 */
public record MainLines(int spread, int total) {}
