package evens.edge.view;

import evens.model.Ending;
import evens.model.Event;
import evens.model.OrderState;
import org.jspecify.annotations.Nullable;

/** Copies what is told into the two sides of the view, event by event. */
final class Fold {
    private final AccountSide accounts;
    private final BoardSide boards;
    private final ClosedOrders closedOrders;

    final MatchedHours hours = new MatchedHours();
    boolean suspended;
    long house;
    long outside;

    /** The order that matches now: its matches follow it in the same step. */
    private Event.@Nullable OrderPlaced incoming;

    Fold(AccountSide accounts, BoardSide boards, ClosedOrders closedOrders) {
        this.accounts = accounts;
        this.boards = boards;
        this.closedOrders = closedOrders;
    }

    void apply(Event event, long timeMillis) {
        switch (event) {
            case Event.AccountOpened opened -> {
                accounts.open(
                        AccountRow.opened(
                                opened.account(),
                                opened.creditLimit(),
                                opened.maxLiability(),
                                opened.commissionPpm(),
                                opened.balance()));
                outside = opened.outside();
            }
            case Event.AccountStated stated -> {
                accounts.open(row(stated));
                told(stated.account(), stated.messages());
            }
            case Event.AccountChanged changed -> change(changed);
            case Event.Deposited deposited -> {
                balance(deposited.account(), deposited.balance());
                outside = deposited.outside();
            }
            case Event.Withdrawn withdrawn -> {
                balance(withdrawn.account(), withdrawn.balance());
                outside = withdrawn.outside();
            }
            case Event.Adjusted adjusted -> {
                balance(adjusted.account(), adjusted.balance());
                house = adjusted.house();
            }
            case Event.EpochRaised raised ->
                    accounts.change(
                            raised.account(),
                            row -> row.withEpoch(raised.epoch(), raised.latched()));
            case Event.LatchReleased released ->
                    accounts.change(released.account(), row -> row.withEpoch(row.epoch(), false));
            case Event.LeaseRenewed renewed ->
                    accounts.change(renewed.account(), row -> row.withLease(renewed.untilMillis()));
            case Event.LeaseDropped dropped ->
                    accounts.change(dropped.account(), row -> row.withLease(0));
            case Event.LeaseExpired expired ->
                    accounts.change(expired.account(), row -> row.withLease(0));
            case Event.ExchangeStated stated -> {
                house = stated.house();
                outside = stated.outside();
                suspended = stated.suspended();
            }
            case Event.ExchangeSuspended _ -> suspended = true;
            case Event.ExchangeResumed _ -> suspended = false;
            case Event.LeagueCreated created -> boards.addLeague(created);
            case Event.LeagueChanged changed -> boards.changeLeague(changed);
            case Event.GameCreated created -> boards.addGame(created);
            case Event.GameChanged changed -> boards.changeGame(changed);
            case Event.GameStateChanged changed ->
                    boards.changeState(changed.game(), changed.state());
            case Event.OrderPlaced placed -> place(placed);
            case Event.OrderDelayed delayed -> add(OrderRow.of(delayed));
            case Event.OrderStated stated -> add(OrderRow.of(stated));
            case Event.OrderMatched matched -> match(matched, timeMillis);
            case Event.OrderCancelled cancelled -> cancel(cancelled);
            case Event.OrderResumed resumed -> resume(resumed);
            case Event.DelayedOrderRejected rejected -> end(rejected.order(), Ending.KILLED);
            case Event.WagerStated stated -> add(stated);
            case Event.PositionStated stated ->
                    accounts.holdings(stated.account())
                            .liabilities
                            .put(stated.game(), stated.liability());
            case Event.ClosedOrderStated _,
                    Event.OrderRejected _,
                    Event.ResumeRejected _,
                    Event.CancelRefused _,
                    Event.Unchanged _,
                    Event.Repeated _,
                    Event.Refused _,
                    Event.HashesTold _,
                    Event.KeyStated _ -> {}
        }
    }

