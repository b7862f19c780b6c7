package evens.core.orders;

import evens.core.book.Book;
import evens.core.book.Order;
import evens.core.catalog.Catalog;
import evens.core.catalog.Game;
import evens.core.ledger.Account;
import evens.core.ledger.Ledger;
import evens.core.ledger.Position;
import evens.core.ledger.Wagers;
import evens.model.Command.NewOrder;
import evens.model.Ending;
import evens.model.Event.OrderPlaced;
import evens.model.Events;
import evens.model.MarketType;
import evens.model.OrderType;
import evens.model.Outcome;
import evens.model.Reject;
import evens.model.Side;
import org.jspecify.annotations.Nullable;

/**
 * Placing an order: a ladder of checks, then what it meets in its book. On a live game an order
 * that would match waits first, and is tried once more when its delay is over.
 */
public final class Placing {
    private static final long MINUTE = 60_000;

    private final Catalog catalog;
    private final Ledger ledger;
    private final Wagers wagers;
    private final OpenOrders openOrders;
    private final Admission admission;
    private final Execution execution;

    public Placing(Catalog catalog, Ledger ledger, Wagers wagers, OpenOrders openOrders) {
        this.catalog = catalog;
        this.ledger = ledger;
        this.wagers = wagers;
        this.openOrders = openOrders;
        this.admission = new Admission(catalog);
        this.execution = new Execution(wagers, openOrders);
    }

    Admission admission() {
        return admission;
    }

    Execution execution() {
        return execution;
    }

    /**
     * One order of a batch; the parameters are described at {@link NewOrder} and at {@link
     * evens.model.Command.Stamp}.
     */
    public void place(
            long accountId,
            long epoch,
            long connection,
            int index,
            long gameId,
            MarketType type,
            Side side,
            long participant,
            int number,
            int line,
            long stake,
            OrderType orderType,
            int expiryMinutes,
            byte @Nullable [] reference,
            int referenceLength,
            long timeMillis,
            Events events) {
        Account account = ledger.account(accountId);
        Game game = catalog.game(gameId);
        Outcome outcome = game == null ? null : game.outcome(type, side, participant);
        Reject reject = Admission.ofAccount(account, epoch, connection);
        if (reject == null) {
            reject = admission.ofGame(game);
        }
        if (reject == null && game != null) {
            reject = Admission.ofMarket(game, type, outcome, number);
        }
        if (reject == null) {
            reject = Admission.ofTerms(line, stake, expiryMinutes, referenceLength);
        }
        if (reject != null || account == null || game == null || outcome == null) {
            events.orderRejected(index, accountId, reject == null ? Reject.GAME_NOT_FOUND : reject);
            return;
        }
        Book book = game.book(type, outcome, participant, number);
        Position position = wagers.position(account, game.index(), game.id());
        reject = execution.plan(position, book, outcome, line, stake, orderType, events);
        if (reject != null) {
            events.orderRejected(index, accountId, reject);
            return;
        }
        enter(
                index,
                game,
                position,
                book,
                outcome,
                orderType,
                line,
                stake,
                expiryMinutes,
                reference,
                referenceLength,
                timeMillis,
                events);
    }

    /** The order that was just planned becomes one. */
    void enter(
            int index,
            Game game,
            Position position,
            Book book,
            Outcome outcome,
            OrderType orderType,
            int line,
            long stake,
            int expiryMinutes,
            byte @Nullable [] reference,
            int referenceLength,
            long timeMillis,
            Events events) {
        Order order =
                openOrders.begin(
                        position,
                        book,
                        outcome,
                        orderType,
                        line,
                        stake,
                        wagers.nextWagerRequest(),
                        wagers.nextTransaction(),
                        timeMillis,
                        expiry(expiryMinutes, position.account(), game, timeMillis),
                        reference,
                        referenceLength);
        if (execution.wouldMatch() && game.delayMillis() > 0) {
            delay(order, index, timeMillis + game.delayMillis(), events);
        } else {
            execution.carryOut(order, index, timeMillis, events);
        }
    }

    private void delay(Order order, int index, long untilMillis, Events events) {
        events.orderDelayed(
                index,
                order.id(),
                order.account().id(),
                order.wagerRequest(),
                order.transaction(),
                order.book().game(),
                order.book().market(),
                order.outcome(),
                order.line(),
                order.stake(),
                order.type(),
                order.createdAtMillis(),
                order.expiresAtMillis(),
                untilMillis,
                order.reference(),
                order.referenceLength());
        openOrders.delay(order, untilMillis);
        execution.leave(events);
    }

    /**
     * The delay of an order is over.
     *
     * @param late whether it was so long ago that its owner no longer expects it to happen
     */
    public void tryAgain(Order order, boolean late, long timeMillis, Events events) {
        if (late) {
            openOrders.cancel(order, Ending.EXPIRED, events);
            return;
        }
        Book book = order.book();
        openOrders.endDelay(order);
        Reject reject = admission.ofGame(catalog.game(book.game()));
        if (reject == null) {
            reject =
                    execution.plan(
                            order.position(),
                            book,
                            order.outcome(),
                            order.line(),
                            order.stake(),
                            order.type(),
                            events);
        }
        if (reject == null) {
            execution.carryOut(order, OrderPlaced.AFTER_DELAY, timeMillis, events);
        } else {
            events.delayedOrderRejected(order.id(), order.account().id(), reject);
            openOrders.discard(order, Ending.KILLED);
        }
        openOrders.tidy(book);
    }

    /**
     * When the order ends by itself; 0 if only with its game. It may be after the start, which is
     * moved now and then.
     */
    private static long expiry(int asked, Account account, Game game, long timeMillis) {
        int minutes = asked == NewOrder.BY_DEFAULT ? account.defaultExpiryMinutes() : asked;
        if (minutes == 0 && game.isLive()) {
            minutes = NewOrder.LIVE_EXPIRY_MINUTES;
        }
        return minutes == 0 ? 0 : timeMillis + minutes * MINUTE;
    }
}
