package evens.edge.view;

import evens.model.Market;
import evens.model.Outcome;
import java.util.List;

/**
 * What is at stake on a game. Amounts are micro-dollars.
 *
 * @param accounts those with wagers on it, in the order in which they were opened
 * @param outcomes what was bet on each outcome that anybody backs
 */
public record Exposure(List<OfAccount> accounts, List<OfOutcome> outcomes) {
    /** At most 0. */
    public record OfAccount(long account, long liability) {}

    public record OfOutcome(Market market, Outcome outcome, long stake) {}
}
