package evens.sim;

import evens.model.Command;
import evens.model.Command.NewOrder;
import evens.model.Ending;
import evens.model.Event;
import evens.model.Event.OrderPlaced;
import evens.model.GameTerms;
import evens.model.Reject;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** What the twin does with an order that comes in, at once or after it has waited. */
final class Placing {
    private static final long TOO_LATE_MILLIS = 1_000;
    private static final int LIVE_MINUTES = 5;

    private final Accounts accounts;
    private final Games games;
    private final Orders orders;
    private final Planning planning;
    private final Matching matching;
    private final Consumer<Event> events;
    private final LongSupplier clock;
    private final Counters counters;

    Placing(
            Accounts accounts,
            Games games,
            Orders orders,
            Planning planning,
            Matching matching,
            Consumer<Event> events,
            LongSupplier clock,
            Counters counters) {
        this.accounts = accounts;
        this.games = games;
        this.orders = orders;
        this.planning = planning;
        this.matching = matching;
        this.events = events;
        this.clock = clock;
        this.counters = counters;
    }

    void place(Command.PlaceOrders c) {
        for (int i = 0; i < c.orders().size(); i++) {
            Reject reject = place(c.account(), c.stamp(), i, c.orders().get(i));
            if (reject != null) {
                events.accept(new Event.OrderRejected(i, c.account(), reject));
            }
        }
    }

    private @Nullable Reject place(long account, Command.Stamp stamp, int index, NewOrder order) {
        Reject reject = accounts.whyNot(account, stamp);
        if (reject != null) {
            return reject;
        }
        reject = games.whyNot(order.game());
        if (reject != null) {
            return reject;
        }
        GameTerms game = games.known(order.game()).terms();
        if (!games.asks(game, order.type())) {
            return Reject.MARKET_NOT_OFFERED;
        }
        Question question = Question.of(order, game);
        if (question == null) {
            return Reject.WRONG_SIDE;
        } else if (!question.hasPossibleNumber()) {
            return Reject.NUMBER_OUT_OF_RANGE;
        }
        Wanted wanted =
                new Wanted(
                        account,
                        order.game(),
                        question,
                        order.line(),
                        order.stake(),
                        order.orderType());
        Asking asking = new Asking(index, wanted, order.expiryMinutes(), order.reference());
        reject = asking.isWrong();
        return reject == null ? take(asking, null) : reject;
    }

    /**
     * Takes an order of which everything but the book and the funds was checked.
     *
     * @param replaced an order that ends if this one is taken
     * @return why it is not, null if it is
     */
    @Nullable Reject take(Asking asking, Orders.@Nullable Order replaced) {
        Wanted wanted = asking.wanted();
        Plan plan = planning.plan(wanted);
        Reject reject = planning.judge(plan);
        if (reject != null) {
            planning.drop(plan);
            return reject;
        }
        if (replaced != null) {
            orders.cancel(replaced, Ending.USER);
        }
        Plan carriedOut = plan.carriedOut();
        long delay = games.delayMillis(games.known(wanted.game()).terms());
        if (delay > 0 && !carriedOut.fills().isEmpty()) {
            OrderPlaced asked = placed(asking, 0);
            orders.delay(new Orders.Order(asked), clock.getAsLong() + delay);
            events.accept(delayed(asked, clock.getAsLong() + delay));
            planning.drop(plan);
            return null;
        }
        OrderPlaced placed = placed(asking, carriedOut.rests());
        events.accept(placed);
        matching.carryOut(carriedOut, new Orders.Order(placed));
        return null;
    }

    /** An order has waited long enough, and perhaps too long. */
    void placeAfterDelay(Orders.Order order, long cameInMillis) {
        OrderPlaced asked = order.placed;
        if (cameInMillis - order.untilMillis > TOO_LATE_MILLIS) {
            orders.cancel(order, Ending.EXPIRED);
            return;
        }
        Reject reject = games.whyNot(asked.game());
        if (reject == null) {
            Plan plan = planning.plan(Wanted.of(asked, asked.stake(), asked.type()));
            reject = planning.judge(plan);
            if (reject == null) {
                orders.awake(order);
                order.placed = afterDelay(asked, plan.rests());
                events.accept(order.placed);
                matching.carryOut(plan, order);
                return;
            }
            planning.drop(plan);
        }
        events.accept(new Event.DelayedOrderRejected(asked.order(), asked.account(), reject));
        orders.close(order, Ending.KILLED);
    }

    private OrderPlaced placed(Asking asking, long rests) {
        Wanted wanted = asking.wanted();
        return new OrderPlaced(
                asking.index(),
                orders.newId(),
                wanted.account(),
                counters.nextWagerRequest(),
                counters.nextTransaction(),
                wanted.game(),
                wanted.question().market(),
                wanted.question().backed(),
                wanted.line(),
                wanted.stake(),
                rests,
                wanted.type(),
                clock.getAsLong(),
                expiresAt(asking),
                message(wanted.account(), rests),
                asking.reference());
    }

    private long expiresAt(Asking asking) {
        Wanted wanted = asking.wanted();
        int minutes = asking.expiryMinutes();
        if (minutes == NewOrder.BY_DEFAULT) {
            minutes = accounts.known(wanted.account()).defaultExpiryMinutes;
        }
        if (minutes == 0 && games.known(wanted.game()).terms().live()) {
            minutes = LIVE_MINUTES;
        }
        return minutes == 0 ? 0 : clock.getAsLong() + minutes * 60_000L;
    }

    private long message(long account, long rests) {
        return rests > 0 ? ++accounts.known(account).messages : 0;
    }

    private static Event delayed(OrderPlaced o, long untilMillis) {
        return new Event.OrderDelayed(
                o.index(),
                o.order(),
                o.account(),
                o.wagerRequest(),
                o.transaction(),
                o.game(),
                o.market(),
                o.outcome(),
                o.line(),
                o.stake(),
                o.type(),
                o.createdAtMillis(),
                o.expiresAtMillis(),
                untilMillis,
                o.reference());
    }

    private OrderPlaced afterDelay(OrderPlaced asked, long rests) {
        return new OrderPlaced(
                OrderPlaced.AFTER_DELAY,
                asked.order(),
                asked.account(),
                asked.wagerRequest(),
                asked.transaction(),
                asked.game(),
                asked.market(),
                asked.outcome(),
                asked.line(),
                asked.stake(),
                rests,
                asked.type(),
                asked.createdAtMillis(),
                asked.expiresAtMillis(),
                message(asked.account(), rests),
                asked.reference());
    }
}
