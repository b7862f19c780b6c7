package evens.edge.view;

import evens.model.Market;
import evens.model.Outcome;
import java.util.List;

/**
 * One side of one question at one moment.
 *
 * @param takers the outcome that a taker gets
 * @param offers best for takers first
 */
public record LadderRow(
        GameRow game, Market market, Outcome takers, List<OrderRow> offers, MainLines main) {}
