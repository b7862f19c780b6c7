package evens.bench;

import com.paritytrading.parity.match.OrderBook;
import com.paritytrading.parity.match.OrderBookListener;
import com.paritytrading.parity.match.Side;

/**
 * The order book of Parity: matching only, no accounts and no money. It knows neither an order that
 * only takes nor a move; both are an order and a cancel.
 */
final class ParityEngine implements Engine, OrderBookListener {
    private final Stream stream;
    private final OrderBook book = new OrderBook(this);
    private final Tally tally = new Tally();
    private boolean sweeping;

    ParityEngine(Workload workload) {
        stream = workload.stream();
    }

    @Override
    public void run(int from, int to) {
        for (int i = from; i < to; i++) {
            long order = stream.order(i);
            switch (stream.kind(i)) {
                case PLACE -> enter(i, order);
                case TAKE -> {
                    enter(i, order);
                    book.cancel(order, 0);
                }
                case CANCEL -> book.cancel(order, 0);
                case MOVE -> {
                    book.cancel(order, 0);
                    enter(i, order);
                }
            }
        }
    }

    private void enter(int command, long order) {
        Side side = stream.isBid(command) ? Side.BUY : Side.SELL;
        book.enter(order, side, stream.price(command), stream.units(command));
    }

    /** The book can not be read, but it can be bought and sold empty. */
    @Override
    public Tally tally() {
        sweeping = true;
        book.enter(-1, Side.SELL, 0, Long.MAX_VALUE);
        book.cancel(-1, 0);
        book.enter(-1, Side.BUY, Shape.PRICES, Long.MAX_VALUE);
        return tally;
    }

    @Override
    public void match(
            long restingOrder, long order, Side side, long price, long units, long remaining) {
        if (sweeping) {
            tally.rests(side == Side.SELL, (int) price, units);
        } else {
            tally.matched((int) price, units);
        }
    }

    @Override
    public void add(long order, Side side, long price, long units) {}

    @Override
    public void cancel(long order, long cancelled, long remaining) {}
}
