package evens.core.orders;

import evens.core.base.Deadlines;
import evens.core.base.Texts;
import evens.core.book.Book;
import evens.core.book.Chains;
import evens.core.book.Ladder;
import evens.core.book.Level;
import evens.core.book.Order;
import evens.core.catalog.Catalog;
import evens.core.catalog.Game;
import evens.core.ledger.Account;
import evens.core.ledger.Position;
import evens.model.Ending;
import evens.model.Event;
import evens.model.Events;
import evens.model.OrderState;
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
    private final Deadlines delays;
    private final Texts texts;
    private final Chains chains = new Chains();

    /**
     * @param rememberedClosed how many orders are known by name when they are over
     * @param deadlines at which orders expire
     * @param delays at which delayed orders are tried again
     */
    public OpenOrders(
            int rememberedClosed,
            Catalog catalog,
            Deadlines deadlines,
            Deadlines delays,
            Texts texts) {
        this.catalog = catalog;
        this.delays = delays;
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

    /** It is in its book from now on, for the first time or after a delay. */
    void rest(Order order) {
        order.book().add(order);
        if (!order.isChained()) {
            beOpen(order);
        }
    }

    /** A new order waits until then. */
    void delay(Order order, long untilMillis) {
        beOpen(order);
        wait(order, untilMillis);
    }

    private void wait(Order order, long untilMillis) {
        order.become(OrderState.DELAYED);
        order.book().setAside(order);
        order.delay().begin();
        delays.add(order.delay(), untilMillis);
    }

    /** It is open from now on: in the chain of its account, and until it expires. */
    private void beOpen(Order order) {
        chains.append(order);
        if (order.expiresAtMillis() != 0) {
            deadlines.add(order, order.expiresAtMillis());
        }
    }

    /** It does not wait any more, and is in no book: {@link #rest} or {@link #discard} follows. */
    void endDelay(Order order) {
        delays.remove(order.delay());
        order.book().remove(order);
        order.become(OrderState.RESTING);
    }

    /** A resting order is taken out of its book, and its owner hears of it. */
    void pause(Order order, Events events) {
        announceEnd(order, Ending.PAUSED, events);
        order.book().remove(order);
        order.book().setAside(order);
        order.become(OrderState.PAUSED);
    }

    /** A paused order goes into its book, behind the others, and its owner hears of it. */
    void resume(Order order, int index, Events events) {
        Book book = order.book();
        book.remove(order);
        order.become(OrderState.RESTING);
        book.add(order);
        events.orderResumed(
                index,
                order.id(),
                order.account().id(),
                order.wagerRequest(),
                order.transaction(),
                book.game(),
                book.market(),
                order.outcome(),
                order.line(),
                order.stake(),
                order.remaining(),
                order.type(),
                order.createdAtMillis(),
                order.expiresAtMillis(),
                order.account().nextMessage(),
                order.reference(),
                order.referenceLength());
    }

    /** An open order ends; its owner hears of it, if he knows that it rests. */
    public void cancel(Order order, Ending ending, Events events) {
        announceEnd(order, ending, events);
        remove(order, ending);
    }

    /** A resting order was filled to the end. */
    void complete(Order order) {
        remove(order, Ending.FILLED);
    }

    /** An order ends that is in no book; its owner hears of it only if the reply does not tell. */
    void discard(Order order, Ending ending) {
        if (order.isChained()) {
            chains.remove(order);
            deadlines.remove(order);
        }
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
                order.state() == OrderState.RESTING ? account.nextMessage() : 0,
                order.type() == OrderType.POST_ARB,
                order.reference(),
                order.referenceLength());
    }

    private void remove(Order order, Ending ending) {
        Book book = order.book();
        book.remove(order);
        tidy(book);
        if (order.state() == OrderState.DELAYED) {
            delays.remove(order.delay());
        }
        discard(order, ending);
    }

    /** The book may be empty now. */
    void tidy(Book book) {
        if (book.isEmpty()) {
            catalog.emptied(book);
        }
    }

    /**
     * Open orders book by book, each queue in its order, so that who hears them builds the same
     * books; then the closed.
     */
    public void tell(Events events) {
        for (Game game : catalog.games()) {
            for (Book book : game.books()) {
                tell(book.ladder(Outcome.FIRST), events);
                tell(book.ladder(Outcome.SECOND), events);
                tell(book.aside(), events);
            }
        }
        table.tellClosed(events);
    }

    private static void tell(Ladder ladder, Events events) {
        for (int rank = 0; rank < ladder.size(); rank++) {
            tell(ladder.level(rank), events);
        }
    }

    private static void tell(@Nullable Level level, Events events) {
        Order order = level == null ? null : level.first();
        while (order != null) {
            tell(order, events);
            order = order.behind();
        }
    }

    private static void tell(Order order, Events events) {
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
                order.state(),
                order.state() == OrderState.DELAYED ? order.delay().dueMillis() : 0,
                order.reference(),
                order.referenceLength());
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
        switch (told.state()) {
            case RESTING -> book.add(order);
            case DELAYED -> wait(order, told.untilMillis());
            case PAUSED -> {
                book.setAside(order);
                order.become(OrderState.PAUSED);
            }
        }
    }

    public void hear(Event.ClosedOrderStated told) {
        table.hear(told);
    }

    /**
     * All were told: the chains of their accounts go by age, whatever their place in the books.
     *
     * @throws IllegalStateException if one is missing
     */
    public void heard() {
        table.check();
        table.openOldestFirst().forEach(this::beOpen);
    }
}
