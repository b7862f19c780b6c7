package evens.edge.view;

import evens.model.Event;
import evens.model.Event.WagerStated;
import evens.model.Odds;

/** The two wagers of a match, as the state would tell them. */
final class Halves {
    private Halves() {}

    static WagerStated ofMaker(Event.OrderMatched matched, long timeMillis) {
        Event.Maker maker = matched.maker();
        return new WagerStated(
                matched.transaction(),
                maker.order(),
                maker.account(),
                maker.wagerRequest(),
                matched.game(),
                matched.market(),
                matched.makerOutcome(),
                matched.makerLine(),
                true,
                maker.stake(),
                matched.taker().stake(),
                0,
                0,
                0,
                maker.createdAtMillis(),
                timeMillis,
                maker.reference());
    }

    /**
     * The half of who took.
     *
     * @param createdAtMillis when the order was asked for: before the match, if it has waited
     */
    static WagerStated ofTaker(
            Event.OrderMatched matched, int commissionPpm, long createdAtMillis, long timeMillis) {
        Event.Taker taker = matched.taker();
        return new WagerStated(
                matched.transaction(),
                matched.maker().order(),
                taker.account(),
                taker.wagerRequest(),
                matched.game(),
                matched.market(),
                matched.makerOutcome().opposite(),
                Odds.opposite(matched.makerLine()),
                false,
                taker.stake(),
                matched.maker().stake(),
                commissionPpm,
                taker.feeIfWon(),
                taker.feeIfLost(),
                createdAtMillis,
                timeMillis,
                taker.reference());
    }
}
