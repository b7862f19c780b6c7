package evens.race.judge;

import evens.race.seen.Act;
import evens.race.seen.Answer.Fill;
import evens.race.seen.Answer.Placed;
import evens.race.seen.Bet;
import org.jspecify.annotations.Nullable;

/**
 * An order that was accepted.
 *
 * @param act that placed it
 * @param wager by which its matched bets name it
 */
record Order(Act act, Bet bet, String wager, Placed answer) {

    int account() {
        return act.account();
    }

    /** Null if it never rested: then nobody was told. */
    @Nullable String id() {
        return answer.order();
    }

    boolean is(@Nullable String order) {
        return order != null && order.equals(id());
    }

    /** The first step in which it may have been accepted: one with a live delay may be old. */
    long earliest() {
        return bet.live() ? 1 : act.sequence();
    }

    /** The last step in which it may have been accepted. */
    long latest() {
        return act.sequence();
    }

    /** What it took at once. */
    long taken() {
        return answer.fills().stream().mapToLong(Fill::stake).sum();
    }

    /** Whether it was accepted before the kill, beyond doubt. */
    boolean isBefore(Kill kill) {
        return latest() < kill.earliest() || act.isBefore(kill.act());
    }

    @Override
    public String toString() {
        return "order %s (wager %s) of account %d, accepted at %d"
                .formatted(id(), wager, account(), latest());
    }
}
