package evens.bench;

import evens.core.Exchange;
import evens.model.Command;
import evens.model.Command.EditOrder;
import evens.model.Command.Stamp;
import evens.model.Events;
import evens.model.GameState;
import evens.model.GameTerms;
import evens.model.MarketType;
import evens.model.Money;
import evens.model.OrderType;
import evens.model.Participant;
import evens.model.Side;

/**
 * Our exchange, with ledger and liability, telling every event to somebody. A move is an edit: it
 * ends the order and places another.
 */
abstract class EvensEngine implements Engine {
    private static final long NOW = 1_800_000_000_000L;
    private static final long GAME = 7;
    private static final long AWAY = 1;
    private static final long HOME = 2;
    private static final long DEPOSIT = Money.MAX_AMOUNT;
    private static final int COMMISSION_PPM = 10_000;

    /** As a node remembers. */
    private static final int REMEMBERED = 1_000_000;

    private final Stream stream;
    private final Exchange exchange = new Exchange(REMEMBERED);
    private final Events events;

    EvensEngine(Rehearsal rehearsal, Events events) {
        this.events = events;
        this.stream = rehearsal.stream();
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
        exchange.apply(command, NOW, events);
    }

    /** A command will be carried out. */
    abstract void begin();

    /** Has the exchange tell its whole state. */
    void tellState() {
        begin();
        exchange.tell(events);
    }

    @Override
    public void run(int from, int to) {
        for (int i = from; i < to; i++) {
            begin();
            switch (stream.kind(i)) {
                case PLACE -> place(i, OrderType.LIMIT);
                case TAKE -> place(i, OrderType.FILL_AND_KILL);
                case CANCEL -> exchange.cancel(stream.account(i), stream.order(i), events);
                case MOVE -> move(i);
            }
        }
    }

    private void place(int i, OrderType type) {
        boolean bid = stream.isBid(i);
        exchange.place(
                stream.account(i),
                Stamp.LATEST.epoch(),
                Stamp.NO_CONNECTION,
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

    private void move(int i) {
        exchange.edit(
                stream.account(i),
                Stamp.LATEST.epoch(),
                Stamp.NO_CONNECTION,
                stream.order(i),
                Price.line(stream.isBid(i), stream.price(i)),
                stream.stake(i),
                OrderType.LIMIT,
                0,
                null,
                0,
                EditOrder.NO_STAKE,
                false,
                NOW,
                events);
    }
}
