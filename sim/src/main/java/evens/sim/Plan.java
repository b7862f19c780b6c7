package evens.sim;

import evens.model.OrderType;
import java.util.List;

/**
 * What an order would get.
 *
 * @param left what of its stake is not matched
 */
record Plan(Wanted wanted, List<Fill> fills, List<Penniless> penniless, long left) {
    /**
     * @param trimmed whether the maker could pay no more
     */
    record Fill(Orders.Order maker, long takerStake, long makerStake, boolean trimmed) {}

    /**
     * An offer that was reached and can pay nothing.
     *
     * @param byPlan whether it could, were it not for what is planned
     */
    record Penniless(Orders.Order offer, boolean byPlan) {}

    /** What would be in the book afterwards. */
    long rests() {
        boolean never = wanted.type().onlyTakes() || Fractions.isTooSmall(left, wanted.line());
        return never ? 0 : left;
    }

    /** The same, as it is carried out: one of these rests also where it could match. */
    Plan carriedOut() {
        return wanted.type() == OrderType.POST_ARB
                ? new Plan(wanted, List.of(), penniless, wanted.stake())
                : this;
    }
}
