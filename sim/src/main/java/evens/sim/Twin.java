package evens.sim;

import evens.model.Command;
import evens.model.Ending;
import evens.model.Event;
import evens.model.GameState;
import evens.model.Reject;
import evens.model.Step;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The exchange once more, as plainly as it can be said: lists that are sorted when they are needed,
 * results that are counted anew from all wagers, exact fractions. It shares no rule with the core,
 * only the words, and says what every command must lead to.
 */
final class Twin {
    private final Games games = new Games();
    private final Wagers wagers = new Wagers();
    private final Accounts accounts = new Accounts(wagers);
    private final Orders orders;
    private final Placing placing;
    private long sequence;
    private long now;
    private long lastStepMillis;
    private List<Event> events = new ArrayList<>();

    Twin(int remembered) {
        orders = new Orders(remembered, accounts, this::add, () -> now);
        placing = new Placing(accounts, games, orders, wagers, this::add);
    }

    private void add(Event event) {
        events.add(event);
    }

    /**
     * What a command, or an alarm if there is no command, must lead to: what is due comes first.
     */
    List<Step> steps(@Nullable Command command, long timeMillis) {
        List<Step> steps = new ArrayList<>();
        for (Due due = nextDue(); due != null && due.millis() <= timeMillis; due = nextDue()) {
            now = Math.max(now, due.millis());
            due.run().run();
            steps.add(step());
        }
        now = Math.max(now, timeMillis);
        if (command != null) {
            apply(command);
            steps.add(step());
        }
        return steps;
    }

    private Step step() {
        Step step = new Step(++sequence, now, events);
        lastStepMillis = now;
        events = new ArrayList<>();
        return step;
    }

    /** When something is due next, {@link Long#MAX_VALUE} if nothing is. */
    long nextDueMillis() {
        Due due = nextDue();
        return due == null ? Long.MAX_VALUE : due.millis();
    }

    private record Due(long millis, long id, Runnable run) {}

    private @Nullable Due nextDue() {
        List<Due> all = new ArrayList<>();
        for (Event.GameCreated game : games.all()) {
            if (game.state() != GameState.CLOSED) {
                long id = game.terms().game();
                all.add(new Due(game.terms().startMillis(), id, () -> close(id, true)));
            }
        }
        for (Orders.Order order : orders.open()) {
            long millis = order.placed.expiresAtMillis();
            if (millis != 0) {
                long id = order.placed.order();
                all.add(new Due(millis, id, () -> orders.cancel(order, Ending.EXPIRED)));
            }
        }
        // the first of equals: games stand before orders
        return all.stream()
                .min(Comparator.comparingLong(Due::millis).thenComparingLong(Due::id))
                .orElse(null);
    }

    private void apply(Command command) {
        switch (command) {
            case Command.OpenAccount c -> add(accounts.open(c));
            case Command.Deposit c -> add(accounts.deposit(c));
            case Command.Withdraw c -> add(accounts.withdraw(c));
            case Command.Adjust c -> add(accounts.adjust(c));
            case Command.ChangeAccount c -> {
                Event event = accounts.change(c);
                add(event);
                if (event instanceof Event.AccountChanged changed && changed.banned()) {
                    orders.cancelAll(c.account(), Ending.BAN);
                }
            }
            case Command.CreateLeague c -> add(games.create(c));
            case Command.ChangeLeague c -> add(games.change(c));
            case Command.CreateGame c -> add(games.create(c, now));
            case Command.ChangeGame c -> change(c);
            case Command.SuspendGame c -> add(games.change(c.game(), GameState.SUSPENDED));
            case Command.OpenGame c -> add(games.change(c.game(), GameState.OPEN));
            case Command.CloseGame c -> close(c.game(), false);
            case Command.CancelGameOrders c -> {
                if (games.get(c.game()) == null) {
                    add(new Event.Refused(Reject.GAME_NOT_FOUND));
                }
                orders.cancelGame(c.game(), Ending.OPERATOR);
            }
            case Command.SuspendExchange _ -> add(games.suspend(true));
            case Command.ResumeExchange _ -> add(games.suspend(false));
            case Command.PlaceOrders c -> {
                for (int i = 0; i < c.orders().size(); i++) {
                    placing.place(c.account(), i, c.orders().get(i), now);
                }
            }
            case Command.CancelOrders c -> c.orders().forEach(id -> orders.cancel(c.account(), id));
            case Command.CancelAllOrders c -> orders.cancelAll(c.account(), Ending.USER);
            case Command.AskHashes _ -> {} // nobody can guess a hash
        }
    }

    private void change(Command.ChangeGame c) {
        Event event = games.change(c, now);
        if (event instanceof Event.GameChanged changed && changed.state() == GameState.CLOSED) {
            orders.cancelGame(c.terms().game(), Ending.GAME_START);
        }
        add(event);
    }

    private void close(long game, boolean byItself) {
        orders.cancelGame(game, byItself ? Ending.GAME_START : Ending.OPERATOR);
        add(games.close(game));
    }

    /** The last step, 0 if there was none. */
    long sequence() {
        return sequence;
    }

    /** When the last step was, 0 if there was none. */
    long lastStepMillis() {
        return lastStepMillis;
    }

    Collection<Accounts.Account> accounts() {
        return accounts.all();
    }

    long liability(long account) {
        return wagers.liability(account);
    }

    /** Every order that there ever was. */
    List<Orders.Order> everyOrder() {
        return orders.every();
    }

    /** Every match, oldest first. */
    List<Match> matches() {
        return placing.matches();
    }

    /** The state as the exchange must tell it. */
    List<Event> state() {
        List<Event> state = new ArrayList<>();
        state.add(
                new Event.ExchangeStated(
                        accounts.house(),
                        accounts.outside(),
                        placing.lastTransaction(),
                        placing.lastWagerRequest(),
                        games.areSuspended()));
        accounts.all().forEach(account -> state.add(accounts.stated(account)));
        state.addAll(games.stated());
        state.addAll(wagers.stated());
        state.addAll(orders.stated());
        return state;
    }
}
