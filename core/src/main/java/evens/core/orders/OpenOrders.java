package evens.core.orders;

import evens.core.base.Deadlines;
import evens.core.base.Texts;
import evens.core.book.Book;
import evens.core.book.Chains;
import evens.core.book.Order;
import evens.core.catalog.Catalog;
import evens.core.ledger.Account;
import evens.core.ledger.Position;
import evens.model.Ending;
import evens.model.Event;
import evens.model.Events;
import evens.model.OrderType;
import evens.model.Outcome;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The life of orders: in the book, in the chain of their account (which makes cancel-all cost what
 * the account has open), and among the deadlines. The one place where an order begins to rest and
 * where it ends.
 */
public final class OpenOrders {
    private final OrderTable table;
    private final Catalog catalog;
    private final Deadlines deadlines;
    private final Texts texts;
    private final Chains chains = new Chains();

    public OpenOrders(int rememberedClosed, Catalog catalog, Deadlines deadlines, Texts texts) {
        this.catalog = catalog;
        this.table = new OrderTable(rememberedClosed);
        this.deadlines = deadlines;
        this.texts = texts;
    }

    @Nullable Order find(long id) {
        return table.find(id);
    }

    /** Why an order is over; null if none is known by this id. */
    @Nullable Ending ending(long id) {
        return table.ending(id);
    }

    /** Account id of the owner of an order that has an {@link #ending}. */
    long ownerOfClosed(long id) {
        return table.owner(id);
    }

    /** The account's oldest open order. */
    @Nullable Order oldestOf(Account account) {
        return chains.oldest(account);
    }

    /** A new order, which is in no book yet. */
    Order begin(
            Position position,
            Book book,
            Outcome outcome,
            OrderType type,
            int line,
            long stake,
            long wagerRequest,
            long transaction,
            long createdAtMillis,
            long expiresAtMillis,
            byte @Nullable [] reference,
            int referenceLength) {
        Order order = table.take();
        order.describe(
                position,
                book,
                outcome,
                type,
                line,
                stake,
                wagerRequest,
                transaction,
                createdAtMillis,
                expiresAtMillis,
                texts.keep(reference, referenceLength),
                referenceLength);
        return order;
    }

    void rest(Order order) {
        order.book().add(order);
        chains.append(order);
        if (order.expiresAtMillis() != 0) {
            deadlines.add(order, order.expiresAtMillis());
        }
    }

    /** A resting order ends, and its owner hears of it. */
    public void cancel(Order order, Ending ending, Events events) {
        announceEnd(order, ending, events);
        remove(order, ending);
    }

    /** A resting order was filled to the end. */
    void complete(Order order) {
        remove(order, Ending.FILLED);
    }

    /** An order ends that never rested; its owner hears of it only if the reply does not tell. */
    void discard(Order order, Ending ending) {
        texts.giveBack(order.reference());
        table.close(order, order.account().id(), ending);
    }

    void announceEnd(Order order, Ending ending, Events events) {
        Account account = order.account();
        Book book = order.book();
        events.orderCancelled(
                order.id(),
                account.id(),
                order.wagerRequest(),
                book.game(),
                book.market(),
                order.outcome(),
                order.line(),
                order.filled(),
                order.remaining(),
                ending,
                account.nextMessage(),
                order.reference(),
                order.referenceLength());
    }

    private void remove(Order order, Ending ending) {
        Book book = order.book();
        book.remove(order);
        if (book.isEmpty()) {
            catalog.emptied(book);
        }
        chains.remove(order);
        deadlines.remove(order);
        discard(order, ending);
    }

    /** Open orders oldest first, so that who hears them builds the same queues; then the closed. */
    public void tell(Events events) {
        for (Order order : table.openOldestFirst()) {
            events.orderStated(
                    order.id(),
                    order.account().id(),
                    order.wagerRequest(),
                    order.transaction(),
                    order.book().game(),
                    order.book().market(),
                    order.outcome(),
                    order.line(),
                    order.stake(),
                    order.filled(),
                    order.type(),
                    order.createdAtMillis(),
                    order.expiresAtMillis(),
                    order.reference(),
                    order.referenceLength());
        }
        table.tellClosed(events);
    }

    public void hear(Event.OrderStated told, Position position, Book book) {
        byte[] reference =
                told.reference() == null
                        ? new byte[0]
                        : told.reference().getBytes(StandardCharsets.UTF_8);
        Order order = table.restore(told.order());
        order.describe(
                position,
                book,
                told.outcome(),
                told.type(),
                told.line(),
                told.stake(),
                told.wagerRequest(),
                told.transaction(),
                told.createdAtMillis(),
                told.expiresAtMillis(),
                texts.keep(reference, reference.length),
                reference.length);
        if (told.filled() > 0) {
            order.fill(told.filled());
        }
        rest(order);
    }

    public void hear(Event.ClosedOrderStated told) {
        table.hear(told);
    }

    public void check() {
        table.check();
    }
}
