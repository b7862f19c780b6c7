package evens.edge.view;

import evens.model.Ending;
import evens.model.Event;
import evens.model.Event.WagerStated;
import evens.model.FeedListener;
import evens.model.GameTerms;
import evens.model.Ids;
import evens.model.Odds;
import evens.model.Step;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    private final Map<Long, Holdings> ownersOfOpenOrders = new HashMap<>();
    private final Map<String, LeagueRow> leagues = new TreeMap<>();
    private final Map<Long, Board> games = new LinkedHashMap<>();
    private final Map<Long, List<Long>> childrenByParent = new HashMap<>();
    private final ClosedOrders closedOrders = new ClosedOrders();
    private boolean suspended;
    private long house;
    private long outside;
    private long sequence;

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
                                false,
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
                                    stated.banned(),
                                    stated.balance(),
                                    stated.liability()));
            case Event.AccountChanged changed -> {
                Holdings holdings = holdings(changed.account());
                holdings.row =
                        holdings.row.limitedTo(
                                changed.creditLimit(),
                                changed.maxLiability(),
                                changed.commissionPpm(),
                                changed.banned());
            }
            case Event.Deposited deposited -> {
                balance(deposited.account(), deposited.balance());
                outside = deposited.outside();
            }
            case Event.Withdrawn withdrawn -> {
                balance(withdrawn.account(), withdrawn.balance());
                outside = withdrawn.outside();
            }
            case Event.Adjusted adjusted -> {
                balance(adjusted.account(), adjusted.balance());
                house = adjusted.house();
            }
            case Event.ExchangeStated stated -> {
                house = stated.house();
                outside = stated.outside();
                suspended = stated.suspended();
            }
            case Event.ExchangeSuspended _ -> suspended = true;
            case Event.ExchangeResumed _ -> suspended = false;
            case Event.LeagueCreated created ->
                    leagues.put(
                            created.league(),
                            new LeagueRow(
                                    created.league(), created.sport(), created.liveDelaySeconds()));
            case Event.LeagueChanged changed ->
                    leagues.computeIfPresent(
                            changed.league(), (_, row) -> row.with(changed.liveDelaySeconds()));
            case Event.GameCreated created -> addGame(created);
            case Event.GameChanged changed -> {
                Board board = board(changed.terms().game());
                board.row = board.row.with(changed.terms(), changed.state());
            }
            case Event.GameStateChanged changed -> {
                Board board = board(changed.game());
                board.row = board.row.with(board.row.terms(), changed.state());
            }
            case Event.OrderPlaced placed -> {
                if (placed.resting() > 0) {
                    addOrder(OrderRow.of(placed));
                }
            }
            case Event.OrderStated stated -> addOrder(OrderRow.of(stated));
            case Event.OrderMatched matched -> match(matched, timeMillis);
            case Event.WagerStated stated -> addWager(stated);
            case Event.PositionStated stated ->
                    holdings(stated.account()).liabilities.put(stated.game(), stated.liability());
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

    private void balance(long account, long balance) {
        Holdings holdings = holdings(account);
        holdings.row = holdings.row.withBalance(balance);
    }

    private void addGame(Event.GameCreated created) {
        GameTerms terms = created.terms();
        LeagueRow league = leagues.get(terms.league());
        String sport = league == null ? "" : league.sport();
        games.put(terms.game(), new Board(new GameRow(terms, created.state(), sport, 0, 0)));
        if (terms.parent() != Ids.NONE) {
            childrenByParent
                    .computeIfAbsent(terms.parent(), _ -> new ArrayList<>())
                    .add(terms.game());
        }
    }

    private void addOrder(OrderRow order) {
        Long id = order.id();
        Holdings owner = holdings(order.account());
        owner.open.put(id, order);
        ownersOfOpenOrders.put(id, owner);
        board(order.game()).add(order);
    }

    private void match(Event.OrderMatched matched, long timeMillis) {
        Event.Maker maker = matched.maker();
        Event.Taker taker = matched.taker();
        Holdings makers = holdings(maker.account());
        Holdings takers = holdings(taker.account());
        makers.row = makers.row.withLiability(maker.liability());
        takers.row = takers.row.withLiability(taker.liability());
        makers.liabilities.put(matched.game(), maker.gameLiability());
        takers.liabilities.put(matched.game(), taker.gameLiability());
        OrderRow offer = makers.open.get(maker.order());
        if (offer != null) {
            replaceOrder(offer, maker.remaining());
        }
        addWager(makersHalf(matched, timeMillis));
        addWager(takersHalf(matched, timeMillis, takers.row.commissionPpm()));
    }

    private static WagerStated makersHalf(Event.OrderMatched matched, long timeMillis) {
        Event.Maker maker = matched.maker();
        return new WagerStated(
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
                matched.taker().stake(),
                0,
                0,
                0,
                maker.createdAtMillis(),
                timeMillis,
                maker.reference());
    }

    private static WagerStated takersHalf(
            Event.OrderMatched matched, long timeMillis, int commissionPpm) {
        Event.Taker taker = matched.taker();
        return new WagerStated(
                matched.transaction(),
                matched.maker().order(),
                taker.account(),
                taker.wagerRequest(),
                matched.game(),
                matched.market(),
                matched.makerOutcome().opposite(),
                Odds.opposite(matched.makerLine()),
                false,
                taker.stake(),
                matched.maker().stake(),
                commissionPpm,
                taker.feeIfWon(),
                taker.feeIfLost(),
                timeMillis,
                timeMillis,
                taker.reference());
    }

    private void addWager(WagerStated wager) {
        holdings(wager.account()).wagers.add(wager);
        board(wager.game()).addVolume(wager.market(), wager.stake());
    }

    private void replaceOrder(OrderRow order, long remaining) {
        OrderRow less = order.withRemaining(remaining);
        if (remaining == 0) {
            removeOrder(order);
            closedOrders.add(less, Ending.FILLED);
            return;
        }
        holdings(order.account()).open.put(order.id(), less);
        board(order.game()).replace(less);
    }

    private void removeOrder(Event.OrderCancelled cancelled) {
        OrderRow order = holdings(cancelled.account()).open.get(cancelled.order());
        if (order != null) {
            removeOrder(order);
            closedOrders.add(order, cancelled.ending());
        }
    }

    private void removeOrder(OrderRow order) {
        holdings(order.account()).open.remove(order.id());
        ownersOfOpenOrders.remove(order.id());
        board(order.game()).remove(order);
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

    public @Nullable LeagueRow league(String name) {
        return read(() -> leagues.get(name));
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
                .sorted(Comparator.comparingLong((GameRow row) -> row.terms().startMillis()))
                .toList();
    }

    /** The books of these games, all at the same step; unknown games are left out. */
    public List<BookRow> books(Collection<Long> ids) {
        return read(() -> {
            List<BookRow> books = new ArrayList<>();
            for (long id : ids) {
                Board board = games.get(id);
                if (board != null) {
                    books.add(new BookRow(board.row, board.rows(), volumeWithChildren(id)));
                }
            }
            return books;
        });
    }

    /** The games that have this one as their parent, in the order in which they were created. */
    public List<Long> children(long game) {
        return read(() -> List.copyOf(childrenByParent.getOrDefault(game, List.of())));
    }

    private long volumeWithChildren(long game) {
        long volume = board(game).row.matchedVolume();
        for (long child : childrenByParent.getOrDefault(game, List.of())) {
            volume += volumeWithChildren(child);
        }
        return volume;
    }

    /** An open order, whoever owns it; null if there is none. */
    public @Nullable OpenOrder openOrder(long id) {
        return read(() -> {
            Holdings owner = ownersOfOpenOrders.get(id);
            OrderRow order = owner == null ? null : owner.open.get(id);
            return order == null ? null : new OpenOrder(order, board(order.game()).isBest(order));
        });
    }

    /** An order that ended a short while ago; null if none of this number is remembered. */
    public @Nullable ClosedOrder closedOrder(long id) {
        return read(() -> closedOrders.find(id));
    }

    /** What the account may lose on the game: at most 0, micro-dollars. */
    public long liability(long account, long game) {
        return read(() -> {
            Holdings holdings = accounts.get(account);
            return holdings == null ? 0L : holdings.liabilities.getOrDefault(game, 0L);
        });
    }

    /** What is at stake on a game, account by account and outcome by outcome. */
    public Exposure exposure(long game) {
        return read(() -> {
            List<Exposure.OfAccount> of = new ArrayList<>();
            Map<Exposure.OfOutcome, Long> stakes = new LinkedHashMap<>();
            for (Holdings holdings : accounts.values()) {
                Long liability = holdings.liabilities.get(game);
                if (liability != null) {
                    of.add(new Exposure.OfAccount(holdings.row.id(), liability));
                    addStakes(holdings, game, stakes);
                }
            }
            List<Exposure.OfOutcome> outcomes = new ArrayList<>();
            stakes.forEach((key, stake) ->
                    outcomes.add(new Exposure.OfOutcome(key.market(), key.outcome(), stake)));
            return new Exposure(of, outcomes);
        });
    }

    private static void addStakes(
            Holdings holdings, long game, Map<Exposure.OfOutcome, Long> stakes) {
        for (WagerStated wager : holdings.wagers) {
            if (wager.game() == game) {
                stakes.merge(
                        new Exposure.OfOutcome(wager.market(), wager.outcome(), 0),
                        wager.stake(),
                        Long::sum);
            }
        }
    }

    /** Whether the whole exchange is suspended. */
    public boolean isSuspended() {
        return read(() -> suspended);
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

    private <T extends @Nullable Object> T read(Supplier<T> rows) {
        lock.readLock().lock();
        try {
            return rows.get();
        } finally {
            lock.readLock().unlock();
        }
    }
}
