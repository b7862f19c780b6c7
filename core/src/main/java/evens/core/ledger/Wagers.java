package evens.core.ledger;

import evens.core.base.LongMap;
import evens.core.base.Slab;
import evens.core.base.Texts;
import evens.model.Event;
import evens.model.Events;
import evens.model.Market;
import evens.model.Outcome;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Both halves of every match, the positions they add up to, and the numbers they are known by. */
public final class Wagers {
    private final Texts texts;
    private final LongMap<Position> positions = new LongMap<>();
    private final Slab<Wager> wagers = new Slab<>(Wager::new);

    private final Payoff payoff = new Payoff();

    private long lastTransaction;
    private long lastWagerRequest;
    private long tellings;

    public Wagers(Texts texts) {
        this.texts = texts;
    }

    public long lastTransaction() {
        return lastTransaction;
    }

    public long lastWagerRequest() {
        return lastWagerRequest;
    }

    /** The account's position on the game, made when there is none yet. */
    public Position position(Account account, int gameIndex, long game) {
        long key = ((long) gameIndex << 32) | (account.index() + 1);
        Position last = account.lastPosition();
        if (last != null && last.key() == key) {
            return last;
        }
        Position position = positions.get(key);
        if (position == null) {
            position = new Position(key, account, game, payoff);
            positions.put(position);
        }
        account.lastPosition(position);
        return position;
    }

    /** Commission that will be charged if the wager is won whole. */
    public static long feeIfWon(Market market, long win, int commissionPpm) {
        return Payoff.feeIfWon(market, win, commissionPpm);
    }

    /** Commission that will be charged if the wager is lost whole. */
    public static long feeIfLost(Market market, long stake, long win, int commissionPpm) {
        return Payoff.feeIfLost(market, stake, win, commissionPpm);
    }

    public long nextTransaction() {
        return ++lastTransaction;
    }

    public long nextWagerRequest() {
        return ++lastWagerRequest;
    }

    /** Makes one half of a match; the position and its account follow. */
    public void add(
            long transaction,
            long order,
            Position position,
            long wagerRequest,
            Market market,
            Outcome outcome,
            int line,
            boolean maker,
            long stake,
            long win,
            int commissionPpm,
            long createdAtMillis,
            long matchedAtMillis,
            byte @Nullable [] reference,
            int referenceLength) {
        Wager wager = wagers.next();
        wager.transaction = transaction;
        wager.order = order;
        wager.position = position;
        wager.wagerRequest = wagerRequest;
        wager.market = market;
        wager.outcome = outcome;
        wager.line = line;
        wager.maker = maker;
        wager.stake = stake;
        wager.win = win;
        wager.commissionPpm = commissionPpm;
        wager.createdAtMillis = createdAtMillis;
        wager.matchedAtMillis = matchedAtMillis;
        wager.reference = texts.keep(reference, referenceLength);
        wager.referenceLength = referenceLength;
        position.add(market, outcome, stake, win, commissionPpm);
    }

    public void tell(Events events) {
        tellings++;
        for (int i = 0; i < wagers.size(); i++) {
            Wager wager = wagers.get(i);
            Position position = wager.position;
            if (position == null) {
                throw new IllegalStateException("wager " + i + " belongs to nobody");
            }
            tell(wager, position, events);
        }
        for (int i = 0; i < wagers.size(); i++) {
            Position position = wagers.get(i).position;
            if (position != null && position.isFirstIn(tellings)) {
                events.positionStated(
                        position.account().id(), position.game(), position.liability());
            }
        }
    }

    private static void tell(Wager wager, Position position, Events events) {
        events.wagerStated(
                wager.transaction,
                wager.order,
                position.account().id(),
                wager.wagerRequest,
                position.game(),
                wager.market,
                wager.outcome,
                wager.line,
                wager.maker,
                wager.stake,
                wager.win,
                wager.commissionPpm,
                Payoff.feeIfWon(wager.market, wager.win, wager.commissionPpm),
                Payoff.feeIfLost(wager.market, wager.stake, wager.win, wager.commissionPpm),
                wager.createdAtMillis,
                wager.matchedAtMillis,
                wager.reference,
                wager.referenceLength);
    }

    public void hear(Event.ExchangeStated stated) {
        lastTransaction = stated.lastTransaction();
        lastWagerRequest = stated.lastWagerRequest();
    }

    /** Checks what was told against the wagers heard before. */
    public void hear(Event.PositionStated stated, Position position) {
        if (position.liability() != stated.liability()) {
            throw new IllegalStateException(
                    "account %d, game %d: liability %d was told, its wagers make %d"
                            .formatted(
                                    stated.account(),
                                    stated.game(),
                                    stated.liability(),
                                    position.liability()));
        }
    }

    public void hear(Event.WagerStated stated, Position position) {
        byte[] reference =
                stated.reference() == null
                        ? new byte[0]
                        : stated.reference().getBytes(StandardCharsets.UTF_8);
        add(
                stated.transaction(),
                stated.order(),
                position,
                stated.wagerRequest(),
                stated.market(),
                stated.outcome(),
                stated.line(),
                stated.maker(),
                stated.stake(),
                stated.win(),
                stated.commissionPpm(),
                stated.createdAtMillis(),
                stated.matchedAtMillis(),
                reference,
                reference.length);
    }
}
