package evens.edge.view;

import evens.model.Market;
import evens.model.Outcome;
import java.util.List;

/**
 * The book of one question at one moment, as its makers see it.
 *
 * @param first offers of those who back the first outcome, best for takers first
 * @param second offers of those who back the second outcome, best for takers first
 * @param matchedVolume sum of both stakes of its matches, micro-dollars
 */
public record MarketRow(
        Market market, List<OrderRow> first, List<OrderRow> second, long matchedVolume) {

    /** What takers of this outcome may take: the offers of those who back the other one. */
    public List<OrderRow> forTakersOf(Outcome outcome) {
        return outcome == Outcome.FIRST ? second : first;
    }
}
