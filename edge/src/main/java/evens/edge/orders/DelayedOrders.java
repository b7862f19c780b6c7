package evens.edge.orders;

import evens.model.Event;
import evens.model.GameState;
import evens.model.Reject;
import evens.model.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The orders in a live delay whose batches wait for an answer, each until the feed tells how its
 * delay ended.
 */
final class DelayedOrders implements Consumer<Step> {
    private final Map<Long, List<Batch>> batches = new ConcurrentHashMap<>();

    /**
     * Answers when no order of the step is in its live delay any more: at once, if none is. To be
     * called on the feed's thread, before it tells the next step.
     */
    void settle(long sequence, List<Event> events, OrderDesk.Answer answer) {
        List<Long> orders = delayedBy(events);
        if (orders.isEmpty()) {
            answer.executed(sequence, events);
            return;
        }
        Batch batch = new Batch(sequence, events, orders.size(), answer);
        orders.forEach(order -> follow(order, batch));
    }

    /** The orders that a step put into their live delay. */
    static List<Long> delayedBy(List<Event> events) {
        List<Long> orders = new ArrayList<>();
        for (Event event : events) {
            if (event instanceof Event.OrderDelayed delayed) {
                orders.add(delayed.order());
            }
        }
        return orders;
    }

    /** Has the batch hear of the end of this order's delay; it must not have ended yet. */
    void follow(long order, Batch batch) {
        batches.merge(
                order,
                List.of(batch),
                (others, one) -> {
                    List<Batch> all = new ArrayList<>(others);
                    all.addAll(one);
                    return all;
                });
    }

    @Override
    public void accept(Step step) {
        if (batches.isEmpty()) {
            return;
        }
        List<Event> events = step.events();
        for (int i = 0; i < events.size(); i++) {
            Long order = endedBy(events.get(i));
            List<Batch> waiting = order == null ? null : batches.remove(order);
            if (order != null && waiting != null) {
                List<Event> end = endOf(order, events, i);
                waiting.forEach(batch -> batch.ended(step.sequence(), end));
            }
        }
    }

    /** The order whose delay this event ends, if it is in one; null if it ends none. */
    static @Nullable Long endedBy(Event event) {
        if (event instanceof Event.OrderPlaced placed) {
            return placed.index() == Event.OrderPlaced.AFTER_DELAY ? placed.order() : null;
        }
        if (event instanceof Event.DelayedOrderRejected rejected) {
            return rejected.order();
        }
        return event instanceof Event.OrderCancelled cancelled ? cancelled.order() : null;
    }

    /**
     * What became of the order, beginning with the event that ended its delay. An order whose game
     * was closed meanwhile is refused as one that comes too late; nobody cancelled it.
     */
    static List<Event> endOf(long order, List<Event> events, int from) {
        List<Event> end = new ArrayList<>();
        end.add(
                events.get(from) instanceof Event.OrderCancelled cancelled
                                && closes(events, cancelled.game())
                        ? new Event.DelayedOrderRejected(
                                order, cancelled.account(), Reject.GAME_NOT_OPEN)
                        : events.get(from));
        if (end.getFirst() instanceof Event.OrderPlaced) {
            for (Event event : events.subList(from + 1, events.size())) {
                if (event instanceof Event.OrderMatched matched
                        && matched.taker().order() == order) {
                    end.add(matched);
                }
            }
        }
        return end;
    }

    private static boolean closes(List<Event> events, long game) {
        return events.contains(new Event.GameStateChanged(game, GameState.CLOSED));
    }
}
