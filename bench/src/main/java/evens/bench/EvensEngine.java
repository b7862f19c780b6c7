package evens.bench;

import evens.cluster.codec.EventPublisher;
import evens.core.Exchange;
import evens.model.Command;
import evens.model.GameState;
import evens.model.GameTerms;
import evens.model.MarketType;
import evens.model.Money;
import evens.model.OrderType;
import evens.model.Participant;
import evens.model.Side;

/**
 * Our exchange as a node runs it: ledger, liability, and every event written as the feed keeps it,
 * with its hash. A move is a cancel and an order.
 */
final class EvensEngine implements Engine {
    private static final long NOW = 1_800_000_000_000L;
    private static final long GAME = 7;
    private static final long AWAY = 1;
    private static final long HOME = 2;
    private static final long DEPOSIT = Money.MAX_AMOUNT;
    private static final int COMMISSION_PPM = 10_000;

    /** As a node remembers. */
    private static final int REMEMBERED = 1_000_000;

    private final Stream stream;
    private final Rehearsal rehearsal;
    private final Exchange exchange = new Exchange(REMEMBERED);
    private final EventPublisher events = new EventPublisher();

    EvensEngine(Workload workload, Rehearsal rehearsal) {
        this.stream = workload.stream();
        this.rehearsal = rehearsal;
        apply(new Command.CreateLeague("League", "sport", 0));
        apply(new Command.CreateGame(terms(), GameState.OPEN));
        for (int account = 1; account <= Generator.ACCOUNTS; account++) {
            apply(new Command.OpenAccount(account, 0, Money.MAX_AMOUNT, COMMISSION_PPM, DEPOSIT));
        }
    }

    private static GameTerms terms() {
        return new GameTerms(
                GAME,
                "League",
                0,
                NOW + 3_600_000,
                new Participant(AWAY, "Away", "A", ""),
                new Participant(HOME, "Home", "H", ""),
                "Away @ Home",
                "",
                "",
                false,
                false,
                false);
    }

    private void apply(Command command) {
        events.clear();
        exchange.apply(command, NOW, events);
    }

    /** What the exchange said last. */
    EventPublisher events() {
        return events;
    }

    /** Has the exchange tell its whole state. */
    void tellState() {
        events.clear();
        exchange.tell(events);
    }

    @Override
    public void run(int from, int to) {
        for (int i = from; i < to; i++) {
            events.clear();
            switch (stream.kind(i)) {
                case PLACE -> place(i, OrderType.LIMIT);
                case TAKE -> place(i, OrderType.FILL_AND_KILL);
                case CANCEL -> exchange.cancel(stream.account(i), rehearsal.target(i), events);
                case MOVE -> {
                    exchange.cancel(stream.account(i), rehearsal.target(i), events);
                    place(i, OrderType.LIMIT);
                }
            }
        }
    }

    private void place(int i, OrderType type) {
        boolean bid = stream.isBid(i);
        exchange.place(
                stream.account(i),
                0,
                GAME,
                MarketType.MONEYLINE,
                Side.PARTICIPANT,
                bid ? AWAY : HOME,
                0,
                Price.line(bid, stream.price(i)),
                stream.stake(i),
                type,
                0,
                null,
                0,
                NOW,
                events);
    }

    @Override
    public Tally tally() {
        return rehearsal.tally(events.hash());
    }
}
