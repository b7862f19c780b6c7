package evens.core.orders;

import evens.core.book.Book;
import evens.core.book.Order;
import evens.core.ledger.Account;
import evens.core.ledger.Position;
import evens.core.ledger.Wagers;
import evens.model.Ending;
import evens.model.Events;
import evens.model.Market;
import evens.model.Odds;
import evens.model.OrderType;
import evens.model.Outcome;
import evens.model.Reject;
import org.jspecify.annotations.Nullable;

/**
 * What an order meets in its book: a plan of its fills, the checks that judge the whole plan, and
 * then either nothing, or the change, in which nothing can fail any more.
 */
final class Execution {
    private final Wagers wagers;
    private final OpenOrders openOrders;
    private final Plan plan = new Plan();

    Execution(Wagers wagers, OpenOrders openOrders) {
        this.wagers = wagers;
        this.openOrders = openOrders;
    }

    /**
     * Plans the fills of an order. If it is refused, all that remains is the end of penniless
     * offers; otherwise {@link #carryOut} or {@link #leave} has to follow.
     */
    @Nullable Reject plan(
            Position position,
            Book book,
            Outcome outcome,
            int line,
            long stake,
            OrderType type,
            Events events) {
        plan.make(position.account(), book, outcome, line, stake, type.onlyRests());
        plan.forgetPositions();
        Reject reject = judgeByType(type, line);
        if (type == OrderType.POST_ARB) {
            plan.dropFills(stake);
        }
        if (reject == null) {
            reject = judgeByFunds(position, book.market(), outcome, line, type);
        }
        if (reject != null) {
            leave(events);
        }
        return reject;
    }

    /** Whether the planned order would be matched. */
    boolean wouldMatch() {
        return plan.fills() > 0;
    }

    /** What was planned is not done. */
    void leave(Events events) {
        cancelPenniless(false, events);
        plan.clear();
    }

    private @Nullable Reject judgeByType(OrderType type, int line) {
        boolean matches = plan.fills() > 0;
        return switch (type) {
            case LIMIT -> null;
            case POST -> matches ? Reject.POST_WOULD_MATCH : null;
            case POST_ARB ->
                    matches && isTooFar(Odds.opposite(plan.maker(0).line()), line)
                            ? Reject.POST_ARB_TOO_FAR
                            : null;
            case FILL_AND_KILL -> matches ? null : Reject.NOTHING_TO_TAKE;
            case FILL_OR_KILL -> {
                if (!matches) {
                    yield Reject.NOTHING_TO_FILL;
                }
                boolean whole = plan.remaining() <= OrderType.FILL_TOLERANCE;
                yield whole ? null : Reject.NOT_FILLED_WHOLLY;
            }
        };
    }

    /**
     * Whether odds that could be had are better than one's own by more than one in a hundred. Lines
     * are in tenths and lie around even money, so that the odds themselves are 100 away from them.
     */
    private static boolean isTooFar(int best, int own) {
        return 100L * (best - own) > 1_000 + Math.abs(best);
    }

    /** The taker's funds judge the whole plan and what would rest. */
    private @Nullable Reject judgeByFunds(
            Position position, Market market, Outcome outcome, int line, OrderType type) {
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
        boolean gone = type.onlyTakes() || Plan.isTooSmall(plan.remaining(), line);
        return gone ? 0 : plan.remaining();
    }

    /**
     * Does what was planned for this order, which is in no book.
     *
     * @param timeMillis of its matches
     */
    void carryOut(Order order, int index, long timeMillis, Events events) {
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
            match(plan.maker(i), order, plan.makerStake(i), plan.takerStake(i), timeMillis, events);
            endMaker(plan.maker(i), plan.isTrimmed(i), events);
        }
        cancelPenniless(true, events);
        if (resting > 0) {
            openOrders.rest(order);
        } else if (order.remaining() == 0) {
            openOrders.discard(order, Ending.FILLED);
        } else if (order.type().onlyTakes()) {
            openOrders.discard(order, Ending.KILLED);
        } else {
            openOrders.announceEnd(order, Ending.REMAINDER_TOO_SMALL, events);
            openOrders.discard(order, Ending.REMAINDER_TOO_SMALL);
        }
        plan.clear();
    }

    private void match(
            Order maker,
            Order taker,
            long makerStake,
            long takerStake,
            long timeMillis,
            Events events) {
        long transaction = wagers.nextTransaction();
        Market market = maker.book().market();
        int ppm = taker.account().commissionPpm();
        maker.fill(makerStake);
        taker.fill(takerStake);
        wager(transaction, maker, maker, makerStake, takerStake, Plan.MAKERS_PPM, timeMillis);
        wager(transaction, maker, taker, takerStake, makerStake, ppm, timeMillis);
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
                maker.type() == OrderType.POST_ARB,
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

    /** One half of a match at the maker's odds. */
    private void wager(
            long transaction,
            Order maker,
            Order half,
            long stake,
            long win,
            int commissionPpm,
            long timeMillis) {
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
}
