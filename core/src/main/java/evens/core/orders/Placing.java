package evens.core.orders;

import evens.core.book.Book;
import evens.core.book.Order;
import evens.core.catalog.Catalog;
import evens.core.catalog.Game;
import evens.core.ledger.Account;
import evens.core.ledger.Ledger;
import evens.core.ledger.Position;
import evens.model.Command.NewOrder;
import evens.model.Ending;
import evens.model.Events;
import evens.model.Market;
import evens.model.Money;
import evens.model.Odds;
import evens.model.OrderType;
import evens.model.Outcome;
import evens.model.Reject;
import org.jspecify.annotations.Nullable;

/**
 * Placing an order: a ladder of checks, a plan of its fills, the checks that judge the plan, and
 * only then the change, in which nothing can fail any more.
 *
 * <p>The order of the checks is the order of precedence of their rejects.
 */
public final class Placing {
    private static final long MINUTE = 60_000;

    private final Catalog catalog;
    private final Ledger ledger;
    private final OpenOrders openOrders;
    private final Plan plan = new Plan();

    public Placing(Catalog catalog, Ledger ledger, OpenOrders openOrders) {
        this.catalog = catalog;
        this.ledger = ledger;
        this.openOrders = openOrders;
    }

    /** One order of a batch; the parameters are described at {@link NewOrder}. */
    public void place(
            long accountId,
            int index,
            long gameId,
            Market market,
            long participant,
            int line,
            long stake,
            OrderType type,
            int expiryMinutes,
            byte @Nullable [] reference,
            int referenceLength,
            long timeMillis,
            Events events) {
        Account account = ledger.account(accountId);
        Game game = catalog.game(gameId);
        Outcome outcome = game == null ? null : game.outcome(participant);
        Reject reject = check(account, game, outcome, line, stake, expiryMinutes, referenceLength);
        if (reject != null || account == null || game == null || outcome == null) {
            events.orderRejected(index, accountId, reject == null ? Reject.GAME_NOT_FOUND : reject);
            return;
        }
        Book book = game.book(market);
        Position position = ledger.position(account, game.index(), game.id());
        plan.make(account, book, outcome, line, stake, type == OrderType.POST);
        reject = judge(position, outcome, line, type);
        plan.forgetPositions();
        if (reject != null) {
            cancelPenniless(false, events);
            plan.clear();
            events.orderRejected(index, accountId, reject);
            return;
        }
        long expiresAt = expiry(expiryMinutes, timeMillis, game);
        Order order =
                openOrders.begin(
                        position,
                        book,
                        outcome,
                        type,
                        line,
                        stake,
                        ledger.nextWagerRequest(),
                        ledger.nextTransaction(),
                        timeMillis,
                        expiresAt,
                        reference,
                        referenceLength);
        commit(order, index, events);
        plan.clear();
    }

    private static @Nullable Reject check(
            @Nullable Account account,
            @Nullable Game game,
            @Nullable Outcome outcome,
            int line,
            long stake,
            int expiryMinutes,
            int referenceLength) {
        if (account == null) {
            return Reject.ACCOUNT_NOT_FOUND;
        }
        if (game == null) {
            return Reject.GAME_NOT_FOUND;
        }
        if (!game.isOpen()) {
            return Reject.GAME_NOT_OPEN;
        }
        if (outcome == null) {
            return Reject.WRONG_SIDE;
        }
        if (line < -Odds.MAX_LINE || line > Odds.MAX_LINE) {
            return Reject.ODDS_OUT_OF_RANGE;
        }
        if (stake < Money.MIN_STAKE || stake > Money.MAX_STAKE) {
            return Reject.STAKE_OUT_OF_RANGE;
        }
        if (Plan.isTooSmall(stake, line)) {
            return Reject.WIN_TOO_SMALL;
        }
        if (expiryMinutes < 0 || expiryMinutes > NewOrder.MAX_EXPIRY_MINUTES) {
            return Reject.EXPIRY_OUT_OF_RANGE;
        }
        return referenceLength > NewOrder.MAX_REFERENCE_BYTES ? Reject.REFERENCE_TOO_LONG : null;
    }

    /**
     * The rule of the order's type and the taker's funds judge the whole plan and what would rest.
     */
    private @Nullable Reject judge(Position position, Outcome outcome, int line, OrderType type) {
        if (type == OrderType.POST && plan.fills() > 0) {
            return Reject.POST_WOULD_MATCH;
        }
        if (type == OrderType.FILL_AND_KILL && plan.fills() == 0) {
            return Reject.NOTHING_TO_TAKE;
        }
        int ppm = position.account().commissionPpm();
        long win = 0;
        long loss = 0;
        for (int i = 0; i < plan.fills(); i++) {
            long stake = plan.takerStake(i);
            long gross = plan.makerStake(i);
            win += gross - Money.commission(gross, ppm);
            loss += stake + Money.commission(Math.min(stake, gross), ppm);
        }
        long rests = resting(type, line);
        if (rests > 0) {
            win += Odds.win(rests, line);
            loss += rests;
        }
        return position.affords(outcome, win, loss) ? null : Reject.INSUFFICIENT_FUNDS;
    }

