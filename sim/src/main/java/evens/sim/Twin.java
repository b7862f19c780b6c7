package evens.sim;

import evens.model.Command;
import evens.model.Command.NewOrder;
import evens.model.Ending;
import evens.model.Event;
import evens.model.Event.WagerStated;
import evens.model.GameState;
import evens.model.OrderType;
import evens.model.Outcome;
import evens.model.Reject;
import evens.model.Step;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The exchange once more, as plainly as it can be said: lists that are sorted when they are needed,
 * results that are counted anew from all wagers, exact fractions. It shares no rule with the core,
 * only the words, and says what every command must lead to.
 */
final class Twin {
    private static final class Order {
        final Event.OrderPlaced placed;
        long filled;

        Order(Event.OrderPlaced placed) {
            this.placed = placed;
        }

        long remaining() {
            return placed.stake() - filled;
        }
    }

    private record Fill(Order maker, long takerStake, long makerStake, boolean trimmed) {}

    private record Penniless(Order offer, boolean byPlan) {}

    private final int remembered;
    private final Accounts accounts = new Accounts();
    private final Games games = new Games();
    private final List<Order> open = new ArrayList<>(); // oldest first
    private final Deque<Event.ClosedOrderStated> closed = new ArrayDeque<>();
    private final List<WagerStated> wagers = new ArrayList<>();
    private long places;
    private long lastTransaction;
    private long lastWagerRequest;
    private long sequence;
    private long now;
    private List<Event> events = new ArrayList<>();

