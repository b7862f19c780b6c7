package evens.core.ledger;

import evens.model.Event;
import evens.model.Market;
import evens.model.MarketType;
import evens.model.Outcome;
import evens.model.Subject;

/**
 * A wager graded the slow way, by the score and by nothing that the exchange computes with.
 *
 * @param commissionPpm what is charged of the smaller side if it is lost, of the win if it is won
 */
public record Bet(Market market, Outcome outcome, long stake, long win, int commissionPpm) {
    public static Bet of(Event.WagerStated told) {
        return new Bet(
                told.market(), told.outcome(), told.stake(), told.win(), told.commissionPpm());
    }

    /** What it pays, or costs, when the game ends like this. */
    long result(int away, int home) {
        int number = market.number();
        if (number % 2 == 0) {
            return result(number, stake, win, away, home);
        }
        long lower = result(number - 1, stake / 2, win / 2, away, home);
        long upper = result(number + 1, stake - stake / 2, win - win / 2, away, home);
        return lower + upper;
    }

    private long result(int number, long partStake, long partWin, int away, int home) {
        int decision = decision(number, away, home);
        if (decision == 0) {
            return 0;
        }
        boolean won = decision > 0 == (outcome == Outcome.FIRST);
        return won ? partWin - fee(partWin) : -partStake - fee(Math.min(partStake, partWin));
    }

    /** Above 0 if the first outcome is right, below 0 if the second is, 0 if neither. */
    private int decision(int quarters, int away, int home) {
        return switch (market.type()) {
            case MONEYLINE -> away - home;
            case SPREAD -> 4 * away + quarters - 4 * home;
            case TOTAL -> 4 * (away + home) - quarters;
            case MONEYLINE_1X2 -> market.subject() == winner(away, home) ? 1 : -1;
        };
    }

    private static Subject winner(int away, int home) {
        if (away == home) {
            return Subject.DRAW;
        }
        return away > home ? Subject.AWAY : Subject.HOME;
    }

    private long fee(long amount) {
        return (2 * amount * commissionPpm + 1_000_000) / 2_000_000; // half up
    }

    boolean isOf(MarketType type) {
        return market.type() == type;
    }
}
