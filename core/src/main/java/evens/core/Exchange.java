package evens.core;

import evens.core.base.Deadlines;
import evens.core.base.Due;
import evens.core.base.Texts;
import evens.core.book.Book;
import evens.core.book.Order;
import evens.core.catalog.Catalog;
import evens.core.catalog.Game;
import evens.core.ledger.Account;
import evens.core.ledger.Ledger;
import evens.core.ledger.Position;
import evens.core.ledger.Wagers;
import evens.core.orders.Cancelling;
import evens.core.orders.OpenOrders;
import evens.core.orders.Placing;
import evens.model.Command;
import evens.model.Command.NewOrder;
import evens.model.Ending;
import evens.model.Event;
import evens.model.Events;
import evens.model.GameState;
import evens.model.GameTerms;
import evens.model.Market;
import evens.model.MarketType;
import evens.model.OrderType;
import evens.model.Reject;
import evens.model.Side;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
    public static final int RULES = 2;

    private static final byte[] NO_TEXT = {};

    private final Deadlines deadlines = new Deadlines();
    private final Texts texts = new Texts(NewOrder.MAX_REFERENCE_BYTES);
    private final Catalog catalog = new Catalog(deadlines);
    private final Ledger ledger = new Ledger();
    private final Wagers wagers = new Wagers(texts);
    private final OpenOrders openOrders;
    private final Placing placing;
    private final Cancelling cancelling;

    /**
     * An exchange with no accounts, no games and no money.
     *
     * @param rememberedClosedOrders how many closed orders are known by name, at least 0
     */
    public Exchange(int rememberedClosedOrders) {
        openOrders = new OpenOrders(rememberedClosedOrders, catalog, deadlines, texts);
        placing = new Placing(catalog, ledger, wagers, openOrders);
        cancelling = new Cancelling(ledger, openOrders);
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
            case Command.ChangeGame change -> change(change.terms(), timeMillis, events);
            case Command.CloseGame close -> close(close.game(), events);
            case Command.CancelGameOrders cancel -> cancelGame(cancel.game(), events);
            case Command.SuspendExchange suspend -> catalog.suspendAll(true, events);
            case Command.ResumeExchange resume -> catalog.suspendAll(false, events);
            case Command.PlaceOrders place -> placeEach(place, timeMillis, events);
            case Command.CancelOrders cancel -> {
                for (long order : cancel.orders()) {
                    cancel(cancel.account(), order, events);
                }
            }
            case Command.CancelAllOrders cancel -> cancelAll(cancel.account(), events);
            case Command.AskHashes ask -> {} // answered where the bytes are: by the log's adapter
        }
    }

    private void change(Command.ChangeAccount command, Events events) {
        ledger.change(command, events);
        Account account = ledger.account(command.account());
        if (account != null && account.isBanned()) {
            cancelling.cancelAll(account.id(), Ending.BAN, events);
        }
    }

    private void change(GameTerms terms, long timeMillis, Events events) {
        Game game = catalog.game(terms.game());
        if (game == null) {
            events.refused(Reject.GAME_NOT_FOUND);
            return;
        }
        if (!game.isDescribedBy(terms)) {
            events.refused(Reject.TERMS_DIFFER);
            return;
        }
        GameState state = stateWith(terms, game, timeMillis);
        if (state == GameState.CLOSED) {
            cancelAll(game, Ending.GAME_START, events);
        }
        catalog.change(game, terms, state, events);
    }

    /** What the game becomes by its new start. New names alone leave a closed game closed. */
    private static GameState stateWith(GameTerms terms, Game game, long timeMillis) {
        if (terms.startMillis() <= timeMillis) {
            return GameState.CLOSED;
        }
        boolean again =
                game.state() == GameState.CLOSED && terms.startMillis() != game.startMillis();
        return again ? GameState.SCHEDULED : game.state();
    }

    private void close(long id, Events events) {
        Game game = catalog.game(id);
        if (game == null) {
            events.refused(Reject.GAME_NOT_FOUND);
        } else if (game.state() == GameState.CLOSED) {
            events.unchanged();
        } else {
            cancelAll(game, Ending.OPERATOR, events);
            catalog.close(game, events);
        }
    }

    private void cancelGame(long id, Events events) {
        Game game = catalog.game(id);
        if (game == null) {
            events.refused(Reject.GAME_NOT_FOUND);
        } else {
            cancelAll(game, Ending.OPERATOR, events);
        }
    }

    private void cancelAll(Game game, Ending ending, Events events) {
        for (Book book : List.copyOf(game.books())) { // some may leave when they are empty
            cancelling.cancelAll(book, ending, events);
        }
    }

    private void placeEach(Command.PlaceOrders command, long timeMillis, Events events) {
        List<NewOrder> orders = command.orders();
        for (int index = 0; index < orders.size(); index++) {
            NewOrder order = orders.get(index);
            byte[] reference = bytes(order.reference());
            place(
                    command.account(),
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
    public void cancelAll(long account, Events events) {
        cancelling.cancelAll(account, Ending.USER, events);
    }

    /** When something is due next, {@link Long#MAX_VALUE} if nothing is. */
    public long nextDeadline() {
        return deadlines.next();
    }

    /** Runs what is due next. It is a step of its own. */
    public void runNextDeadline(Events events) {
        Due due = deadlines.takeFirst();
        switch (due) {
            case Order order -> openOrders.cancel(order, Ending.EXPIRED, events);
            case Game game -> start(game, events);
            default -> throw new IllegalStateException("an unknown thing is due: " + due);
        }
    }

    private void start(Game game, Events events) {
        cancelAll(game, Ending.GAME_START, events);
        catalog.close(game, events);
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
            case Event.AccountOpened _,
                    Event.Deposited _,
                    Event.Withdrawn _,
                    Event.Adjusted _,
                    Event.AccountChanged _,
                    Event.LeagueChanged _,
                    Event.GameChanged _,
                    Event.ExchangeSuspended _,
                    Event.ExchangeResumed _,
                    Event.GameStateChanged _,
                    Event.OrderPlaced _,
                    Event.OrderRejected _,
                    Event.OrderMatched _,
                    Event.OrderCancelled _,
                    Event.CancelRefused _,
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
        openOrders.check();
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
