package evens.sim;

import evens.model.Market;
import evens.model.Outcome;
import java.util.List;

/**
 * A wager as somebody made it.
 *
 * @param win gross, before commission
 * @param ppm the rate of commission
 */
record Bet(Market market, Outcome backed, long stake, long win, int ppm) {
    /**
     * What it is settled as. A quarter number, such as 3.25, lies between the numbers 3 and 3.5: it
     * is two halves, and the odd micro-dollar is with the upper one.
     */
    List<Bet> parts() {
        int number = market.number();
        if (number % 2 == 0) {
            return List.of(this);
        }
        Bet lower = part(number - 1, stake / 2, win / 2);
        Bet upper = part(number + 1, stake - lower.stake, win - lower.win);
        return List.of(lower, upper);
    }

    private Bet part(int number, long itsStake, long itsWin) {
        Market its = new Market(market.type(), market.subject(), number);
        return new Bet(its, backed, itsStake, itsWin, ppm);
    }

    long feeIfWon() {
        return parts().stream().mapToLong(Bet::ownFeeIfWon).sum();
    }

    long feeIfLost() {
        return parts().stream().mapToLong(Bet::ownFeeIfLost).sum();
    }

    /** What a part that is won brings. */
    long ownGain() {
        return win - ownFeeIfWon();
    }

    /** What a part that is lost costs. */
    long ownLoss() {
        return stake + ownFeeIfLost();
    }

    private long ownFeeIfWon() {
        return Fractions.commission(win, ppm);
    }

    private long ownFeeIfLost() {
        return Fractions.commission(Math.min(stake, win), ppm);
    }
}
