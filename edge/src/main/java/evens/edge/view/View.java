package evens.edge.view;

import evens.model.Event;
import evens.model.Event.WagerStated;
import evens.model.FeedListener;
import evens.model.Step;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the exchange looks like now, for those who read.
 *
 * <p>It is written by the feed's thread alone, one whole step at a time, so that no reader sees
 * half a step. Rows are immutable: readers take the rows they want while the lock is held for
 * reading and make JSON of them afterwards. All amounts are copied from events.
 */
public final class View implements FeedListener {
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final AccountSide accounts = new AccountSide();
    private final Changes changes = new Changes();
    private final BoardSide boards = new BoardSide(changes);
    private final ClosedOrders closedOrders = new ClosedOrders();
    private final Fold fold = new Fold(accounts, boards, closedOrders);
    private final Awaited awaited = new Awaited();
    private final List<Consumer<Step>> listeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<Collection<Change>>> watchers = new CopyOnWriteArrayList<>();
    private long sequence;

    // Written by the feed.

    @Override
    public void stated(long sequence, Event event) {
        lock.writeLock().lock();
        try {
            fold.apply(event, 0);
            changes.take();
            this.sequence = sequence;
        } finally {
            lock.writeLock().unlock();
        }
        awaited.reached(sequence);
    }

    @Override
    public void stepped(Step step) {
        lock.writeLock().lock();
        try {
            for (Event event : step.events()) {
                fold.apply(event, step.timeMillis());
            }
            sequence = step.sequence();
            Collection<Change> changed = changes.take();
            if (!changed.isEmpty()) {
                watchers.forEach(watcher -> watcher.accept(changed));
            }
        } finally {
            lock.writeLock().unlock();
        }
        listeners.forEach(listener -> listener.accept(step));
        awaited.reached(step.sequence());
    }

    /**
     * Has every later step told to the listener, on the feed's thread and when the view has it. The
     * reply to the step's command leaves after that.
     */
    public void follow(Consumer<Step> listener) {
        listeners.add(listener);
    }

    /**
     * Has the changes of every later step told to the watcher, on the feed's thread and while
     * nobody reads: who reads {@linkplain #between between two steps} has been told of every change
     * up to the step that he sees, and of no other. It must not be held up.
     */
    public void watch(Consumer<Collection<Change>> watcher) {
        watchers.add(watcher);
    }

    /**
     * Runs the task when the view has this step: at once if it has it, else on the feed's thread,
     * which must not be held up.
     *
     * @return makes it forget the task
     */
    public Runnable when(long wanted, Runnable then) {
        boolean has =
                read(() -> {
                    if (sequence < wanted) {
                        awaited.add(wanted, then); // no step is applied meanwhile
                    }
                    return sequence >= wanted;
                });
        if (has) {
            then.run();
        }
        return () -> awaited.remove(wanted, then);
    }

    // Read by requests: the account side.

    /** The last step that this view contains. */
    public long sequence() {
        return read(() -> sequence);
    }

    public @Nullable AccountRow account(long id) {
        return read(() -> accounts.row(id));
    }

    /** The account's epoch now; 0 for an unknown account. */
    public long epoch(long account) {
        AccountRow row = account(account);
        return row == null ? 0 : row.epoch();
    }

    /** How many messages the account has had; 0 for an unknown account. */
    public long messages(long account) {
        return read(() -> accounts.messages(account));
    }

    /** Ids of all accounts of the log. */
    public List<Long> accountIds() {
        return read(accounts::ids);
    }

    /**
     * The account's orders that rest, and those in a live delay, oldest first; empty for an unknown
     * account.
     */
    public List<OrderRow> openOrders(long account) {
        return AccountSide.byAge(read(() -> accounts.orders(account, of -> of.open)));
    }

    /** The account's paused orders, oldest first; empty for an unknown account. */
    public List<OrderRow> pausedOrders(long account) {
        return AccountSide.byAge(read(() -> accounts.orders(account, of -> of.paused)));
    }

