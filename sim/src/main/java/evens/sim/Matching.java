package evens.sim;

import evens.model.Ending;
import evens.model.Event;
import evens.model.Event.WagerStated;
import evens.model.OrderType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** What the twin does when nothing can fail any more: matches, and what is left of both sides. */
final class Matching {
    private final Accounts accounts;
    private final Orders orders;
    private final Wagers wagers;
    private final Consumer<Event> events;
    private final LongSupplier clock;
    private final Counters counters;
    private final List<Match> matches = new ArrayList<>();

    Matching(
            Accounts accounts,
            Orders orders,
            Wagers wagers,
            Consumer<Event> events,
            LongSupplier clock,
            Counters counters) {
        this.accounts = accounts;
        this.orders = orders;
        this.wagers = wagers;
        this.events = events;
        this.clock = clock;
        this.counters = counters;
    }

    /** Every match, oldest first. */
    List<Match> all() {
        return matches;
    }

    void carryOut(Plan plan, Orders.Order taker) {
        for (Plan.Fill fill : plan.fills()) {
            match(fill, taker);
            endMaker(fill);
        }
        for (Plan.Penniless p : plan.penniless()) {
            orders.cancel(p.offer(), Ending.INSUFFICIENT_FUNDS);
        }
        if (plan.rests() > 0) {
            orders.rest(taker);
        } else if (taker.remaining() == 0) {
            orders.close(taker, Ending.FILLED);
        } else if (plan.wanted().type().onlyTakes()) {
            orders.close(taker, Ending.KILLED);
        } else {
            orders.cancel(taker, Ending.REMAINDER_TOO_SMALL);
        }
    }

    private void endMaker(Plan.Fill fill) {
        Orders.Order maker = fill.maker();
        if (maker.remaining() == 0) {
            orders.close(maker, Ending.FILLED);
        } else if (fill.trimmed()) {
            orders.cancel(maker, Ending.INSUFFICIENT_FUNDS);
        } else if (Fractions.isTooSmall(maker.remaining(), maker.placed.line())) {
            orders.cancel(maker, Ending.REMAINDER_TOO_SMALL);
        }
    }

    private void match(Plan.Fill fill, Orders.Order taker) {
        Event.OrderPlaced m = fill.maker().placed;
        Event.OrderPlaced t = taker.placed;
        Accounts.Account makerAccount = accounts.known(m.account());
        Accounts.Account takerAccount = accounts.known(t.account());
        long transaction = counters.nextTransaction();
        fill.maker().filled += fill.makerStake();
        taker.filled += fill.takerStake();
        WagerStated given = wager(transaction, m, m, fill.makerStake(), fill.takerStake(), 0);
        int ppm = takerAccount.commissionPpm;
        WagerStated taken = wager(transaction, m, t, fill.takerStake(), fill.makerStake(), ppm);
        wagers.add(given);
        wagers.add(taken);
        matches.add(
                new Match(
                        transaction,
                        m,
                        t,
                        fill.makerStake(),
                        fill.takerStake(),
                        taken.feeIfWon(),
                        taken.feeIfLost(),
                        clock.getAsLong()));
        Event.Maker maker =
                new Event.Maker(
                        m.order(),
                        m.account(),
                        m.wagerRequest(),
                        m.stake(),
                        fill.makerStake(),
                        fill.maker().remaining(),
                        wagers.liability(m.account(), m.game()),
                        wagers.liability(m.account()),
                        ++makerAccount.messages,
                        m.createdAtMillis(),
                        m.type() == OrderType.POST_ARB,
                        m.reference());
        Event.Taker half =
                new Event.Taker(
                        t.order(),
                        t.account(),
                        t.wagerRequest(),
                        fill.takerStake(),
                        taken.feeIfWon(),
                        taken.feeIfLost(),
                        wagers.liability(t.account(), t.game()),
                        wagers.liability(t.account()),
                        ++takerAccount.messages,
                        t.reference());
        events.accept(
                new Event.OrderMatched(
                        transaction, m.game(), m.market(), m.outcome(), m.line(), maker, half));
    }

    private WagerStated wager(
            long transaction,
            Event.OrderPlaced maker,
            Event.OrderPlaced half,
            long stake,
            long win,
            int ppm) {
        Bet bet = new Bet(half.market(), half.outcome(), stake, win, ppm);
        boolean isMaker = half.order() == maker.order();
        return new WagerStated(
                transaction,
                maker.order(),
                half.account(),
                half.wagerRequest(),
                half.game(),
                half.market(),
                half.outcome(),
                isMaker ? maker.line() : -maker.line(),
                isMaker,
                stake,
                win,
                ppm,
                bet.feeIfWon(),
                bet.feeIfLost(),
                half.createdAtMillis(),
                clock.getAsLong(),
                half.reference());
    }
}