    Twin(int remembered) {
        this.remembered = remembered;
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
                all.add(new Due(game.startMillis(), game.game(), () -> start(game)));
            }
        }
        for (Order order : open) {
            long millis = order.placed.expiresAtMillis();
            if (millis != 0) {
                long id = order.placed.order();
                all.add(new Due(millis, id, () -> cancel(order, Ending.EXPIRED)));
            }
        }
        // the first of equals: games stand before orders
        return all.stream()
                .min(Comparator.comparingLong(Due::millis).thenComparingLong(Due::id))
                .orElse(null);
    }

    private void start(Event.GameCreated game) {
        for (Outcome outcome : Outcome.values()) {
            offers(game.game(), outcome).forEach(order -> cancel(order, Ending.GAME_START));
        }
        events.add(games.change(game.game(), GameState.CLOSED));
    }

    private void apply(Command command) {
        switch (command) {
            case Command.OpenAccount c -> events.add(accounts.open(c));
            case Command.Deposit c -> events.add(accounts.deposit(c));
            case Command.CreateLeague c -> events.add(games.create(c));
            case Command.CreateGame c -> events.add(games.create(c, now));
            case Command.SuspendGame c -> events.add(games.change(c.game(), GameState.SUSPENDED));
            case Command.OpenGame c -> events.add(games.change(c.game(), GameState.OPEN));
            case Command.PlaceOrders c -> {
                for (int i = 0; i < c.orders().size(); i++) {
                    place(c.account(), i, c.orders().get(i));
                }
            }
            case Command.CancelOrders c -> c.orders().forEach(id -> cancel(c.account(), id));
            case Command.CancelAllOrders c -> {
                for (Order order : List.copyOf(open)) {
                    if (order.placed.account() == c.account()) {
                        cancel(order, Ending.USER);
                    }
                }
            }
            case Command.AskHashes _ -> {} // nobody can guess a hash
        }
    }

    // placing

    private void place(long accountId, int index, NewOrder order) {
        Accounts.Account account = accounts.get(accountId);
        Event.GameCreated game = games.get(order.game());
        Reject reject = check(account, game, order);
        if (reject != null || account == null || game == null) {
            events.add(
                    new Event.OrderRejected(
                            index, accountId, reject == null ? Reject.GAME_NOT_FOUND : reject));
            return;
        }
        Outcome outcome = order.participant() == game.away().id() ? Outcome.FIRST : Outcome.SECOND;
        List<Fill> fills = new ArrayList<>();
        List<Penniless> penniless = new ArrayList<>();
        long left = meetOffers(accountId, outcome, order, fills, penniless);
        boolean kill = order.type() == OrderType.FILL_AND_KILL;
        long rests = kill || Fractions.isTooSmall(left, order.line()) ? 0 : left;
        reject = judge(account, outcome, order, fills, rests);
        if (reject != null) {
            for (Penniless p : penniless) {
                if (!p.byPlan()) {
                    cancel(p.offer(), Ending.INSUFFICIENT_FUNDS);
                }
            }
            events.add(new Event.OrderRejected(index, accountId, reject));
            return;
        }
        Order taker = accept(account, index, game, outcome, order, rests);
        for (Fill fill : fills) {
            match(fill, taker);
            if (fill.maker().remaining() == 0) {
                close(fill.maker(), Ending.FILLED);
            } else if (fill.trimmed()) {
                cancel(fill.maker(), Ending.INSUFFICIENT_FUNDS);
            } else if (Fractions.isTooSmall(fill.maker().remaining(), fill.maker().placed.line())) {
                cancel(fill.maker(), Ending.REMAINDER_TOO_SMALL);
            }
        }
        penniless.forEach(p -> cancel(p.offer(), Ending.INSUFFICIENT_FUNDS));
        if (rests > 0) {
            open.add(taker);
        } else if (taker.remaining() == 0) {
            close(taker, Ending.FILLED);
        } else if (kill) {
            close(taker, Ending.KILLED);
        } else {
            cancel(taker, Ending.REMAINDER_TOO_SMALL);
        }
    }

    private static @Nullable Reject check(
            Accounts.@Nullable Account account, Event.@Nullable GameCreated game, NewOrder order) {
        if (account == null) {
            return Reject.ACCOUNT_NOT_FOUND;
        } else if (game == null) {
            return Reject.GAME_NOT_FOUND;
        } else if (game.state() != GameState.OPEN) {
            return Reject.GAME_NOT_OPEN;
        } else if (order.participant() != game.away().id()
                && order.participant() != game.home().id()) {
            return Reject.WRONG_SIDE;
        } else if (order.line() < -999_000 || order.line() > 999_000) {
            return Reject.ODDS_OUT_OF_RANGE;
        } else if (order.stake() < 1_000_000 || order.stake() > 10_000_000_000_000L) {
            return Reject.STAKE_OUT_OF_RANGE;
        } else if (Fractions.isTooSmall(order.stake(), order.line())) {
            return Reject.WIN_TOO_SMALL;
        } else if (order.expiryMinutes() < 0 || order.expiryMinutes() > 525_600) {
            return Reject.EXPIRY_OUT_OF_RANGE;
        } else if (order.reference() != null && order.reference().length() > 512) {
            return Reject.REFERENCE_TOO_LONG; // the workload writes ASCII only
        }
        return null;
    }

    /** What the order would get; answers what is left of it. */
    private long meetOffers(
            long taker,
            Outcome outcome,
            NewOrder order,
            List<Fill> fills,
            List<Penniless> penniless) {
        long left = order.stake();
        for (Order offer : offers(order.game(), outcome.opposite())) {
            boolean postHasMatch = order.type() == OrderType.POST && !fills.isEmpty();
            if (offer.placed.line() + order.line() > 0
                    || Fractions.isTooSmall(left, order.line())
                    || postHasMatch) {
                break;
            }
            if (offer.placed.account() == taker) {
                continue;
            }
            Purse purse = purse(offer.placed.account(), order.game(), fills);
            long[] fill = Fractions.fill(left, offer.remaining(), offer.placed.line());
            boolean pays = purse.fits(offer.placed.outcome(), fill[0], fill[1]);
            if (!pays) {
                long fits = 0;
                long doesNot = fill[0];
                while (doesNot - fits > 1) {
                    long middle = (fits + doesNot) / 2;
                    long[] smaller = Fractions.fill(middle, offer.remaining(), offer.placed.line());
                    if (purse.fits(offer.placed.outcome(), smaller[0], smaller[1])) {
                        fits = middle;
                    } else {
                        doesNot = middle;
                    }
                }
                fill = Fractions.fill(fits, offer.remaining(), offer.placed.line());
            }
            if (fill[0] < Fractions.CENT || fill[1] < Fractions.CENT) {
                penniless.add(new Penniless(offer, purse.planned()));
            } else {
                fills.add(new Fill(offer, fill[0], fill[1], !pays));
                left -= fill[0];
            }
        }
        return left;
    }

    /** Open orders on this outcome: the best for a taker first, then the oldest. */
    private List<Order> offers(long game, Outcome outcome) {
        return open.stream()
                .filter(o -> o.placed.game() == game && o.placed.outcome() == outcome)
                .sorted(Comparator.comparingInt(o -> o.placed.line()))
                .toList();
    }

    private @Nullable Reject judge(
            Accounts.Account account,
            Outcome outcome,
            NewOrder order,
            List<Fill> fills,
            long rests) {
        if (order.type() == OrderType.POST && !fills.isEmpty()) {
            return Reject.POST_WOULD_MATCH;
        }
        if (order.type() == OrderType.FILL_AND_KILL && fills.isEmpty()) {
            return Reject.NOTHING_TO_TAKE;
        }
        int ppm = account.terms.commissionPpm();
        long win = rests > 0 ? Fractions.win(rests, order.line()) : 0;
        long loss = rests;
        for (Fill fill : fills) {
            win += fill.makerStake() - Fractions.commission(fill.makerStake(), ppm);
            long smaller = Math.min(fill.takerStake(), fill.makerStake());
            loss += fill.takerStake() + Fractions.commission(smaller, ppm);
        }
        Purse purse = purse(account.id(), order.game(), List.of());
        return purse.fits(outcome, win, loss) ? null : Reject.INSUFFICIENT_FUNDS;
    }

    private Order accept(
            Accounts.Account account,
            int index,
            Event.GameCreated game,
            Outcome outcome,
            NewOrder order,
            long rests) {
        long expires = now + order.expiryMinutes() * 60_000L;
        boolean atStart = order.expiryMinutes() == 0 || expires >= game.startMillis();
        String reference = order.reference();
        Event.OrderPlaced placed =
                new Event.OrderPlaced(
                        index,
                        newId(),
                        account.id(),
                        ++lastWagerRequest,
                        ++lastTransaction,
                        order.game(),
                        order.market(),
                        outcome,
                        order.line(),
                        order.stake(),
                        rests,
                        order.type(),
                        now,
                        atStart ? 0 : expires,
                        rests > 0 ? ++account.messages : 0,
                        reference != null && reference.isEmpty() ? null : reference);
        events.add(placed);
        return new Order(placed);
    }

    /** Half a number is a place; the place of a forgotten order is used once more. */
    private long newId() {
        return closed.size() > remembered
                ? closed.removeFirst().order() + (1L << 32)
                : (1L << 32) + places++;
    }

    private void match(Fill fill, Order taker) {
        Event.OrderPlaced m = fill.maker().placed;
        Event.OrderPlaced t = taker.placed;
        Accounts.Account makerAccount = accounts.known(m.account());
        Accounts.Account takerAccount = accounts.known(t.account());
        int ppm = takerAccount.terms.commissionPpm();
        long feeIfWon = Fractions.commission(fill.makerStake(), ppm);
        long feeIfLost = Fractions.commission(Math.min(fill.takerStake(), fill.makerStake()), ppm);
        long transaction = ++lastTransaction;
        fill.maker().filled += fill.makerStake();
        taker.filled += fill.takerStake();
        wagers.add(wager(transaction, m, m, true, fill.makerStake(), fill.takerStake(), 0, 0));
        wagers.add(
                wager(
                        transaction,
                        m,
                        t,
                        false,
                        fill.takerStake(),
                        fill.makerStake(),
                        feeIfWon,
                        feeIfLost));
        Event.Maker maker =
                new Event.Maker(
                        m.order(),
                        m.account(),
                        m.wagerRequest(),
                        m.stake(),
                        fill.makerStake(),
                        fill.maker().remaining(),
                        liability(m.account(), m.game()),
                        liability(m.account()),
                        ++makerAccount.messages,
                        m.reference());
        Event.Taker half =
                new Event.Taker(
                        t.order(),
                        t.account(),
                        t.wagerRequest(),
                        fill.takerStake(),
                        feeIfWon,
                        feeIfLost,
                        liability(t.account(), t.game()),
                        liability(t.account()),
                        ++takerAccount.messages,
                        t.reference());
        events.add(
                new Event.OrderMatched(
                        transaction, m.game(), m.market(), m.outcome(), m.line(), maker, half));
    }

    private WagerStated wager(
            long transaction,
            Event.OrderPlaced maker,
            Event.OrderPlaced half,
            boolean isMaker,
            long stake,
            long win,
            long feeIfWon,
            long feeIfLost) {
        return new WagerStated(
                transaction,
                maker.order(),
                half.account(),
                half.wagerRequest(),
                half.game(),
                half.market(),
                half.outcome(),
                isMaker ? maker.line() : -maker.line(),
                isMaker,
                stake,
                win,
                feeIfWon,
                feeIfLost,
                now,
                half.reference());
    }

    // cancelling

    private void cancel(long account, long id) {
        for (Order order : open) {
            if (order.placed.order() == id) {
                if (order.placed.account() == account) {
                    cancel(order, Ending.USER);
                } else {
                    events.add(new Event.CancelRefused(id, Reject.NOT_YOUR_ORDER));
                }
                return;
            }
        }
        Reject reject = Reject.ORDER_NOT_FOUND;
        for (Event.ClosedOrderStated order : closed) {
            if (order.order() == id) {
                reject = order.account() == account ? over(order) : Reject.NOT_YOUR_ORDER;
            }
        }
        events.add(new Event.CancelRefused(id, reject));
    }

    private static Reject over(Event.ClosedOrderStated order) {
        return switch (order.ending()) {
            case FILLED -> Reject.ALREADY_FILLED;
            case EXPIRED, GAME_START -> Reject.ALREADY_EXPIRED;
            case USER, OPERATOR, INSUFFICIENT_FUNDS, REMAINDER_TOO_SMALL, KILLED ->
                    Reject.ALREADY_CANCELLED;
        };
    }

    private void cancel(Order order, Ending ending) {
        Event.OrderPlaced p = order.placed;
        events.add(
                new Event.OrderCancelled(
                        p.order(),
                        p.account(),
                        p.wagerRequest(),
                        p.game(),
                        p.market(),
                        p.outcome(),
                        p.line(),
                        order.filled,
                        order.remaining(),
                        ending,
                        ++accounts.known(p.account()).messages,
                        p.reference()));
        close(order, ending);
    }

    private void close(Order order, Ending ending) {
        open.remove(order);
        Event.OrderPlaced p = order.placed;
        closed.addLast(new Event.ClosedOrderStated(p.order(), p.account(), order.filled, ending));
    }

    // money

    private Purse purse(long id, long game, List<Fill> plan) {
        Accounts.Account account = accounts.known(id);
        Map<Long, Result> results = results(id);
        long now = worst(results);
        Result here = results.getOrDefault(game, Result.NOTHING);
        long others = now - here.worst();
        boolean planned = false;
        for (Fill fill : plan) {
            Event.OrderPlaced maker = fill.maker().placed;
            if (maker.account() == id) {
                here = here.with(maker.outcome(), fill.takerStake(), fill.makerStake());
                planned = true;
            }
        }
        long funds = account.balance - account.terms.creditLimit();
        return new Purse(funds, account.terms.maxLiability(), now, others, here, planned);
    }

    /** The account's result on each game. */
    private Map<Long, Result> results(long account) {
        Map<Long, Result> results = new HashMap<>();
        for (WagerStated w : wagers) {
            if (w.account() == account) {
                Result before = results.getOrDefault(w.game(), Result.NOTHING);
                long win = w.win() - w.feeIfWon();
                results.put(w.game(), before.with(w.outcome(), win, w.stake() + w.feeIfLost()));
            }
        }
        return results;
    }

    private long liability(long account) {
        return worst(results(account));
    }

    private long liability(long account, long game) {
        return results(account).getOrDefault(game, Result.NOTHING).worst();
    }

    private static long worst(Map<Long, Result> results) {
        return results.values().stream().mapToLong(Result::worst).sum();
    }

    /** The state as the exchange must tell it. */
    List<Event> state() {
        List<Event> state = new ArrayList<>();
        state.add(new Event.LedgerStated(0, accounts.outside(), lastTransaction, lastWagerRequest));
        accounts.all().forEach(account -> state.add(account.stated(liability(account.id()))));
        state.addAll(games.leagues());
        state.addAll(games.all());
        state.addAll(wagers);
        for (Order order : open) {
            Event.OrderPlaced p = order.placed;
            state.add(
                    new Event.OrderStated(
                            p.order(),
                            p.account(),
                            p.wagerRequest(),
                            p.transaction(),
                            p.game(),
                            p.market(),
                            p.outcome(),
                            p.line(),
                            p.stake(),
                            order.filled,
                            p.type(),
                            p.createdAtMillis(),
                            p.expiresAtMillis(),
                            p.reference()));
        }
        state.addAll(closed);
        return state;
    }
}
