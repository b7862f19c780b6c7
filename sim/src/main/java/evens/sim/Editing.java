package evens.sim;

import evens.model.Command;
import evens.model.Ending;
import evens.model.Event;
import evens.model.Event.OrderPlaced;
import evens.model.OrderType;
import evens.model.Reject;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How the twin gives an order other terms, or brings it back. */
final class Editing {
    private final Accounts accounts;
    private final Games games;
    private final Orders orders;
    private final Planning planning;
    private final Placing placing;
    private final Consumer<Event> events;

    Editing(
            Accounts accounts,
            Games games,
            Orders orders,
            Planning planning,
            Placing placing,
            Consumer<Event> events) {
        this.accounts = accounts;
        this.games = games;
        this.orders = orders;
        this.planning = planning;
        this.placing = placing;
        this.events = events;
    }

    void edit(Command.EditOrder c) {
        Reject reject = accounts.whyNot(c.account(), c.stamp());
        if (reject != null) {
            events.accept(new Event.OrderRejected(0, c.account(), reject));
            return;
        }
        Orders.Order order = orders.get(c.order());
        reject = orders.whyNot(c.account(), c.order());
        if (reject == null && order != null && !order.isResting()) {
            reject = Reject.NOT_RESTING;
        }
        if (reject != null || order == null) {
            Reject why = reject == null ? Reject.ORDER_NOT_FOUND : reject;
            events.accept(new Event.CancelRefused(c.order(), why));
            return;
        }
        if (c.intendedStake() != null && isOff(c.intendedStake(), order.remaining())) {
            orders.cancel(order, Ending.USER);
            return;
        }
        reject = replace(order, c);
        if (reject != null) {
            events.accept(new Event.OrderRejected(0, c.account(), reject));
        }
    }

    /** Wrong by more than a dollar. */
    private static boolean isOff(long intended, long remaining) {
        return intended < remaining - 1_000_000 || intended > remaining + 1_000_000;
    }

    private @Nullable Reject replace(Orders.Order order, Command.EditOrder c) {
        OrderPlaced old = order.placed;
        Reject reject = games.whyNot(old.game());
        if (reject != null) {
            return reject;
        }
        Wanted wanted =
                new Wanted(
                        old.account(),
                        old.game(),
                        new Question(old.market(), old.outcome()),
                        c.line() == null ? old.line() : c.line(),
                        c.stake() == null ? order.remaining() : c.stake(),
                        c.orderType());
        String reference = c.reference() == null ? old.reference() : c.reference();
        Asking asking = new Asking(0, wanted, c.expiryMinutes(), reference);
        reject = asking.isWrong();
        if (reject != null) {
            return reject;
        }
        if (c.needsOtherSide() && !hasOtherSide(old)) {
            return Reject.NO_OTHER_SIDE;
        }
        return placing.take(asking, order);
    }

    private boolean hasOtherSide(OrderPlaced old) {
        return orders.offers(old.game(), old.market(), old.outcome().opposite()).stream()
                .anyMatch(offer -> offer.placed.account() != old.account());
    }

    void resume(Command.ResumeOrders c) {
        Reject reject = accounts.whyNot(c.account(), c.stamp());
        if (reject == null && c.game() != 0 && games.get(c.game()) == null) {
            reject = Reject.GAME_NOT_FOUND;
        }
        if (reject != null) {
            events.accept(new Event.Refused(reject));
            return;
        }
        int index = 0;
        for (Orders.Order order : orders.of(c.account())) {
            boolean meant = c.game() == 0 || order.placed.game() == c.game();
            switch (order.state) {
                case PAUSED -> {
                    if (meant) {
                        resume(order, index++);
                    }
                }
                case RESTING, DELAYED -> {}
            }
        }
    }

    private void resume(Orders.Order order, int index) {
        OrderPlaced o = order.placed;
        Reject reject = games.whyNot(o.game());
        if (reject != null) {
            events.accept(new Event.ResumeRejected(index, o.order(), reject));
            return;
        }
        Plan plan = planning.plan(Wanted.of(o, order.remaining(), OrderType.POST));
        reject = planning.judge(plan);
        if (reject != null) {
            planning.drop(plan);
            events.accept(new Event.ResumeRejected(index, o.order(), reject));
            return;
        }
        planning.drop(plan); // one that only rests plans no more than one fill
        events.accept(
                new Event.OrderResumed(
                        index,
                        o.order(),
                        o.account(),
                        o.wagerRequest(),
                        o.transaction(),
                        o.game(),
                        o.market(),
                        o.outcome(),
                        o.line(),
                        o.stake(),
                        order.remaining(),
                        o.type(),
                        o.createdAtMillis(),
                        o.expiresAtMillis(),
                        ++accounts.known(o.account()).messages,
                        o.reference()));
        orders.rest(order);
    }
}
