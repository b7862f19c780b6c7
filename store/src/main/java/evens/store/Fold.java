package evens.store;

import evens.model.Event;
import evens.model.Event.Maker;
import evens.model.Event.Taker;
import evens.model.Odds;
import evens.model.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * What a batch of steps leads to in rows. The same steps lead to the same rows, however they are
 * cut into batches: a row is what the last event said, or what is there and the batch's share.
 */
final class Fold {
    private final Map<Long, AccountRow> accounts = new LinkedHashMap<>();
    private final Map<Long, OrderRow> orders = new LinkedHashMap<>();
    private final List<FillRow> fills = new ArrayList<>();
    private final HourlyVolume volume = new HourlyVolume();

    /** When orders ended that an earlier batch delayed, or none that is written. */
    private final Map<Long, Long> rejectedAtMillis = new LinkedHashMap<>();

    /** Orders that the step at hand placed. */
    private final Map<Long, OrderRow> placed = new LinkedHashMap<>();

    void step(Step step) {
        for (Event event : step.events()) {
            event(event, step);
        }
        placed.values().forEach(order -> order.stepIsOver(step.timeMillis()));
        placed.clear();
    }

    private void event(Event event, Step step) {
        switch (event) {
            case Event.AccountOpened opened -> {
                AccountRow account = account(opened.account());
                account.limits(
                        opened.creditLimit(), opened.maxLiability(), opened.commissionPpm(), false);
                account.balance(opened.balance());
                account.liability(0);
            }
            case Event.Deposited deposited ->
                    account(deposited.account()).balance(deposited.balance());
            case Event.Withdrawn withdrawn ->
                    account(withdrawn.account()).balance(withdrawn.balance());
            case Event.Adjusted adjusted -> account(adjusted.account()).balance(adjusted.balance());
            case Event.AccountChanged changed ->
                    account(changed.account())
                            .limits(
                                    changed.creditLimit(),
                                    changed.maxLiability(),
                                    changed.commissionPpm(),
                                    changed.banned());
            case Event.OrderPlaced order -> {
                OrderRow row = orders.computeIfAbsent(order.order(), _ -> new OrderRow(order));
                row.placed(order);
                placed.put(order.order(), row);
            }
            case Event.OrderDelayed order -> orders.put(order.order(), new OrderRow(order));
            case Event.DelayedOrderRejected rejected -> {
                OrderRow row = orders.get(rejected.order());
                if (row == null) {
                    rejectedAtMillis.put(rejected.order(), step.timeMillis());
                } else {
                    row.rejected(step.timeMillis());
                }
            }
            case Event.OrderResumed order ->
                    orders.computeIfAbsent(order.order(), _ -> new OrderRow(order)).resumed(order);
            case Event.OrderMatched matched -> match(matched, step);
            case Event.OrderCancelled cancelled ->
                    orders.computeIfAbsent(cancelled.order(), _ -> new OrderRow(cancelled))
                            .cancelled(cancelled, step.timeMillis());

            // games, what guards accounts, and commands that led to nothing
            case Event.EpochRaised _,
                    Event.LatchReleased _,
                    Event.LeaseRenewed _,
                    Event.LeaseDropped _,
                    Event.LeaseExpired _,
                    Event.LeagueCreated _,
                    Event.LeagueChanged _,
                    Event.GameCreated _,
                    Event.GameChanged _,
                    Event.GameStateChanged _,
                    Event.ExchangeSuspended _,
                    Event.ExchangeResumed _,
                    Event.OrderRejected _,
                    Event.CancelRefused _,
                    Event.ResumeRejected _,
                    Event.Unchanged _,
                    Event.Repeated _,
                    Event.Refused _,
                    Event.HashesTold _ -> {}

            // the state told, which is not part of a step
            case Event.ExchangeStated _,
                    Event.AccountStated _,
                    Event.PositionStated _,
                    Event.OrderStated _,
                    Event.ClosedOrderStated _,
                    Event.WagerStated _,
                    Event.KeyStated _ -> {}
        }
    }

    private AccountRow account(long id) {
        return accounts.computeIfAbsent(id, AccountRow::new);
    }

    private void match(Event.OrderMatched matched, Step step) {
        Maker maker = matched.maker();
        Taker taker = matched.taker();
        long atMillis = step.timeMillis();
        OrderRow incoming = placed.get(taker.order());
        if (incoming == null) {
            throw new IllegalStateException(
                    "Step %d matches order %d, which another step placed."
                            .formatted(step.sequence(), taker.order()));
        }
        incoming.matchedAsTaker(taker.stake());
        orders.computeIfAbsent(maker.order(), _ -> new OrderRow(matched))
                .matchedAsMaker(maker.remaining(), atMillis);
        account(maker.account()).liability(maker.liability());
        account(taker.account()).liability(taker.liability());
        volume.add(atMillis, maker.stake() + taker.stake());
        fills.add(
                new FillRow(
                        matched.transaction(),
                        true,
                        maker.order(),
                        maker.account(),
                        matched.game(),
                        matched.makerLine(),
                        maker.stake(),
                        taker.stake(),
                        0,
                        0,
                        atMillis));
        fills.add(
                new FillRow(
                        matched.transaction(),
                        false,
                        taker.order(),
                        taker.account(),
                        matched.game(),
                        Odds.opposite(matched.makerLine()),
                        taker.stake(),
                        maker.stake(),
                        taker.feeIfWon(),
                        taker.feeIfLost(),
                        atMillis));
    }

    void write(Handle handle) {
        AccountRow.write(handle, accounts.values());
        OrderRow.write(handle, orders.values());
        OrderRow.reject(handle, rejectedAtMillis);
        volume.write(handle);
        FillRow.insert(handle, fills);
    }
}
