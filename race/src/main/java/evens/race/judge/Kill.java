package evens.race.judge;

import evens.race.seen.Act;
import java.util.function.Predicate;

/**
 * Something that ended or set aside all orders of a scope in one step.
 *
 * @param act that did it, or armed what did it
 * @param earliest the first step that may have been its step
 * @param latest the last step that may have been its step
 * @param pauses whether its orders may come back
 */
record Kill(Act act, long earliest, long latest, boolean pauses, Predicate<Order> scope) {

    static Kill at(Act act, boolean pauses, Predicate<Order> scope) {
        return new Kill(act, act.sequence(), act.sequence(), pauses, scope);
    }

    /** Whether the order is in its scope and was accepted before it. */
    boolean covers(Order order) {
        return order.account() == act.account() && scope.test(order) && order.isBefore(this);
    }
}
