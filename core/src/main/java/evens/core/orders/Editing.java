package evens.core.orders;

import evens.core.book.Book;
import evens.core.book.Ladder;
import evens.core.book.Level;
import evens.core.book.Order;
import evens.core.catalog.Catalog;
import evens.core.catalog.Game;
import evens.core.ledger.Account;
import evens.core.ledger.Ledger;
import evens.core.ledger.Position;
import evens.model.Command.EditOrder;
import evens.model.Ending;
import evens.model.Events;
import evens.model.OrderState;
import evens.model.OrderType;
import evens.model.Outcome;
import evens.model.Reject;
import org.jspecify.annotations.Nullable;

/**
 * Editing: an order ends and another one takes its place. All that may refuse the new one is looked
 * at before the old one ends; a resting offer holds no funds, so that nothing has to be freed.
 */
public final class Editing {
    private static final int ONLY = 0;

    private final Catalog catalog;
    private final Ledger ledger;
    private final OpenOrders openOrders;
    private final Cancelling cancelling;
    private final Placing placing;

    public Editing(
            Catalog catalog,
            Ledger ledger,
            OpenOrders openOrders,
            Cancelling cancelling,
            Placing placing) {
        this.catalog = catalog;
        this.ledger = ledger;
        this.openOrders = openOrders;
        this.cancelling = cancelling;
        this.placing = placing;
    }

    /**
     * {@link EditOrder}, with its markers for what is unchanged.
     *
     * @param newReference null if unchanged
     */
    public void edit(
            long accountId,
            long epoch,
            long connection,
            long id,
            int newLine,
            long newStake,
            OrderType type,
            int expiryMinutes,
            byte @Nullable [] newReference,
            int newReferenceLength,
            long intendedStake,
            boolean needsOtherSide,
            long timeMillis,
            Events events) {
        Reject reject = Admission.ofAccount(ledger.account(accountId), epoch, connection);
        if (reject != null) {
            events.orderRejected(ONLY, accountId, reject);
            return;
        }
        Order order = openOrders.find(id);
        if (order == null || order.account().id() != accountId) {
            events.cancelRefused(id, cancelling.reject(accountId, id));
            return;
        }
        if (order.state() != OrderState.RESTING) {
            events.cancelRefused(id, Reject.NOT_RESTING);
            return;
        }
        if (isMistaken(intendedStake, order.remaining())) {
            openOrders.cancel(order, Ending.USER, events);
            return;
        }
        Book book = order.book();
        Game game = catalog.game(book.game());
        int line = newLine == EditOrder.SAME_LINE ? order.line() : newLine;
        long stake = newStake == EditOrder.NO_STAKE ? order.remaining() : newStake;
        boolean renamed = newReference != null;
        byte[] reference = renamed ? newReference : order.reference();
        int referenceLength = renamed ? newReferenceLength : order.referenceLength();
        Outcome outcome = order.outcome();
        Position position = order.position();
        reject = placing.admission().ofGame(game);
        if (reject == null) {
            reject = Admission.ofTerms(line, stake, expiryMinutes, referenceLength);
        }
        if (reject == null && needsOtherSide && !hasOtherSide(book, outcome, order.account())) {
            reject = Reject.NO_OTHER_SIDE;
        }
        if (reject == null) {
            reject = placing.execution().plan(position, book, outcome, line, stake, type, events);
        }
        if (reject != null || game == null) {
            events.orderRejected(ONLY, accountId, reject == null ? Reject.GAME_NOT_FOUND : reject);
            return;
        }
        openOrders.cancel(order, Ending.USER, events);
        placing.enter(
                ONLY,
                game,
                position,
                book,
                outcome,
                type,
                line,
                stake,
                expiryMinutes,
                reference,
                referenceLength,
                timeMillis,
                events);
    }

    /** Whether more or less is left of the order than its owner believes. */
    private static boolean isMistaken(long intended, long left) {
        return intended != EditOrder.NO_STAKE
                && (intended < left - EditOrder.TOLERANCE || intended > left + EditOrder.TOLERANCE);
    }

    private static boolean hasOtherSide(Book book, Outcome outcome, Account own) {
        Ladder ladder = book.ladder(outcome.opposite());
        for (int rank = 0; rank < ladder.size(); rank++) {
            Level level = ladder.level(rank);
            Order offer = level == null ? null : level.first();
            while (offer != null) {
                if (offer.account() != own) {
                    return true;
                }
                offer = offer.behind();
            }
        }
        return false;
    }
}
