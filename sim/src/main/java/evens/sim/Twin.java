package evens.sim;

import evens.model.Command;
import evens.model.Ending;
import evens.model.Event;
import evens.model.GameState;
import evens.model.Reject;
import evens.model.Step;
import java.util.ArrayList;
import java.util.Collection;
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
    private final Counters counters = new Counters();
    private final Keys keys = new Keys(accounts);
    private final Orders orders;
    private final Cancelling cancelling;
    private final Matching matching;
    private final Placing placing;
    private final Editing editing;
    private final Dues dues;
    private long sequence;
    private long now;
    private long lastStepMillis;
    private List<Event> events = new ArrayList<>();

    Twin(int remembered) {
        orders = new Orders(remembered, accounts, this::add, () -> now);
        cancelling = new Cancelling(accounts, games, orders, this::add);
        Planning planning = new Planning(accounts, orders, wagers);
        matching = new Matching(accounts, orders, wagers, this::add, () -> now, counters);
        placing =
                new Placing(
                        accounts, games, orders, planning, matching, this::add, () -> now,
                        counters);
        editing = new Editing(accounts, games, orders, planning, placing, this::add);
        dues = new Dues(accounts, games, orders);
    }

    private void add(Event event) {
        events.add(event);
    }

    /**
     * What a command, or an alarm if there is no command, must lead to: what is due comes first.
     */
    List<Step> steps(@Nullable Command command, long timeMillis) {
        List<Step> steps = new ArrayList<>();
        for (Due due = dues.next(timeMillis); due != null; due = dues.next(timeMillis)) {
            now = Math.max(now, due.millis());
            run(due, timeMillis);
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
        return dues.nextMillis();
    }

    private void run(Due due, long cameInMillis) {
        switch (due) {
            case Due.Start start -> close(start.game().terms().game(), true);
            case Due.Expiry expiry -> orders.cancel(expiry.order(), Ending.EXPIRED);
            case Due.Lapse lapse -> cancelling.lapse(lapse.account());
            case Due.Delay delay -> placing.placeAfterDelay(delay.order(), cameInMillis);
        }
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
                if (event instanceof Event.AccountChanged && Boolean.TRUE.equals(c.banned())) {
                    cancelling.ban(c.account());
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
                cancelling.game(c.game(), Ending.OPERATOR);
            }
            case Command.SuspendExchange _ -> add(games.suspend(true));
            case Command.ResumeExchange _ -> add(games.suspend(false));
            case Command.PlaceOrders c -> placing.place(c);
            case Command.EditOrder c -> editing.edit(c);
            case Command.CancelOrders c -> cancelling.these(c);
            case Command.CancelByReference c -> cancelling.byReference(c);
            case Command.CancelOrdersOfGame c -> cancelling.ofGame(c);
            case Command.CancelOrdersOfLeague c -> cancelling.ofLeague(c);
            case Command.CancelAllOrders c -> cancelling.all(c);
            case Command.ReleaseLatch c -> add(accounts.releaseLatch(c));
            case Command.PauseOrders c -> cancelling.pause(c);
            case Command.ResumeOrders c -> editing.resume(c);
            case Command.RenewLease c -> add(accounts.renewLease(c, now));
            case Command.DropLease c -> add(accounts.dropLease(c));
            case Command.Once c -> {
                Event answer = keys.answer(c, sequence + 1, now);
                if (answer == null) {
                    apply(c.command());
                } else {
                    add(answer);
                }
            }
            case Command.AskHashes _ -> {} // nobody can guess a hash
        }
    }

    private void change(Command.ChangeGame c) {
        Event event = games.change(c, now);
        if (event instanceof Event.GameChanged changed && changed.state() == GameState.CLOSED) {
            cancelling.game(c.terms().game(), Ending.GAME_START);
        }
        add(event);
    }

    private void close(long game, boolean byItself) {
        cancelling.game(game, byItself ? Ending.GAME_START : Ending.OPERATOR);
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
        return matching.all();
    }

    /** The state as the exchange must tell it. */
    List<Event> state() {
        List<Event> state = new ArrayList<>();
        state.add(
                new Event.ExchangeStated(
                        accounts.house(),
                        accounts.outside(),
                        counters.lastTransaction(),
                        counters.lastWagerRequest(),
                        games.areSuspended()));
        accounts.all().forEach(account -> state.add(accounts.stated(account)));
        state.addAll(games.stated());
        state.addAll(wagers.stated());
        state.addAll(orders.stated(games.all().stream().map(g -> g.terms().game()).toList()));
        state.addAll(keys.stated());
        return state;
    }
}
