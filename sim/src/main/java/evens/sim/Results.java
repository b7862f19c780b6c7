package evens.sim;

import evens.model.Market;
import evens.model.MarketType;
import evens.model.Outcome;
import evens.model.Subject;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/** What an account gets on a game, question by question; there are no quarter numbers left. */
final class Results {
    /** What one question brings by its answer; nothing if it has none. */
    private record Result(long ifFirst, long ifSecond) {
        Result plus(Result other) {
            return new Result(ifFirst + other.ifFirst, ifSecond + other.ifSecond);
        }
    }

    private final Map<Market, Result> questions;

    private Results(Map<Market, Result> questions) {
        this.questions = questions;
    }

    static Results of(Collection<Bet> bets) {
        Results results = new Results(new HashMap<>());
        bets.forEach(results::add);
        return results;
    }

    Results with(Bet bet) {
        Results results = new Results(new HashMap<>(questions));
        results.add(bet);
        return results;
    }

    private void add(Bet bet) {
        for (Bet part : bet.parts()) {
            Result result =
                    part.backed() == Outcome.FIRST
                            ? new Result(part.ownGain(), -part.ownLoss())
                            : new Result(-part.ownLoss(), part.ownGain());
            questions.merge(part.market(), result, Result::plus);
        }
    }

    /**
     * What may be lost: by the worst margin, where any kind of question may still be void, and by
     * the worst total, whatever the margin is.
     */
    long worst() {
        TreeSet<Integer> margins = new TreeSet<>();
        TreeSet<Integer> totals = new TreeSet<>();
        totals.add(0);
        for (Market market : questions.keySet()) {
            boolean total = market.type() == MarketType.TOTAL;
            int near = Math.floorDiv(total ? market.number() : -market.number(), 4);
            for (int whole = near - 2; whole <= near + 2; whole++) {
                (total ? totals : margins).add(whole);
            }
        }
        long worstMargin = 0;
        for (int margin : margins) {
            long sum =
                    Math.min(0, at(MarketType.MONEYLINE, margin))
                            + Math.min(0, at(MarketType.SPREAD, margin))
                            + Math.min(0, at(MarketType.MONEYLINE_1X2, margin));
            worstMargin = Math.min(worstMargin, sum);
        }
        long worstTotal = 0;
        for (int total : totals.tailSet(0)) {
            worstTotal = Math.min(worstTotal, at(MarketType.TOTAL, total));
        }
        return worstMargin + worstTotal;
    }

    /** What all questions of a kind bring at this margin, or this total. */
    private long at(MarketType type, int whole) {
        long sum = 0;
        for (Map.Entry<Market, Result> entry : questions.entrySet()) {
            if (entry.getKey().type() == type) {
                int answer = answer(entry.getKey(), whole);
                Result result = entry.getValue();
                sum += answer > 0 ? result.ifFirst() : answer < 0 ? result.ifSecond() : 0;
            }
        }
        return sum;
    }

    /** Above 0 for the first answer, below 0 for the second. */
    private static int answer(Market market, int whole) {
        return switch (market.type()) {
            case MONEYLINE -> whole;
            case SPREAD -> 4 * whole + market.number();
            case TOTAL -> 4 * whole - market.number();
            case MONEYLINE_1X2 -> winner(whole) == market.subject() ? 1 : -1;
        };
    }

    private static Subject winner(int margin) {
        return margin > 0 ? Subject.AWAY : margin < 0 ? Subject.HOME : Subject.DRAW;
    }
}
