package evens.edge.view;

import evens.model.Event;
import evens.model.Market;
import evens.model.OrderState;
import evens.model.OrderType;
import evens.model.Outcome;
import evens.model.PastOrder;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An open order as it is now.
 *
 * @param transaction the id of its creation; a younger order has a greater one
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
        OrderType type,
        OrderState state,
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
                placed.type(),
                OrderState.RESTING,
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
                stated.type(),
                stated.state(),
                stated.createdAtMillis(),
                stated.expiresAtMillis(),
                stated.reference());
    }

    static OrderRow of(Event.OrderDelayed delayed) {
        return new OrderRow(
                delayed.order(),
                delayed.account(),
                delayed.wagerRequest(),
                delayed.transaction(),
                delayed.game(),
                delayed.market(),
                delayed.outcome(),
                delayed.line(),
                delayed.stake(),
                delayed.stake(),
                delayed.type(),
                OrderState.DELAYED,
                delayed.createdAtMillis(),
                delayed.expiresAtMillis(),
                delayed.reference());
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
                Objects.requireNonNullElse(past.type(), OrderType.LIMIT),
                OrderState.RESTING,
                past.createdAtMillis(),
                past.expiresAtMillis(),
                past.reference());
    }

    OrderRow withRemaining(long newRemaining) {
        return with(newRemaining, state);
    }

    OrderRow in(OrderState newState) {
        return with(remaining, newState);
    }

    private OrderRow with(long newRemaining, OrderState newState) {
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
                type,
                newState,
                createdAtMillis,
                expiresAtMillis,
                reference);
    }

    /** What was matched. */
    public long filled() {
        return stake - remaining;
    }

    public boolean isResting() {
        return state == OrderState.RESTING;
    }

    public boolean isPaused() {
        return state == OrderState.PAUSED;
    }
}