    /** What of the order will be in the book when the plan has been carried out. */
    private long resting(OrderType type, int line) {
        boolean gone = type == OrderType.FILL_AND_KILL || Plan.isTooSmall(plan.remaining(), line);
        return gone ? 0 : plan.remaining();
    }

    private void commit(Order order, int index, Events events) {
        Account account = order.account();
        long resting = resting(order.type(), order.line());
        events.orderPlaced(
                index,
                order.id(),
                account.id(),
                order.wagerRequest(),
                order.transaction(),
                order.book().game(),
                order.book().market(),
                order.outcome(),
                order.line(),
                order.stake(),
                resting,
                order.type(),
                order.createdAtMillis(),
                order.expiresAtMillis(),
                resting > 0 ? account.nextMessage() : 0,
                order.reference(),
                order.referenceLength());
        for (int i = 0; i < plan.fills(); i++) {
            match(plan.maker(i), order, plan.makerStake(i), plan.takerStake(i), events);
            endMaker(plan.maker(i), plan.isTrimmed(i), events);
        }
        cancelPenniless(true, events);
        if (resting > 0) {
            openOrders.rest(order);
        } else if (order.remaining() == 0) {
            openOrders.discard(order, Ending.FILLED);
        } else if (order.type() == OrderType.FILL_AND_KILL) {
            openOrders.discard(order, Ending.KILLED);
        } else {
            openOrders.announceEnd(order, Ending.REMAINDER_TOO_SMALL, events);
            openOrders.discard(order, Ending.REMAINDER_TOO_SMALL);
        }
    }

    private void match(Order maker, Order taker, long makerStake, long takerStake, Events events) {
        long transaction = ledger.nextTransaction();
        long timeMillis = taker.createdAtMillis();
        int ppm = taker.account().commissionPpm();
        long feeIfWon = Money.commission(makerStake, ppm);
        long feeIfLost = Money.commission(Math.min(takerStake, makerStake), ppm);
        maker.fill(makerStake);
        taker.fill(takerStake);
        wager(
                transaction,
                maker.id(),
                maker,
                maker.line(),
                true,
                makerStake,
                takerStake,
                0,
                0,
                timeMillis);
        wager(
                transaction,
                maker.id(),
                taker,
                Odds.opposite(maker.line()),
                false,
                takerStake,
                makerStake,
                feeIfWon,
                feeIfLost,
                timeMillis);
        events.orderMatched(
                transaction,
                maker.book().game(),
                maker.book().market(),
                maker.outcome(),
                maker.line(),
                maker.id(),
                maker.account().id(),
                maker.wagerRequest(),
                maker.stake(),
                makerStake,
                maker.remaining(),
                maker.position().liability(),
                maker.account().liability(),
                maker.account().nextMessage(),
                maker.reference(),
                maker.referenceLength(),
                taker.id(),
                taker.account().id(),
                taker.wagerRequest(),
                takerStake,
                feeIfWon,
                feeIfLost,
                taker.position().liability(),
                taker.account().liability(),
                taker.account().nextMessage(),
                taker.reference(),
                taker.referenceLength());
    }

    private void wager(
            long transaction,
            long makerOrder,
            Order half,
            int line,
            boolean maker,
            long stake,
            long win,
            long feeIfWon,
            long feeIfLost,
            long timeMillis) {
        ledger.wager(
                transaction,
                makerOrder,
                half.position(),
                half.wagerRequest(),
                half.book().market(),
                half.outcome(),
                line,
                maker,
                stake,
                win,
                feeIfWon,
                feeIfLost,
                timeMillis,
                half.reference(),
                half.referenceLength());
    }

    private void endMaker(Order maker, boolean trimmed, Events events) {
        if (maker.remaining() == 0) {
            openOrders.complete(maker);
        } else if (trimmed) {
            openOrders.cancel(maker, Ending.INSUFFICIENT_FUNDS, events);
        } else if (Plan.isTooSmall(maker.remaining(), maker.line())) {
            openOrders.cancel(maker, Ending.REMAINDER_TOO_SMALL, events);
        }
    }

    /** Offers that can pay nothing end, also when the order that found them so was refused. */
    private void cancelPenniless(boolean planIsDone, Events events) {
        for (int i = 0; i < plan.pennilessCount(); i++) {
            if (planIsDone || !plan.isPennilessByPlan(i)) {
                openOrders.cancel(plan.penniless(i), Ending.INSUFFICIENT_FUNDS, events);
            }
        }
    }

    /** When the order ends by itself; 0 if that is not before the game starts. */
    private static long expiry(int minutes, long timeMillis, Game game) {
        long expiresAt = timeMillis + minutes * MINUTE;
        return minutes == 0 || expiresAt >= game.startMillis() ? 0 : expiresAt;
    }
}