    /** The account's wagers in the order of their matches; empty for an unknown account. */
    public List<WagerStated> wagers(long account) {
        return wagers(account, _ -> true);
    }

    /** Those of the account's wagers, in the order of their matches. */
    public List<WagerStated> wagers(long account, Predicate<WagerStated> which) {
        return read(() -> accounts.wagers(account, which));
    }

    /**
     * An order that rests, waits or is paused, whoever owns it; null if there is none of this
     * number.
     */
    public @Nullable OpenOrder openOrder(long id) {
        return read(() -> {
            OrderRow order = accounts.order(id);
            return order == null
                    ? null
                    : new OpenOrder(order, boards.board(order.game()).isBest(order));
        });
    }

    /** An order that ended a short while ago; null if none of this number is remembered. */
    public @Nullable ClosedOrder closedOrder(long id) {
        return read(() -> closedOrders.find(id));
    }

    /**
     * Asks something while no step is applied: what the answer registers with a {@linkplain #follow
     * follower} misses nothing.
     */
    public <T extends @Nullable Object> T between(Supplier<T> question) {
        return read(question);
    }

    /**
     * What a question of several parts is answered while no step is applied, and which was last.
     */
    public <T extends @Nullable Object> Sequenced<T> sequenced(Supplier<T> question) {
        return read(() -> new Sequenced<T>(question.get(), sequence));
    }

    /** What the account may lose on the game: at most 0, micro-dollars. */
    public long liability(long account, long game) {
        return read(() -> accounts.liability(account, game));
    }

    /** What is at stake on a game, account by account and outcome by outcome. */
    public Exposure exposure(long game) {
        return read(() -> accounts.exposure(game));
    }

    public TrialBalance trialBalance() {
        return read(() ->
                new TrialBalance(accounts.sumOfBalances(), fold.house, fold.outside, sequence));
    }

    // Read by requests: the side of the boards.

    /** Whether the whole exchange is suspended. */
    public boolean isSuspended() {
        return read(() -> fold.suspended);
    }

    /** All leagues in the order of their names. */
    public List<LeagueRow> leagues() {
        return read(boards::leagues);
    }

    public @Nullable LeagueRow league(String name) {
        return read(() -> boards.league(name));
    }

    public @Nullable GameRow game(long id) {
        return read(() -> boards.game(id));
    }

    /** All games, by start and then by age. */
    public List<GameRow> games() {
        return games(_ -> true);
    }

    /** Those of the games, by start and then by age. */
    public List<GameRow> games(Predicate<GameRow> which) {
        return read(() -> boards.games(which)).stream()
                .sorted(Comparator.comparingLong((GameRow row) -> row.terms().startMillis()))
                .toList();
    }

    /** The games that these rows belong to, each once. */
    public Map<Long, GameRow> gamesById(Collection<Long> ids) {
        return read(() -> boards.gamesById(ids));
    }

    /** The books of these games, all at the same step; unknown games are left out. */
    public List<BookRow> books(Collection<Long> ids) {
        return read(() -> boards.books(ids));
    }

    /** The offers on one side of one question of a game that there is. */
    public LadderRow ladder(Change.Ladder ladder) {
        return read(() -> boards.ladder(ladder));
    }

    /** All games below this one, its children before theirs. */
    public List<GameRow> descendants(long game) {
        return read(() -> boards.descendants(game));
    }

    /**
     * What was matched in each of the last hours, as far back as it is remembered: both stakes,
     * micro-dollars, by hours since 1970.
     *
     * @param from the first hour
     * @param to the hour after the last one
     */
    public Map<Long, Long> volumeByHour(long from, long to) {
        return read(() -> fold.hours.between(from, to));
    }

    private <T extends @Nullable Object> T read(Supplier<T> rows) {
        lock.readLock().lock();
        try {
            return rows.get();
        } finally {
            lock.readLock().unlock();
        }
    }
}
