package evens.core.orders;

import evens.core.book.Book;
import evens.core.book.Order;
import evens.core.catalog.Catalog;
import evens.core.ledger.Account;
import evens.core.ledger.Ledger;
import evens.model.Command;
import evens.model.Ending;
import evens.model.Events;
import evens.model.Ids;
import evens.model.OrderState;
import evens.model.OrderType;
import evens.model.Reject;
import org.jspecify.annotations.Nullable;

/** Takes what an account has in the books out of them, and brings it back later. */
public final class Pausing {
    private final Catalog catalog;
    private final Ledger ledger;
    private final OpenOrders openOrders;
    private final Placing placing;

    public Pausing(Catalog catalog, Ledger ledger, OpenOrders openOrders, Placing placing) {
        this.catalog = catalog;
        this.ledger = ledger;
        this.openOrders = openOrders;
        this.placing = placing;
    }

    public void pause(Command.PauseOrders command, Events events) {
        if (isUnknown(command.game())) {
            events.refused(Reject.GAME_NOT_FOUND);
            return;
        }
        Account account = ledger.account(command.account());
        if (account == null) {
            return;
        }
        Order order = openOrders.oldestOf(account);
        while (order != null) {
            Order next = order.newer();
            if (isOf(order, command.game())) {
                pause(order, events);
            }
            order = next;
        }
        Sweeping.raise(account, command.connection(), events);
    }

    private void pause(Order order, Events events) {
        switch (order.state()) {
            case RESTING -> openOrders.pause(order, events);
            case DELAYED -> openOrders.cancel(order, Ending.USER, events);
            case PAUSED -> {}
        }
    }

    public void resume(Command.ResumeOrders command, Events events) {
        Account account = ledger.account(command.account());
        Reject reject =
                Admission.ofAccount(account, command.stamp().epoch(), command.stamp().connection());
        if (reject == null && isUnknown(command.game())) {
            reject = Reject.GAME_NOT_FOUND;
        }
        if (reject != null || account == null) {
            events.refused(reject == null ? Reject.ACCOUNT_NOT_FOUND : reject);
            return;
        }
        int index = 0;
        Order order = openOrders.oldestOf(account);
        while (order != null) {
            Order next = order.newer();
            if (order.state() == OrderState.PAUSED && isOf(order, command.game())) {
                resume(order, index++, events);
            }
            order = next;
        }
    }

    private void resume(Order order, int index, Events events) {
        Reject reject = reject(order, events);
        if (reject != null) {
            events.resumeRejected(index, order.id(), reject);
            return;
        }
        placing.execution().leave(events);
        openOrders.resume(order, index, events);
    }

    /** Whatever its type was, it comes back as one that only rests. */
    private @Nullable Reject reject(Order order, Events events) {
        Book book = order.book();
        Reject reject = placing.admission().ofGame(catalog.game(book.game()));
        return reject != null
                ? reject
                : placing.execution()
                        .plan(
                                order.position(),
                                book,
                                order.outcome(),
                                order.line(),
                                order.remaining(),
                                OrderType.POST,
                                events);
    }

    private boolean isUnknown(long game) {
        return game != Ids.NONE && catalog.game(game) == null;
    }

    private static boolean isOf(Order order, long game) {
        return game == Ids.NONE || order.book().game() == game;
    }
}
