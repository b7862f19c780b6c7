package evens.sim;

import evens.model.Event.OrderPlaced;
import evens.model.OrderType;

/** What somebody wants to bet, and how it meets the book. */
record Wanted(long account, long game, Question question, int line, long stake, OrderType type) {
    /** What an order wants that is there already. */
    static Wanted of(OrderPlaced order, long stake, OrderType type) {
        Question question = new Question(order.market(), order.outcome());
        return new Wanted(order.account(), order.game(), question, order.line(), stake, type);
    }
}
