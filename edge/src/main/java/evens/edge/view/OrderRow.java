package evens.edge.view;

import evens.model.Event;
import evens.model.Market;
import evens.model.Outcome;
import evens.model.PastOrder;
import org.jspecify.annotations.Nullable;

/**
 * An open order as it is now.
 *
 * @param expiresAtMillis 0 if it rests until the game starts
 */
public record OrderRow(
        long id,
        long account,
        long wagerRequest,
        long transaction,
        long game,
        Market market,
        Outcome outcome,
        int line,
        long stake,
        long remaining,
        long createdAtMillis,
        long expiresAtMillis,
        @Nullable String reference) {

    static OrderRow of(Event.OrderPlaced placed) {
        return new OrderRow(
                placed.order(),
                placed.account(),
                placed.wagerRequest(),
                placed.transaction(),
                placed.game(),
                placed.market(),
                placed.outcome(),
                placed.line(),
                placed.stake(),
                placed.resting(),
                placed.createdAtMillis(),
                placed.expiresAtMillis(),
                placed.reference());
    }

    static OrderRow of(Event.OrderStated stated) {
        return new OrderRow(
                stated.order(),
                stated.account(),
                stated.wagerRequest(),
                stated.transaction(),
                stated.game(),
                stated.market(),
                stated.outcome(),
                stated.line(),
                stated.stake(),
                stated.stake() - stated.filled(),
                stated.createdAtMillis(),
                stated.expiresAtMillis(),
                stated.reference());
    }

    /** An order of the history, as it was last. */
    public static OrderRow of(PastOrder past) {
        return new OrderRow(
                past.order(),
                past.account(),
                past.wagerRequest(),
                past.transaction(),
                past.game(),
                past.market(),
                past.outcome(),
                past.line(),
                past.stake(),
                past.stake() - past.filled(),
                past.createdAtMillis(),
                past.expiresAtMillis(),
                past.reference());
    }

    OrderRow withRemaining(long newRemaining) {
        return new OrderRow(
                id,
                account,
                wagerRequest,
                transaction,
                game,
                market,
                outcome,
                line,
                stake,
                newRemaining,
                createdAtMillis,
                expiresAtMillis,
                reference);
    }

    /** What was matched. */
    public long filled() {
        return stake - remaining;
    }
}
