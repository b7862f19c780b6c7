package evens.sim;

import evens.model.Outcome;
import evens.model.Subject;
import java.util.List;

/**
 * Bets settled at scores that a game may end with, whole bets at once: a second opinion on what
 * they may cost, which knows nothing of parts and curves.
 */
final class Scores {
    private Scores() {}

    /** The worst of some results around the numbers that were bet on. */
    static long worst(List<Bet> bets) {
        long worst = Math.min(of(bets, 0, 0), Math.min(of(bets, 1, 0), of(bets, 0, 1)));
        if (bets.isEmpty()) {
            return worst;
        }
        Bet newest = bets.get(bets.size() - 1);
        Bet oldest = bets.get(0);
        for (int number : new int[] {newest.market().number(), oldest.market().number()}) {
            int whole = Math.abs(number) / 4;
            for (int score = Math.max(0, whole - 1); score <= whole + 1; score++) {
                worst = Math.min(worst, of(bets, score, 0));
                worst = Math.min(worst, of(bets, 0, score));
                worst = Math.min(worst, of(bets, score / 2, score - score / 2));
            }
        }
        return worst;
    }

    private static long of(List<Bet> bets, int away, int home) {
        long sum = 0;
        for (Bet bet : bets) {
            sum += paid(bet, away, home);
        }
        return sum;
    }

    private static long paid(Bet bet, int away, int home) {
        int number = bet.market().number();
        int first =
                switch (bet.market().type()) {
                    case MONEYLINE -> 2 * (away - home);
                    case SPREAD -> 4 * (away - home) + number;
                    case TOTAL -> 4 * (away + home) - number;
                    case MONEYLINE_1X2 -> isSo(bet.market().subject(), away, home) ? 2 : -2;
                };
        int own = bet.backed() == Outcome.FIRST ? first : -first;
        if (own >= 2) {
            return bet.win() - bet.feeIfWon();
        } else if (own <= -2) {
            return -bet.stake() - bet.feeIfLost();
        } else if (own == 0) {
            return 0;
        }
        // a quarter beside the score: one half is refunded
        boolean lower =
                switch (bet.market().type()) {
                    case SPREAD -> first < 0;
                    default -> first > 0;
                };
        long stake = lower ? bet.stake() / 2 : bet.stake() - bet.stake() / 2;
        long win = lower ? bet.win() / 2 : bet.win() - bet.win() / 2;
        return own > 0
                ? win - Fractions.commission(win, bet.ppm())
                : -stake - Fractions.commission(Math.min(stake, win), bet.ppm());
    }

    private static boolean isSo(Subject subject, int away, int home) {
        return switch (subject) {
            case AWAY -> away > home;
            case HOME -> away < home;
            case DRAW -> away == home;
            case NONE -> false;
        };
    }
}