    private static AccountRow row(Event.AccountStated stated) {
        return new AccountRow(
                stated.account(),
                stated.creditLimit(),
                stated.maxLiability(),
                stated.commissionPpm(),
                stated.banned(),
                stated.defaultExpiryMinutes(),
                stated.balance(),
                stated.liability(),
                stated.epoch(),
                stated.latched(),
                stated.leaseUntilMillis());
    }

    private void change(Event.AccountChanged changed) {
        accounts.change(
                changed.account(),
                row ->
                        row.limitedTo(
                                changed.creditLimit(),
                                changed.maxLiability(),
                                changed.commissionPpm(),
                                changed.banned(),
                                changed.defaultExpiryMinutes()));
    }

    private void told(long account, long message) {
        if (message > 0) {
            accounts.holdings(account).messages = message;
        }
    }

    private void balance(long account, long balance) {
        accounts.change(account, row -> row.withBalance(balance));
    }

    private void add(OrderRow order) {
        accounts.put(order);
        if (order.isResting()) {
            boards.board(order.game()).add(order);
        }
    }

    /** Also one that has waited: what is left of it rests now. */
    private void place(Event.OrderPlaced placed) {
        incoming = placed;
        told(placed.account(), placed.message());
        OrderRow waiting = accounts.order(placed.order());
        if (waiting != null) {
            accounts.remove(waiting);
        }
        if (placed.resting() > 0) {
            add(OrderRow.of(placed));
        }
    }

    private void resume(Event.OrderResumed resumed) {
        told(resumed.account(), resumed.message());
        OrderRow paused = accounts.order(resumed.order());
        if (paused != null) {
            add(paused.in(OrderState.RESTING));
        }
    }

    private void match(Event.OrderMatched matched, long timeMillis) {
        Event.Maker maker = matched.maker();
        Event.Taker taker = matched.taker();
        Holdings makers = accounts.holdings(maker.account());
        Holdings takers = accounts.holdings(taker.account());
        told(maker.account(), maker.message());
        told(taker.account(), taker.message());
        makers.row = makers.row.withLiability(maker.liability());
        takers.row = takers.row.withLiability(taker.liability());
        makers.liabilities.put(matched.game(), maker.gameLiability());
        takers.liabilities.put(matched.game(), taker.gameLiability());
        OrderRow offer = makers.open.get(maker.order());
        if (offer != null) {
            take(offer, maker.remaining());
        }
        Event.OrderPlaced placed = incoming;
        long createdAtMillis = placed == null ? timeMillis : placed.createdAtMillis();
        add(Halves.ofMaker(matched, timeMillis));
        add(Halves.ofTaker(matched, takers.row.commissionPpm(), createdAtMillis, timeMillis));
    }

    private void add(Event.WagerStated wager) {
        accounts.holdings(wager.account()).wagers.add(wager);
        boards.board(wager.game()).addVolume(wager.market(), wager.stake());
        hours.add(wager.matchedAtMillis(), wager.stake());
    }

    private void take(OrderRow offer, long remaining) {
        OrderRow less = offer.withRemaining(remaining);
        if (remaining == 0) {
            remove(offer);
            closedOrders.add(less, Ending.FILLED);
            return;
        }
        accounts.put(less);
        boards.board(offer.game()).replace(less);
    }

    /** What its maker can not be found with was never open: the rest of an order that takes. */
    private void cancel(Event.OrderCancelled cancelled) {
        told(cancelled.account(), cancelled.message());
        if (cancelled.ending() == Ending.PAUSED) {
            OrderRow order = accounts.order(cancelled.order());
            if (order != null) {
                remove(order);
                add(order.in(OrderState.PAUSED));
            }
        } else {
            end(cancelled.order(), cancelled.ending());
        }
    }

    private void end(long id, Ending ending) {
        OrderRow order = accounts.order(id);
        if (order != null) {
            remove(order);
            closedOrders.add(order, ending);
        }
    }

    private void remove(OrderRow order) {
        accounts.remove(order);
        if (order.isResting()) {
            boards.board(order.game()).remove(order);
        }
    }
}
