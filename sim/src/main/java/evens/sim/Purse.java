package evens.sim;

import evens.model.Outcome;

/**
 * What an account could come to on one game.
 *
 * @param funds balance and credit
 * @param limit largest liability
 * @param now its liability on all games
 * @param others its liability on all other games
 * @param result its result on this game, with what is planned
 * @param planned whether anything is
 */
record Purse(long funds, long limit, long now, long others, Result result, boolean planned) {
    boolean fits(Outcome backed, long win, long loss) {
        long liability = others + result.with(backed, win, loss).worst();
        return liability >= now || (funds + liability >= 0 && -liability <= limit);
    }
}
