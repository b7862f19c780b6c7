package evens.edge.orders;

import evens.edge.view.OpenOrder;
import evens.edge.view.View;
import evens.model.Event;
import evens.model.OrderState;
import evens.model.RecordedFeed;
import evens.model.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers a command that was executed before with what it led to then: from the recorded feed, on a
 * thread of its own.
 */
final class EarlierAnswers {
    private static final Logger LOG = LoggerFactory.getLogger(EarlierAnswers.class);

    private final View view;
    private final RecordedSteps recorded;
    private final DelayedOrders delayed;

    EarlierAnswers(View view, RecordedFeed recorded, DelayedOrders delayed) {
        this.view = view;
        this.recorded = new RecordedSteps(recorded);
        this.delayed = delayed;
    }

    /** Tells what step {@code sequence} led to; returns at once. */
    void tell(long sequence, OrderDesk.Answer answer) {
        Thread.ofVirtual().name("evens-earlier").start(() -> findOrGiveUp(sequence, answer));
    }

    private void findOrGiveUp(long sequence, OrderDesk.Answer answer) {
        try {
            find(sequence, answer);
        } catch (RuntimeException unreadable) {
            LOG.error("what step {} led to can not be read", sequence, unreadable);
            answer.forgotten(sequence);
        }
    }

    private void find(long sequence, OrderDesk.Answer answer) {
        Step step = recorded.step(sequence);
        if (step == null) {
            answer.forgotten(sequence);
            return;
        }
        List<Long> orders = DelayedOrders.delayedBy(step.events());
        if (orders.isEmpty()) {
            answer.executed(sequence, step.events());
            return;
        }
        Batch batch = new Batch(sequence, step.events(), orders.size(), answer);
        Set<Long> over = new HashSet<>(orders);
        long until = view.between(() -> followWaiting(over, batch));
        if (!findEnds(sequence + 1, until, over, batch)) {
            batch.lost(sequence);
        }
    }

    /** Leaves in the set those that wait no more, in this or an earlier step than is returned. */
    private long followWaiting(Set<Long> orders, Batch batch) {
        List<Long> waiting = new ArrayList<>();
        for (long order : orders) {
            OpenOrder open = view.openOrder(order);
            if (open != null && open.order().state() == OrderState.DELAYED) {
                delayed.follow(order, batch);
                waiting.add(order);
            }
        }
        waiting.forEach(orders::remove);
        return view.sequence();
    }

    /** Whether the ends of all these delays are between the two steps. */
    private boolean findEnds(long from, long until, Set<Long> orders, Batch batch) {
        for (long next = from; !orders.isEmpty() && next <= until; next++) {
            Step step = recorded.step(next);
            if (step == null) {
                return false;
            }
            findEnds(step, orders, batch);
        }
        return orders.isEmpty();
    }

    private static void findEnds(Step step, Set<Long> orders, Batch batch) {
        List<Event> events = step.events();
        for (int i = 0; i < events.size(); i++) {
            Long order = DelayedOrders.endedBy(events.get(i));
            if (order != null && orders.remove(order)) {
                batch.ended(step.sequence(), DelayedOrders.endOf(order, events, i));
            }
        }
    }
}
