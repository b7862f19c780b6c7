package evens.bench;

import evens.bench.PlainBook.Resting;
import java.util.SplittableRandom;

/**
 * Makes up a workload from a seed. Prices are denser near the middle, which wanders; orders cross
 * when more rest than the shape wants, so that its shares of commands hold and the book keeps its
 * size.
 */
final class Generator {
    static final int ACCOUNTS = 2_000;

    private static final int LARGEST = 20; // units
    private static final int WANDERS = 20; // prices, to either side
    private static final double CROSSING = 0.16;

    private final Shape shape;
    private final SplittableRandom random;
    private final PlainBook book = new PlainBook();
    private final Stream stream = new Stream();
    private int middle = Shape.PRICES / 2;
    private int orders;

    private Generator(Shape shape, long seed) {
        this.shape = shape;
        this.random = new SplittableRandom(seed);
    }

    static Workload workload(Shape shape, int commands, long seed) {
        return new Generator(shape, seed).make(commands);
    }

    private Workload make(int commands) {
        while (book.size() < shape.resting) {
            place(false);
        }
        int clockStarts = stream.size();
        for (int i = 0; i < commands; i++) {
            if (i % 1_000 == 0) {
                wander();
            }
            addOne();
        }
        return new Workload(stream, clockStarts, orders, book.tally());
    }

    private void wander() {
        int next = middle + (random.nextBoolean() ? 1 : -1);
        if (Math.abs(next - Shape.PRICES / 2) <= WANDERS) {
            middle = next;
        }
    }

    private void addOne() {
        int percent = random.nextInt(100);
        boolean crossing = book.size() > shape.resting && random.nextDouble() < CROSSING;
        if (percent < shape.placePercent) {
            place(crossing);
        } else if (percent < shape.placePercent + shape.takePercent) {
            take();
        } else if (percent < shape.placePercent + shape.takePercent + shape.cancelPercent) {
            cancel();
        } else {
            move(crossing);
        }
    }

    private void place(boolean crossing) {
        boolean bid = random.nextBoolean();
        int price = crossing ? crossingPrice(bid) : restingPrice(bid);
        enter(Kind.PLACE, bid, price);
    }

    private void take() {
        boolean bid = random.nextBoolean();
        enter(Kind.TAKE, bid, crossingPrice(bid));
    }

    private void enter(Kind kind, boolean bid, int price) {
        long units = 1L + random.nextInt(LARGEST);
        int account = 1 + random.nextInt(ACCOUNTS);
        while (book.meetsItself(account, bid, price, units)) {
            account = 1 + random.nextInt(ACCOUNTS);
        }
        orders++;
        submit(kind, new Resting(orders, account, bid, price, units));
    }

    private void submit(Kind kind, Resting order) {
        long units = order.units;
        long stake = book.match(order) + order.units * Price.restingStake(order.bid, order.price);
        stream.add(kind, order.bid, order.price, order.account, order.order, units, stake);
        if (kind != Kind.TAKE && order.units > 0) {
            book.add(order);
        }
    }

    private void cancel() {
        Resting order = book.any(random);
        book.remove(order);
        stream.add(Kind.CANCEL, order.bid, order.price, order.account, order.order, order.units, 0);
    }

    private void move(boolean crossing) {
        Resting order = book.any(random);
        int price = order.price;
        if (crossing) {
            price = crossingPrice(order.bid);
        }
        if (price == order.price
                || book.meetsItself(order.account, order.bid, price, order.units)) {
            do {
                price = restingPrice(order.bid);
            } while (price == order.price);
        }
        book.remove(order);
        order.price = price;
        submit(Kind.MOVE, order);
    }

    /** A price of the order's own side, which meets nobody. */
    private int restingPrice(boolean bid) {
        double near = random.nextDouble() * random.nextDouble();
        int distance = 1 + (int) (near * (Shape.PRICES / 2 - WANDERS));
        int facing = book.best(!bid);
        return bid
                ? Math.max(0, Math.min(middle - distance, facing - 1))
                : Math.min(Shape.PRICES - 1, Math.max(middle - 1 + distance, facing + 1));
    }

    /** The best price of the other side, or up to two beyond. */
    private int crossingPrice(boolean bid) {
        int facing = book.best(!bid);
        int beyond = random.nextInt(3);
        return Math.clamp(facing + (bid ? beyond : -beyond), 0, Shape.PRICES - 1);
    }
}
