package evens.bench;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A book that is too simple to be wrong, on which the commands are made up. */
final class PlainBook {
    private final List<ArrayDeque<Resting>> bids = levels();
    private final List<ArrayDeque<Resting>> asks = levels();
    private final List<Resting> all = new ArrayList<>();
    private final Tally tally = new Tally();

    /** An order in the book. */
    static final class Resting {
        final int order;
        final int account;
        final boolean bid;
        int price;
        long units;
        private int place;

        Resting(int order, int account, boolean bid, int price, long units) {
            this.order = order;
            this.account = account;
            this.bid = bid;
            this.price = price;
            this.units = units;
        }
    }

    private static List<ArrayDeque<Resting>> levels() {
        List<ArrayDeque<Resting>> levels = new ArrayList<>();
        for (int price = 0; price < Shape.PRICES; price++) {
            levels.add(new ArrayDeque<>());
        }
        return levels;
    }

    int size() {
        return all.size();
    }

    Resting any(SplittableRandom random) {
        return all.get(random.nextInt(all.size()));
    }

    /** The best price of a side; just outside of all prices if nothing rests there. */
    int best(boolean bid) {
        int price = bid ? Shape.PRICES - 1 : 0;
        while (price >= 0 && price < Shape.PRICES && level(bid, price).isEmpty()) {
            price += bid ? -1 : 1;
        }
        return price;
    }

    /** Whether an order would get to one of its own account: what happens then is not compared. */
    boolean meetsItself(int account, boolean bid, int limit, long units) {
        long left = units;
        for (int price = best(!bid); crosses(bid, limit, price); price += bid ? 1 : -1) {
            for (Resting maker : level(!bid, price)) {
                if (left <= 0) {
                    return false;
                }
                if (maker.account == account) {
                    return true;
                }
                left -= maker.units;
            }
        }
        return false;
    }

    /**
     * Matches what crosses; the order's units become what remains.
     *
     * @return the stake of the taker
     */
    long match(Resting taker) {
        long stake = 0;
        int price = best(!taker.bid);
        while (taker.units > 0 && crosses(taker.bid, taker.price, price)) {
            Resting maker = level(!taker.bid, price).getFirst();
            long units = Math.min(taker.units, maker.units);
            stake += units * Price.takingStake(maker.bid, price);
            tally.matched(price, units);
            taker.units -= units;
            maker.units -= units;
            if (maker.units == 0) {
                remove(maker);
            }
            price = best(!taker.bid);
        }
        return stake;
    }

    private static boolean crosses(boolean bid, int limit, int price) {
        return price >= 0 && price < Shape.PRICES && (bid ? price <= limit : price >= limit);
    }

    void add(Resting order) {
        level(order.bid, order.price).addLast(order);
        order.place = all.size();
        all.add(order);
    }

    void remove(Resting order) {
        level(order.bid, order.price).remove(order);
        Resting last = all.removeLast();
        if (last.place != order.place) {
            all.set(order.place, last);
            last.place = order.place;
        }
    }

    private ArrayDeque<Resting> level(boolean bid, int price) {
        return (bid ? bids : asks).get(price);
    }

    /** May be asked once. */
    Tally tally() {
        for (Resting order : all) {
            tally.rests(order.bid, order.price, order.units);
        }
        return tally;
    }
}
