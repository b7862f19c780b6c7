package evens.edge.view;

import evens.model.Event;
import evens.model.Event.WagerStated;
import evens.model.FeedListener;
import evens.model.GameState;
import evens.model.Odds;
import evens.model.Outcome;
import evens.model.Step;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
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
    private final Map<Long, Holdings> accounts = new LinkedHashMap<>();
    private final Map<String, LeagueRow> leagues = new TreeMap<>();
    private final Map<Long, Board> games = new LinkedHashMap<>();
    private long house;
    private long outside;
    private long sequence;

    /** What belongs to an account: open orders oldest first, wagers in the order of matches. */
    private static final class Holdings {
        AccountRow row;
        final Map<Long, OrderRow> open = new LinkedHashMap<>();
        final List<WagerStated> wagers = new ArrayList<>();

        Holdings(AccountRow row) {
            this.row = row;
        }
    }

    /** A game and what rests on it: by outcome, by line (best for takers first), by age. */
    private static final class Board {
        GameRow row;
        final NavigableMap<Integer, Map<Long, OrderRow>> first = new TreeMap<>();
        final NavigableMap<Integer, Map<Long, OrderRow>> second = new TreeMap<>();

        Board(GameRow row) {
            this.row = row;
        }

        NavigableMap<Integer, Map<Long, OrderRow>> ladder(Outcome outcome) {
            return outcome == Outcome.FIRST ? first : second;
        }
    }

    // Written by the feed.

    @Override
    public void stated(long sequence, Event event) {
        lock.writeLock().lock();
        try {
            apply(event, 0);
            this.sequence = sequence;
        } finally {
            lock.writeLock().unlock();
        }
    }

    @Override
    public void stepped(Step step) {
        lock.writeLock().lock();
        try {
            for (Event event : step.events()) {
                apply(event, step.timeMillis());
            }
            sequence = step.sequence();
        } finally {
            lock.writeLock().unlock();
        }
    }

    private void apply(Event event, long timeMillis) {
        switch (event) {
            case Event.AccountOpened opened -> {
                addAccount(
                        new AccountRow(
                                opened.account(),
                                opened.creditLimit(),
                                opened.maxLiability(),
                                opened.commissionPpm(),
                                opened.balance(),
                                0));
                outside = opened.outside();
            }
            case Event.AccountStated stated ->
                    addAccount(
                            new AccountRow(
                                    stated.account(),
                                    stated.creditLimit(),
                                    stated.maxLiability(),
                                    stated.commissionPpm(),
                                    stated.balance(),
                                    stated.liability()));
            case Event.Deposited deposited -> {
                Holdings holdings = holdings(deposited.account());
                holdings.row = holdings.row.withBalance(deposited.balance());
                outside = deposited.outside();
            }
            case Event.LedgerStated stated -> {
                house = stated.house();
                outside = stated.outside();
            }
            case Event.LeagueCreated created ->
                    leagues.put(
                            created.league(),
                            new LeagueRow(
                                    created.league(), created.sport(), created.liveDelaySeconds()));
            case Event.GameCreated created -> addGame(created);
            case Event.GameStateChanged changed -> {
                Board board = board(changed.game());
                board.row = board.row.in(changed.state());
            }
            case Event.OrderPlaced placed -> {
                if (placed.resting() > 0) {
                    addOrder(OrderRow.of(placed));
                }
            }
            case Event.OrderStated stated -> addOrder(OrderRow.of(stated));
            case Event.OrderMatched matched -> match(matched, timeMillis);
            case Event.WagerStated stated -> addWager(stated);
            case Event.OrderCancelled cancelled -> removeOrder(cancelled);
            case Event.ClosedOrderStated _,
                    Event.OrderRejected _,
                    Event.CancelRefused _,
                    Event.Unchanged _,
                    Event.Refused _,
                    Event.HashesTold _ -> {}
        }
    }

    private void addAccount(AccountRow row) {
        accounts.put(row.id(), new Holdings(row));
    }

    private void addGame(Event.GameCreated created) {
        LeagueRow league = leagues.get(created.league());
        String sport = league == null ? "" : league.sport();
        games.put(created.game(), new Board(new GameRow(created, sport, 0, 0)));
    }

    private void addOrder(OrderRow order) {
        holdings(order.account()).open.put(order.id(), order);
        Board board = board(order.game());
        board.ladder(order.outcome())
                .computeIfAbsent(order.line(), _ -> new LinkedHashMap<>())
                .put(order.id(), order);
        board.row = board.row.withOpenInterest(order.stake());
    }

    private void match(Event.OrderMatched matched, long timeMillis) {
        Event.Maker maker = matched.maker();
        Event.Taker taker = matched.taker();
        Holdings makers = holdings(maker.account());
        Holdings takers = holdings(taker.account());
        makers.row = makers.row.withLiability(maker.liability());
        takers.row = takers.row.withLiability(taker.liability());
        OrderRow offer = makers.open.get(maker.order());
        if (offer != null) {
            replaceOrder(offer, maker.remaining());
        }
        WagerStated[] halves = halves(matched, timeMillis);
        for (WagerStated half : halves) {
            addWager(half);
        }
    }

    private static WagerStated[] halves(Event.OrderMatched matched, long timeMillis) {
        Event.Maker maker = matched.maker();
        Event.Taker taker = matched.taker();
        return new WagerStated[] {
            new WagerStated(
                    matched.transaction(),
                    maker.order(),
                    maker.account(),
                    maker.wagerRequest(),
                    matched.game(),
                    matched.market(),
                    matched.makerOutcome(),
                    matched.makerLine(),
                    true,
                    maker.stake(),
                    taker.stake(),
                    0,
                    0,
                    timeMillis,
                    maker.reference()),
            new WagerStated(
                    matched.transaction(),
                    maker.order(),
                    taker.account(),
                    taker.wagerRequest(),
                    matched.game(),
                    matched.market(),
                    matched.makerOutcome().opposite(),
                    Odds.opposite(matched.makerLine()),
                    false,
                    taker.stake(),
                    maker.stake(),
                    taker.feeIfWon(),
                    taker.feeIfLost(),
                    timeMillis,
                    taker.reference())
        };
    }

    private void addWager(WagerStated wager) {
        holdings(wager.account()).wagers.add(wager);
        Board board = board(wager.game());
        board.row = board.row.withVolume(wager.stake());
    }

    private void replaceOrder(OrderRow order, long remaining) {
        if (remaining == 0) {
            removeOrder(order);
            return;
        }
        OrderRow less = order.withRemaining(remaining);
        holdings(order.account()).open.put(order.id(), less);
        level(order).put(order.id(), less);
    }

    private void removeOrder(Event.OrderCancelled cancelled) {
        OrderRow order = holdings(cancelled.account()).open.get(cancelled.order());
        if (order != null) {
            removeOrder(order);
        }
    }

    private void removeOrder(OrderRow order) {
        holdings(order.account()).open.remove(order.id());
        Board board = board(order.game());
        Map<Long, OrderRow> level = level(order);
        level.remove(order.id());
        if (level.isEmpty()) {
            board.ladder(order.outcome()).remove(order.line());
        }
        board.row = board.row.withOpenInterest(-order.stake());
    }

    private Map<Long, OrderRow> level(OrderRow order) {
        Map<Long, OrderRow> level = board(order.game()).ladder(order.outcome()).get(order.line());
        if (level == null) {
            throw new IllegalStateException("order " + order.id() + " is on no level");
        }
        return level;
    }

    private Holdings holdings(long account) {
        Holdings holdings = accounts.get(account);
        if (holdings == null) {
            throw new IllegalStateException("account " + account + " was never opened");
        }
        return holdings;
    }

    private Board board(long game) {
        Board board = games.get(game);
        if (board == null) {
            throw new IllegalStateException("game " + game + " was never created");
        }
        return board;
    }

    // Read by requests.

    /** The last step that this view contains. */
    public long sequence() {
        return read(() -> sequence);
    }

    public @Nullable AccountRow account(long id) {
        return read(() -> {
            Holdings holdings = accounts.get(id);
            return holdings == null ? null : holdings.row;
        });
    }

    /** Ids of all accounts of the log. */
    public List<Long> accountIds() {
        return read(() -> List.copyOf(accounts.keySet()));
    }

    /** The account's open orders, oldest first; empty for an unknown account. */
    public List<OrderRow> openOrders(long account) {
        return read(() -> {
            Holdings holdings = accounts.get(account);
            return holdings == null ? List.of() : List.copyOf(holdings.open.values());
        });
    }

    /** The account's wagers in the order of their matches; empty for an unknown account. */
    public List<WagerStated> wagers(long account) {
        return read(() -> {
            Holdings holdings = accounts.get(account);
            return holdings == null ? List.of() : List.copyOf(holdings.wagers);
        });
    }

    /** All leagues in the order of their names. */
    public List<LeagueRow> leagues() {
        return read(() -> List.copyOf(leagues.values()));
    }

    public @Nullable GameRow game(long id) {
        return read(() -> {
            Board board = games.get(id);
            return board == null ? null : board.row;
        });
    }

    /** All games, by start and then by age. */
    public List<GameRow> games() {
        List<GameRow> rows = read(() -> games.values().stream().map(board -> board.row).toList());
        return rows.stream()
                .sorted(Comparator.comparingLong(row -> row.terms().startMillis()))
                .toList();
    }

    /** The books of these games, all at the same step; unknown games are left out. */
    public List<BookRow> books(Collection<Long> ids) {
        return read(() -> {
            List<BookRow> books = new ArrayList<>();
            for (long id : ids) {
                Board board = games.get(id);
                if (board != null) {
                    books.add(new BookRow(board.row, flat(board.first), flat(board.second)));
                }
            }
            return books;
        });
    }

    /** The games that these rows belong to, each once. */
    public Map<Long, GameRow> gamesById(Collection<Long> ids) {
        return read(() -> {
            Map<Long, GameRow> rows = new HashMap<>();
            for (Long id : ids) {
                Board board = games.get(id);
                if (board != null) {
                    rows.put(id, board.row);
                }
            }
            return rows;
        });
    }

    public TrialBalance trialBalance() {
        return read(() -> {
            long customers = 0;
            for (Holdings holdings : accounts.values()) {
                customers += holdings.row.balance();
            }
            return new TrialBalance(customers, house, outside, sequence);
        });
    }

    /** True if orders may be placed on this game now. */
    public static boolean isOpen(GameRow game) {
        return game.state() == GameState.OPEN;
    }

    private static List<OrderRow> flat(NavigableMap<Integer, Map<Long, OrderRow>> ladder) {
        List<OrderRow> orders = new ArrayList<>();
        for (Map<Long, OrderRow> level : ladder.values()) {
            orders.addAll(level.values());
        }
        return orders;
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
