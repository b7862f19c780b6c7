package evens.core;

import evens.core.base.Deadlines;
import evens.core.base.Due;
import evens.core.base.Texts;
import evens.core.book.Book;
import evens.core.book.Delay;
import evens.core.book.Order;
import evens.core.catalog.Catalog;
import evens.core.catalog.Game;
import evens.core.keys.Keys;
import evens.core.ledger.Account;
import evens.core.ledger.Lease;
import evens.core.ledger.Ledger;
import evens.core.ledger.Position;
import evens.core.ledger.Wagers;
import evens.core.orders.Cancelling;
import evens.core.orders.Closing;
import evens.core.orders.Editing;
import evens.core.orders.OpenOrders;
import evens.core.orders.Pausing;
import evens.core.orders.Placing;
import evens.core.orders.Sweeping;
import evens.model.Command;
import evens.model.Command.NewOrder;
import evens.model.Command.Once;
import evens.model.Ending;
import evens.model.Event;
import evens.model.Events;
import evens.model.GameState;
import evens.model.Market;
import evens.model.MarketType;
import evens.model.OrderType;
import evens.model.Side;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The exchange: a command goes in, events come out. One thread at a time; the same commands at the
 * same times lead to the same events on every machine.
 *
 * <p>Time is an argument, in milliseconds since 1970 UTC, and never goes back. Before a command of
 * a time is applied the caller runs what is due until then, see {@link #nextDeadline}.
 */
public final class Exchange {
    /** Raised whenever the same command may lead to other events than before. */
    public static final int RULES = 4;

    private static final byte[] NO_TEXT = {};

    /** A live delay that ended longer ago than this leads to nothing any more. */
    private static final long LATE_MILLIS = 1_000;

    private final Deadlines deadlines = new Deadlines();
    private final Deadlines delays = new Deadlines();
    private final Texts texts = new Texts(NewOrder.MAX_REFERENCE_BYTES);
    private final Catalog catalog = new Catalog(deadlines);
    private final Ledger ledger = new Ledger(deadlines);
    private final Wagers wagers = new Wagers(texts);
    private final Keys keys;
    private final OpenOrders openOrders;
    private final Placing placing;
    private final Cancelling cancelling;
    private final Sweeping sweeping;
    private final Pausing pausing;
    private final Editing editing;
    private final Closing closing;
    private long sequence;

    /**
     * An exchange with no accounts, no games and no money.
     *
     * @param rememberedClosedOrders how many closed orders are known by name, at least 0
     */
    public Exchange(int rememberedClosedOrders) {
        this(rememberedClosedOrders, Once.MOST_OF_AN_ACCOUNT, Once.MOST);
    }

    /** As {@link #Exchange(int)}, with room for so many idempotency keys. */
    Exchange(int rememberedClosedOrders, int mostKeysOfAnAccount, int mostKeys) {
        keys = new Keys(ledger, mostKeysOfAnAccount, mostKeys);
        openOrders = new OpenOrders(rememberedClosedOrders, catalog, deadlines, delays, texts);
        placing = new Placing(catalog, ledger, wagers, openOrders);
        cancelling = new Cancelling(catalog, ledger, openOrders);
        sweeping = new Sweeping(ledger, openOrders, deadlines);
        pausing = new Pausing(catalog, ledger, openOrders, placing);
        editing = new Editing(catalog, ledger, openOrders, cancelling, placing);
        closing = new Closing(catalog, cancelling);
    }

    /** A step begins: its number in the log. */
    public void begin(long step) {
        sequence = step;
    }

    /** Applies any command. */
    public void apply(Command command, long timeMillis, Events events) {
        switch (command) {
            case Command.OpenAccount open -> ledger.open(open, events);
            case Command.Deposit deposit -> ledger.deposit(deposit, events);
            case Command.Withdraw withdraw -> ledger.withdraw(withdraw, events);
            case Command.Adjust adjust -> ledger.adjust(adjust, events);
            case Command.ChangeAccount change -> change(change, events);
            case Command.CreateLeague create -> catalog.create(create, events);
            case Command.ChangeLeague change -> catalog.change(change, events);
            case Command.CreateGame create -> catalog.create(create, timeMillis, events);
            case Command.SuspendGame suspend ->
                    catalog.change(suspend.game(), GameState.SUSPENDED, events);
            case Command.OpenGame open -> catalog.change(open.game(), GameState.OPEN, events);
            case Command.ChangeGame change -> closing.change(change.terms(), timeMillis, events);
            case Command.CloseGame close -> closing.close(close.game(), events);
            case Command.CancelGameOrders cancel -> closing.cancelAll(cancel.game(), events);
            case Command.SuspendExchange suspend -> catalog.suspendAll(true, events);
            case Command.ResumeExchange resume -> catalog.suspendAll(false, events);
            case Command.PlaceOrders place -> placeEach(place, timeMillis, events);
            case Command.CancelOrders cancel -> {
                for (long order : cancel.orders()) {
                    cancel(cancel.account(), order, events);
                }
            }
            case Command.CancelByReference cancel -> cancelling.cancel(cancel, events);
            case Command.CancelOrdersOfGame cancel -> cancelling.cancel(cancel, events);
            case Command.CancelOrdersOfLeague cancel -> cancelling.cancel(cancel, events);
            case Command.CancelAllOrders cancel ->
                    cancelAll(cancel.account(), cancel.latch(), cancel.connection(), events);
            case Command.ReleaseLatch release -> sweeping.release(release, events);
            case Command.PauseOrders pause -> pausing.pause(pause, events);
            case Command.ResumeOrders resume -> pausing.resume(resume, events);
            case Command.EditOrder edit -> edit(edit, timeMillis, events);
            case Command.RenewLease renew -> sweeping.renew(renew, timeMillis, events);
            case Command.DropLease drop -> sweeping.drop(drop, events);
            case Command.Once once -> once(once, timeMillis, events);
            case Command.AskHashes ask -> {} // answered where the bytes are: by the log's adapter
        }
    }

    private void change(Command.ChangeAccount command, Events events) {
        boolean changed = ledger.change(command, events);
        if (changed && Boolean.TRUE.equals(command.banned())) {
            sweeping.ban(command.account(), events);
        }
    }

    private void once(Once once, long timeMillis, Events events) {
        boolean first =
                isFirst(
                        once.account(),
                        once.keyHigh(),
                        once.keyLow(),
                        once.hashHigh(),
                        once.hashLow(),
                        !once.command().overtakes(),
                        timeMillis,
                        events);
        if (first) {
            apply(once.command(), timeMillis, events);
        }
    }

    /**
     * Whether the command under this key is to be executed, see {@link Once}; if not, it is
     * answered.
     *
     * @param refusable whether it may be refused for want of room
     */
    public boolean isFirst(
            long account,
            long keyHigh,
            long keyLow,
            long hashHigh,
            long hashLow,
            boolean refusable,
            long timeMillis,
            Events events) {
        return keys.isFirst(
                account,
                keyHigh,
                keyLow,
                hashHigh,
                hashLow,
                refusable,
                sequence,
                timeMillis,
                events);
    }

    private void placeEach(Command.PlaceOrders command, long timeMillis, Events events) {
        List<NewOrder> orders = command.orders();
        for (int index = 0; index < orders.size(); index++) {
            NewOrder order = orders.get(index);
            byte[] reference = bytes(order.reference());
            place(
                    command.account(),
                    command.stamp().epoch(),
                    command.stamp().connection(),
                    index,
                    order.game(),
                    order.type(),
                    order.side(),
                    order.participant(),
                    order.number(),
                    order.line(),
                    order.stake(),
                    order.orderType(),
                    order.expiryMinutes(),
                    reference,
                    reference.length,
                    timeMillis,
                    events);
        }
    }

    /** One order of {@link Command.PlaceOrders}; allocates nothing. */
    public void place(
            long account,
            long epoch,
            long connection,
            int index,
            long game,
            MarketType type,
            Side side,
            long participant,
            int number,
            int line,
            long stake,
            OrderType orderType,
            int expiryMinutes,
            byte @Nullable [] reference,
            int referenceLength,
            long timeMillis,
            Events events) {
        placing.place(
                account,
                epoch,
                connection,
                index,
                game,
                type,
                side,
                participant,
                number,
                line,
                stake,
                orderType,
                expiryMinutes,
                reference,
                referenceLength,
                timeMillis,
                events);
    }

    /** One order of {@link Command.CancelOrders}; allocates nothing. */
    public void cancel(long account, long order, Events events) {
        cancelling.cancel(account, order, events);
    }

    /** {@link Command.CancelAllOrders}; allocates nothing. */
    public void cancelAll(long account, boolean latch, long connection, Events events) {
        sweeping.cancelAll(account, latch, connection, events);
    }

    private void edit(Command.EditOrder command, long timeMillis, Events events) {
        String reference = command.reference();
        byte[] bytes = bytes(reference);
        edit(
                command.account(),
                command.stamp().epoch(),
                command.stamp().connection(),
                command.order(),
                Objects.requireNonNullElse(command.line(), Command.EditOrder.SAME_LINE),
                Objects.requireNonNullElse(command.stake(), Command.EditOrder.NO_STAKE),
                command.orderType(),
                command.expiryMinutes(),
                reference == null ? null : bytes,
                bytes.length,
                Objects.requireNonNullElse(command.intendedStake(), Command.EditOrder.NO_STAKE),
                command.needsOtherSide(),
                timeMillis,
                events);
    }

    /** {@link Command.EditOrder}, with its markers for what is not said; allocates nothing. */
    public void edit(
            long account,
            long epoch,
            long connection,
            long order,
            int line,
            long stake,
            OrderType orderType,
            int expiryMinutes,
            byte @Nullable [] reference,
            int referenceLength,
            long intendedStake,
            boolean needsOtherSide,
            long timeMillis,
            Events events) {
        editing.edit(
                account,
                epoch,
                connection,
                order,
                line,
                stake,
                orderType,
                expiryMinutes,
                reference,
                referenceLength,
                intendedStake,
                needsOtherSide,
                timeMillis,
                events);
    }

    /** When anything is due next, {@link Deadlines#NEVER} if nothing is. */
    public long nextDeadline() {
        return Math.min(deadlines.next(), delays.next());
    }

    /**
     * The deadline of what is run first when it is this late: what ends orders goes before the live
     * delays that end.
     *
     * @return {@link Deadlines#NEVER} if nothing is due by then
     */
    public long nextDeadline(long nowMillis) {
        long next = deadlines.next() <= nowMillis ? deadlines.next() : delays.next();
        return next <= nowMillis ? next : Deadlines.NEVER;
    }

    /**
     * Runs what {@link #nextDeadline(long)} is about. It is a step of its own.
     *
     * @param nowMillis how late it is
     * @param timeMillis the log's time of the step
     */
    public void runNextDeadline(long nowMillis, long timeMillis, Events events) {
        Due due = deadlines.next() <= nowMillis ? deadlines.takeFirst() : delays.takeFirst();
        switch (due) {
            case Order order -> openOrders.cancel(order, Ending.EXPIRED, events);
            case Game game -> closing.start(game, events);
            case Lease lease -> sweeping.lapse(lease, events);
            case Delay delay -> {
                boolean late = nowMillis - delay.dueMillis() > LATE_MILLIS;
                placing.tryAgain(delay.order(), late, timeMillis, events);
            }
            default -> throw new IllegalStateException("an unknown thing is due: " + due);
        }
    }

    /** Tells the whole state as events: the one form in which it is kept and brought back. */
    public void tell(Events events) {
        events.exchangeStated(
                ledger.house(),
                ledger.outside(),
                wagers.lastTransaction(),
                wagers.lastWagerRequest(),
                catalog.isSuspended());
        ledger.tell(events);
        catalog.tell(events);
        wagers.tell(events);
        openOrders.tell(events);
        keys.tell(events);
    }

    /** Hears one event of a state that was told. Call {@link #heard} after the last. */
    public void hear(Event event) {
        switch (event) {
            case Event.ExchangeStated told -> {
                ledger.hear(told);
                wagers.hear(told);
                catalog.hear(told);
            }
            case Event.AccountStated told -> ledger.hear(told);
            case Event.LeagueCreated told -> catalog.hear(told);
            case Event.GameCreated told -> catalog.hear(told);
            case Event.WagerStated told -> wagers.hear(told, position(told.account(), told.game()));
            case Event.PositionStated told ->
                    wagers.hear(told, position(told.account(), told.game()));
            case Event.OrderStated told ->
                    openOrders.hear(
                            told,
                            position(told.account(), told.game()),
                            book(told.game(), told.market()));
            case Event.ClosedOrderStated told -> openOrders.hear(told);
            case Event.KeyStated told -> keys.hear(told);
            case Event.AccountOpened _,
                    Event.Deposited _,
                    Event.Withdrawn _,
                    Event.Adjusted _,
                    Event.AccountChanged _,
                    Event.EpochRaised _,
                    Event.LatchReleased _,
                    Event.LeaseRenewed _,
                    Event.LeaseDropped _,
                    Event.LeaseExpired _,
                    Event.LeagueChanged _,
                    Event.GameChanged _,
                    Event.ExchangeSuspended _,
                    Event.ExchangeResumed _,
                    Event.GameStateChanged _,
                    Event.OrderPlaced _,
                    Event.OrderDelayed _,
                    Event.DelayedOrderRejected _,
                    Event.OrderRejected _,
                    Event.OrderMatched _,
                    Event.OrderCancelled _,
                    Event.CancelRefused _,
                    Event.OrderResumed _,
                    Event.ResumeRejected _,
                    Event.Repeated _,
                    Event.Unchanged _,
                    Event.Refused _,
                    Event.HashesTold _ ->
                    throw new IllegalStateException("not part of a state: " + event);
        }
    }

    /**
     * The state was heard to its end.
     *
     * @throws IllegalStateException if what was told contradicts itself
     */
    public void heard() {
        ledger.check();
        openOrders.heard();
    }

    private Position position(long accountId, long gameId) {
        Account account = ledger.account(accountId);
        if (account == null) {
            throw new IllegalStateException("account " + accountId + " was not told");
        }
        Game game = game(gameId);
        return wagers.position(account, game.index(), game.id());
    }

    private Book book(long gameId, Market market) {
        return game(gameId).book(market);
    }

    private Game game(long id) {
        Game game = catalog.game(id);
        if (game == null) {
            throw new IllegalStateException("game " + id + " was not told");
        }
        return game;
    }

    private static byte[] bytes(@Nullable String text) {
        return text == null ? NO_TEXT : text.getBytes(StandardCharsets.UTF_8);
    }
}
