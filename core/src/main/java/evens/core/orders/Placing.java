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
import evens.model.Events;
import evens.model.Market;
import evens.model.MarketType;
import evens.model.Money;
import evens.model.Odds;
import evens.model.OrderType;
import evens.model.Outcome;
import evens.model.Reject;
import evens.model.Side;
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
    private final Wagers wagers;
    private final OpenOrders openOrders;
    private final Plan plan = new Plan();

    public Placing(Catalog catalog, Ledger ledger, Wagers wagers, OpenOrders openOrders) {
        this.catalog = catalog;
        this.ledger = ledger;
        this.wagers = wagers;
        this.openOrders = openOrders;
    }

    /** One order of a batch; the parameters are described at {@link NewOrder}. */
    public void place(
            long accountId,
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
        Reject reject = check(account, game, type);
        if (reject == null) {
            reject = check(outcome, type, number, line, stake, expiryMinutes, referenceLength);
        }
        if (reject != null || account == null || game == null || outcome == null) {
            events.orderRejected(index, accountId, reject == null ? Reject.GAME_NOT_FOUND : reject);
            return;
        }
        Book book = game.book(type, outcome, participant, number);
        Position position = wagers.position(account, game.index(), game.id());
        reject = plan(position, book, outcome, line, stake, orderType, events);
        if (reject != null) {
            events.orderRejected(index, accountId, reject);
            return;
        }
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
                        expiry(expiryMinutes, timeMillis),
                        reference,
                        referenceLength);
        commit(order, index, events);
    }

    /**
     * Plans the order's fills. If it is refused, all that remains is the end of penniless offers.
     */
    private @Nullable Reject plan(
            Position position,
            Book book,
            Outcome outcome,
            int line,
            long stake,
            OrderType type,
            Events events) {
        plan.make(position.account(), book, outcome, line, stake, type == OrderType.POST);
        Reject reject = judge(position, book.market(), outcome, line, type);
        plan.forgetPositions();
        if (reject != null) {
            cancelPenniless(false, events);
            plan.clear();
        }
        return reject;
    }

    /** Whether anything can be placed by this account on this game. */
    private @Nullable Reject check(
            @Nullable Account account, @Nullable Game game, MarketType type) {
        if (account == null) {
            return Reject.ACCOUNT_NOT_FOUND;
        }
        if (account.isBanned()) {
            return Reject.ACCOUNT_BANNED;
        }
        if (game == null) {
            return Reject.GAME_NOT_FOUND;
        }
        if (catalog.isSuspended()) {
            return Reject.EXCHANGE_SUSPENDED;
        }
        if (!game.isOpen()) {
            return Reject.GAME_NOT_OPEN;
        }
        return game.offers(type) ? null : Reject.MARKET_NOT_OFFERED;
    }

    /** Whether the order is one at all. */
    private static @Nullable Reject check(
            @Nullable Outcome outcome,
            MarketType type,
            int number,
            int line,
            long stake,
            int expiryMinutes,
            int referenceLength) {
        if (outcome == null) {
            return Reject.WRONG_SIDE;
        }
        if (!isNumberOf(type, number)) {
            return Reject.NUMBER_OUT_OF_RANGE;
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

    private static boolean isNumberOf(MarketType type, int number) {
        return switch (type) {
            case MONEYLINE, MONEYLINE_1X2 -> true; // not looked at
            case SPREAD -> number >= -Market.MAX_NUMBER && number <= Market.MAX_NUMBER;
            case TOTAL -> number >= 0 && number <= Market.MAX_NUMBER;
        };
    }

    /**
     * The rule of the order's type and the taker's funds judge the whole plan and what would rest.
     */
    private @Nullable Reject judge(
            Position position, Market market, Outcome outcome, int line, OrderType type) {
        if (type == OrderType.POST && plan.fills() > 0) {
            return Reject.POST_WOULD_MATCH;
        }
        if (type == OrderType.FILL_AND_KILL && plan.fills() == 0) {
            return Reject.NOTHING_TO_TAKE;
        }
        int ppm = position.account().commissionPpm();
        long rests = resting(type, line);
        if (position.surelyAffords(plan.filled() + rests, plan.fills() + 1, ppm)) {
            return null;
        }
        for (int i = 0; i < plan.fills(); i++) {
            position.plan(market, outcome, plan.takerStake(i), plan.makerStake(i), ppm);
        }
        long wouldWin = Odds.win(rests, line);
        boolean affordable =
                rests == 0
                        ? position.affordsPlan()
                        : position.affords(market, outcome, rests, wouldWin, Plan.MAKERS_PPM);
        for (int i = 0; i < plan.fills(); i++) {
            position.forget(market, outcome, plan.takerStake(i), plan.makerStake(i), ppm);
        }
        return affordable ? null : Reject.INSUFFICIENT_FUNDS;
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
        plan.clear();
    }

    private void match(Order maker, Order taker, long makerStake, long takerStake, Events events) {
        long transaction = wagers.nextTransaction();
        Market market = maker.book().market();
        int ppm = taker.account().commissionPpm();
        maker.fill(makerStake);
        taker.fill(takerStake);
        wager(transaction, maker, maker, makerStake, takerStake, Plan.MAKERS_PPM, taker);
        wager(transaction, maker, taker, takerStake, makerStake, ppm, taker);
        events.orderMatched(
                transaction,
                maker.book().game(),
                market,
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
                maker.createdAtMillis(),
                maker.reference(),
                maker.referenceLength(),
                taker.id(),
                taker.account().id(),
                taker.wagerRequest(),
                takerStake,
                Wagers.feeIfWon(market, makerStake, ppm),
                Wagers.feeIfLost(market, takerStake, makerStake, ppm),
                taker.position().liability(),
                taker.account().liability(),
                taker.account().nextMessage(),
                taker.reference(),
                taker.referenceLength());
    }

    /** One half of a match at the maker's odds, at the time at which the taker came. */
    private void wager(
            long transaction,
            Order maker,
            Order half,
            long stake,
            long win,
            int commissionPpm,
            Order taker) {
        boolean isMaker = half.id() == maker.id();
        wagers.add(
                transaction,
                maker.id(),
                half.position(),
                half.wagerRequest(),
                half.book().market(),
                half.outcome(),
                isMaker ? maker.line() : Odds.opposite(maker.line()),
                isMaker,
                stake,
                win,
                commissionPpm,
                half.createdAtMillis(),
                taker.createdAtMillis(),
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

    /**
     * When the order ends by itself; 0 if it asked for no time. It may be after the start, which is
     * moved now and then.
     */
    private static long expiry(int minutes, long timeMillis) {
        return minutes == 0 ? 0 : timeMillis + minutes * MINUTE;
    }
}
