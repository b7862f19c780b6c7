package evens.sim;

/**
 * What an account could come to on one game.
 *
 * @param funds balance and credit
 * @param limit largest liability
 * @param now its liability on all games
 * @param others its liability on all other games
 * @param results its results on this game, with what is planned
 * @param planned whether anything is
 */
record Purse(long funds, long limit, long now, long others, Results results, boolean planned) {
    boolean fits(Bet bet) {
        return fits(results.with(bet));
    }

    boolean fits(Results results) {
        long liability = others + results.worst();
        return liability >= now || (funds + liability >= 0 && -liability <= limit);
    }
}
