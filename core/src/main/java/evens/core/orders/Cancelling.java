package evens.core.orders;

import evens.core.book.Book;
import evens.core.book.Ladder;
import evens.core.book.Level;
import evens.core.book.Order;
import evens.core.ledger.Account;
import evens.core.ledger.Ledger;
import evens.model.Ending;
import evens.model.Events;
import evens.model.Outcome;
import evens.model.Reject;

/**
 * Cancelling, the heart of the exchange. Whatever the scope, it is one step: nothing runs in
 * between, and what it ends gets no fill afterwards.
 */
public final class Cancelling {
    private final Ledger ledger;
    private final OpenOrders openOrders;

    public Cancelling(Ledger ledger, OpenOrders openOrders) {
        this.ledger = ledger;
        this.openOrders = openOrders;
    }

    /** One order: exactly one event says what became of it. */
    public void cancel(long account, long id, Events events) {
        Order order = openOrders.find(id);
        if (order == null) {
            events.cancelRefused(id, reject(account, id));
        } else if (order.account().id() != account) {
            events.cancelRefused(id, Reject.NOT_YOUR_ORDER);
        } else {
            openOrders.cancel(order, Ending.USER, events);
        }
    }

    /** Why an order can not be cancelled that is not open. */
    private Reject reject(long account, long id) {
        Ending ending = openOrders.ending(id);
        if (ending == null) {
            return Reject.ORDER_NOT_FOUND;
        }
        if (openOrders.ownerOfClosed(id) != account) {
            return Reject.NOT_YOUR_ORDER;
        }
        return switch (ending) {
            case FILLED -> Reject.ALREADY_FILLED;
            case EXPIRED, GAME_START -> Reject.ALREADY_EXPIRED;
            case USER, OPERATOR, INSUFFICIENT_FUNDS, REMAINDER_TOO_SMALL, KILLED, BAN ->
                    Reject.ALREADY_CANCELLED;
        };
    }

    /** Every open order of the account, oldest first. */
    public void cancelAll(long accountId, Ending ending, Events events) {
        Account account = ledger.account(accountId);
        if (account == null) {
            return;
        }
        Order order = openOrders.oldestOf(account);
        while (order != null) {
            openOrders.cancel(order, ending, events);
            order = openOrders.oldestOf(account);
        }
    }

    /** Every order of a book: of those who back the first outcome, then of the others. */
    public void cancelAll(Book book, Ending ending, Events events) {
        for (Outcome outcome : Outcome.values()) {
            Ladder ladder = book.ladder(outcome);
            Level best = ladder.level(0);
            while (best != null) {
                Order order = best.first();
                if (order == null) {
                    throw new IllegalStateException("an empty level stands in the book");
                }
                openOrders.cancel(order, ending, events);
                best = ladder.level(0);
            }
        }
    }
}
