package evens.bench;

import evens.cluster.codec.EventAdapter;
import evens.cluster.codec.EventPublisher;
import evens.model.Event;
import evens.model.Outcome;
import java.nio.ByteOrder;
import java.util.function.Consumer;

/**
 * A workload carried out by our exchange once, command by command, with every event read. It learns
 * the ids that the exchange gives to orders, so that a run that is timed only has to name them, as
 * a client would; and the hash of all events, so that such a run is known to have told the same.
 */
final class Rehearsal {
    private final Stream stream;
    private final long[] ids;
    private final Tally tally = new Tally();
    private final EventAdapter adapter = new EventAdapter();
    private long hash;
    private long sum;

    private Rehearsal(Workload workload) {
        stream = workload.stream().copy();
        ids = new long[workload.orders() + 1];
    }

    static Rehearsal of(Workload workload) {
        Rehearsal rehearsal = new Rehearsal(workload);
        rehearsal.play();
        return rehearsal;
    }

    private void play() {
        WritingEngine engine = new WritingEngine(this);
        for (int i = 0; i < stream.size(); i++) {
            int order = (int) stream.order(i);
            stream.order(i, ids[order]);
            engine.run(i, i + 1);
            read(engine.events(), event -> learn(event, order));
        }
        hash = engine.events().hash();
        engine.tellState();
        read(engine.events(), this::countResting);
        sum = told();
    }

    /** The sum of what is told by a run that is not timed. */
    private long told() {
        TellingEngine engine = new TellingEngine(this);
        long others = engine.listener().others();
        engine.run(0, stream.size());
        if (engine.listener().others() != others) {
            throw new IllegalStateException("the exchange told what was not foreseen");
        }
        return engine.listener().sum();
    }

    private void read(EventPublisher events, Consumer<Event> reader) {
        int at = 0;
        while (at < events.length()) {
            int length = events.buffer().getInt(at, ByteOrder.LITTLE_ENDIAN);
            reader.accept(adapter.event(events.buffer(), at + EventPublisher.PREFIX));
            at += EventPublisher.PREFIX + length;
        }
    }

    private void learn(Event event, int order) {
        switch (event) {
            case Event.OrderPlaced placed -> ids[order] = placed.order();
            case Event.OrderMatched matched -> {
                boolean bid = matched.makerOutcome() == Outcome.FIRST;
                int price = Price.of(bid, matched.makerLine());
                tally.matched(price, units(matched.maker().stake(), bid, price));
            }
            case Event.OrderCancelled _ -> {}
            default -> throw new IllegalStateException("not foreseen: " + event);
        }
    }

    private void countResting(Event event) {
        if (event instanceof Event.OrderStated told) {
            boolean bid = told.outcome() == Outcome.FIRST;
            int price = Price.of(bid, told.line());
            tally.rests(bid, price, units(told.stake() - told.filled(), bid, price));
        }
    }

    private static long units(long stake, boolean bid, int price) {
        long ofOne = Price.restingStake(bid, price);
        if (stake % ofOne != 0) {
            throw new IllegalStateException(stake + " is no whole number of units of " + ofOne);
        }
        return stake / ofOne;
    }

    /** The commands, with our ids of the orders that they cancel or move. */
    Stream stream() {
        return stream;
    }

    /** What our exchange ended with. */
    Tally tally() {
        return tally;
    }

    /**
     * What a run of ours ended with, whose events have this hash.
     *
     * @throws IllegalStateException if they were others than in the rehearsal
     */
    Tally tallyWritten(long hashOfRun) {
        return tallyIf(hashOfRun == hash);
    }

    /**
     * What a run of ours ended with, whose events have this sum.
     *
     * @throws IllegalStateException if they were others than in the rehearsal
     */
    Tally tallyTold(long sumOfRun) {
        return tallyIf(sumOfRun == sum);
    }

    private Tally tallyIf(boolean same) {
        if (!same) {
            throw new IllegalStateException("the exchange told other events than in the rehearsal");
        }
        return tally;
    }
}
