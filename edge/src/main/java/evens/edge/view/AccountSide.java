package evens.edge.view;

import evens.model.Event.WagerStated;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The side of the view that belongs to accounts: limits and money, orders, wagers, liability. */
final class AccountSide {
    private static final Comparator<OrderRow> BY_AGE =
            Comparator.comparingLong(OrderRow::transaction);

    private final Map<Long, Holdings> accounts = new LinkedHashMap<>();
    private final Map<Long, Holdings> ownersOfOrders = new HashMap<>();

    // written

    void open(AccountRow row) {
        accounts.put(row.id(), new Holdings(row));
    }

    Holdings holdings(long account) {
        Holdings holdings = accounts.get(account);
        if (holdings == null) {
            throw new IllegalStateException("account " + account + " was never opened");
        }
        return holdings;
    }

    void change(long account, Function<AccountRow, AccountRow> change) {
        Holdings holdings = holdings(account);
        holdings.row = change.apply(holdings.row);
    }

    void put(OrderRow order) {
        Holdings owner = holdings(order.account());
        owner.put(order);
        ownersOfOrders.put(order.id(), owner);
    }

    void remove(OrderRow order) {
        holdings(order.account()).remove(order.id());
        ownersOfOrders.remove(order.id());
    }

    // read

    /** An order that rests, waits or is paused. */
    @Nullable OrderRow order(long id) {
        Holdings owner = ownersOfOrders.get(id);
        return owner == null ? null : owner.order(id);
    }

    @Nullable AccountRow row(long account) {
        Holdings holdings = accounts.get(account);
        return holdings == null ? null : holdings.row;
    }

    long messages(long account) {
        Holdings holdings = accounts.get(account);
        return holdings == null ? 0 : holdings.messages;
    }

    List<Long> ids() {
        return List.copyOf(accounts.keySet());
    }

    /** Orders of an account, not in the order of their age. */
    List<OrderRow> orders(long account, Function<Holdings, Map<Long, OrderRow>> which) {
        Holdings holdings = accounts.get(account);
        return holdings == null ? List.of() : List.copyOf(which.apply(holdings).values());
    }

    /** They are told book by book, and brought back in any order: age is in the rows. */
    static List<OrderRow> byAge(List<OrderRow> orders) {
        return orders.stream().sorted(BY_AGE).toList();
    }

    List<WagerStated> wagers(long account, Predicate<WagerStated> which) {
        Holdings holdings = accounts.get(account);
        return holdings == null ? List.of() : holdings.wagers.stream().filter(which).toList();
    }

    long liability(long account, long game) {
        Holdings holdings = accounts.get(account);
        return holdings == null ? 0L : holdings.liabilities.getOrDefault(game, 0L);
    }

    long sumOfBalances() {
        long sum = 0;
        for (Holdings holdings : accounts.values()) {
            sum += holdings.row.balance();
        }
        return sum;
    }

    Exposure exposure(long game) {
        List<Exposure.OfAccount> of = new ArrayList<>();
        Map<Exposure.OfOutcome, Long> stakes = new LinkedHashMap<>();
        for (Holdings holdings : accounts.values()) {
            Long liability = holdings.liabilities.get(game);
            if (liability != null) {
                of.add(new Exposure.OfAccount(holdings.row.id(), liability));
                addStakes(holdings.wagers, game, stakes);
            }
        }
        List<Exposure.OfOutcome> outcomes = new ArrayList<>();
        stakes.forEach((key, stake) ->
                outcomes.add(new Exposure.OfOutcome(key.market(), key.outcome(), stake)));
        return new Exposure(of, outcomes);
    }

    private static void addStakes(
            Collection<WagerStated> wagers, long game, Map<Exposure.OfOutcome, Long> stakes) {
        for (WagerStated wager : wagers) {
            if (wager.game() == game) {
                stakes.merge(
                        new Exposure.OfOutcome(wager.market(), wager.outcome(), 0),
                        wager.stake(),
                        Long::sum);
            }
        }
    }
}
