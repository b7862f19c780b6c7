package evens.sim;

import evens.model.Command;
import evens.model.Ending;
import evens.model.Event;
import evens.model.GameState;
import evens.model.GameTerms;
import evens.model.OrderType;
import evens.model.Step;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What must hold whatever the rules are, checked from the events alone. The twin was written from
 * the same page as the core; this is the part that would notice if both had misread it.
 */
final class Invariants {
    private static final class Order {
        final Event.OrderPlaced terms;
        long filled;
        boolean over;

        Order(Event.OrderPlaced terms) {
            this.terms = terms;
        }
    }

    private static final class Account {
        final long id;
        long creditLimit;
        long maxLiability;
        int commissionPpm;
        boolean banned;
        long balance;
        long liability;
        final Map<Long, List<Bet>> bets = new HashMap<>();

        Account(Event.AccountOpened e) {
            id = e.account();
            creditLimit = e.creditLimit();
            maxLiability = e.maxLiability();
            commissionPpm = e.commissionPpm();
            balance = e.balance();
        }
    }

    private final Map<Long, Account> accounts = new LinkedHashMap<>();
    private final Map<Long, GameTerms> games = new HashMap<>();
    private final Map<Long, GameState> states = new HashMap<>();
    private final Map<Long, Order> open = new LinkedHashMap<>();
    private final Set<Long> ids = new HashSet<>();
    private final Set<Long> transactions = new HashSet<>();

    /** The matches of the order that is being placed, until the next begins. */
    private final List<Passed> passed = new ArrayList<>();

    /** An open order that stood before one that was matched. */
    private record Passed(Order order, Event.OrderMatched by) {}

    /** Liabilities of accounts before the order that is being placed. */
    private final Map<Long, Long> before = new HashMap<>();

    private long house;
    private long outside;
    private boolean suspended;
    private long lastSequence;
    private long lastMillis;

    /** Checks one step, and what it left behind. */
    void check(@Nullable Command command, Step step) {
        Violation.unless(step.sequence() == lastSequence + 1, "a sequence is missing");
        Violation.unless(step.timeMillis() >= lastMillis, "time went back");
        lastSequence = step.sequence();
        lastMillis = step.timeMillis();
        for (Event event : step.events()) {
            check(event);
        }
        endPlacing();
        moneyAddsUp();
        switch (command) {
            case Command.CancelAllOrders c -> noneLeft(o -> o.account() == c.account());
            case Command.CancelGameOrders c -> noneLeft(o -> o.game() == c.game());
            case Command.CloseGame c -> noneLeft(o -> o.game() == c.game());
            case Command.ChangeAccount c -> {
                Account account = accounts.get(c.account());
                if (account != null && account.banned) {
                    noneLeft(o -> o.account() == c.account());
                }
            }
            case Command.PlaceOrders _ -> notCrossed(step);
            case null, default -> {}
        }
    }

    private void noneLeft(Predicate<Event.OrderPlaced> ended) {
        for (Order order : open.values()) {
            Violation.unless(
                    !ended.test(order.terms), "I19: order " + id(order) + " outlived its end");
        }
    }

    private void check(Event event) {
        switch (event) {
            case Event.AccountOpened e -> {
                Account account = new Account(e);
                accounts.put(e.account(), account);
                outside -= e.balance();
                balances(account, e.balance(), e.outside());
            }
            case Event.Deposited e -> {
                Account account = moveIn(e.account(), e.amount());
                balances(account, e.balance(), e.outside());
            }
            case Event.Withdrawn e -> {
                Account account = moveIn(e.account(), -e.amount());
                balances(account, e.balance(), e.outside());
                Violation.unless(
                        account.balance + account.liability >= 0,
                        "I2: account " + e.account() + " took out what is not its own");
            }
            case Event.Adjusted e -> {
                Account account = account(e.account());
                account.balance += e.amount();
                house -= e.amount();
                balances(account, e.balance(), outside);
                Violation.unless(e.house() == house, "I1: the house has another balance");
                boolean covered = e.amount() > 0 || available(account) >= 0;
                Violation.unless(covered != e.forced(), "I2: forced or not, it is not told");
            }
            case Event.AccountChanged e -> changed(account(e.account()), e);
            case Event.GameCreated e -> {
                games.put(e.terms().game(), e.terms());
                states.put(e.terms().game(), e.state());
            }
            case Event.GameChanged e -> {
                games.put(e.terms().game(), e.terms());
                changed(e.terms().game(), e.state());
            }
            case Event.GameStateChanged e -> changed(e.game(), e.state());
            case Event.ExchangeSuspended _ -> suspended = true;
            case Event.ExchangeResumed _ -> suspended = false;
            case Event.OrderPlaced e -> placed(e);
            case Event.OrderMatched e -> matched(e);
            case Event.OrderCancelled e -> cancelled(e);
            case Event.OrderRejected _ -> endPlacing();
            default -> {}
        }
    }

    private Account moveIn(long id, long amount) {
        Account account = account(id);
        account.balance += amount;
        outside -= amount;
        return account;
    }

    private void balances(Account account, long balance, long toldOutside) {
        Violation.unless(balance == account.balance, "I1: another balance");
        Violation.unless(toldOutside == outside, "I1: another sum came from outside");
    }

    private void moneyAddsUp() {
        long sum = house + outside;
        for (Account account : accounts.values()) {
            sum += account.balance;
        }
        Violation.unless(sum == 0, "I1: the sum of all money is " + sum);
    }

    private static void changed(Account account, Event.AccountChanged e) {
        boolean lessCredit = e.creditLimit() > account.creditLimit;
        account.creditLimit = e.creditLimit();
        account.maxLiability = e.maxLiability();
        account.commissionPpm = e.commissionPpm();
        account.banned = e.banned();
        boolean covered = !lessCredit || available(account) >= 0;
        Violation.unless(covered != e.forced(), "I2: forced or not, it is not told");
    }

    private void changed(long game, GameState state) {
        states.put(game, state);
        if (state == GameState.CLOSED) {
            for (Order order : open.values()) {
                Violation.unless(
                        order.over || order.terms.game() != game,
                        "I19: an order outlived its game's start");
            }
        }
    }

    private void placed(Event.OrderPlaced e) {
        endPlacing();
        Violation.unless(isOpen(e.game()), "I16: an order was placed on a game that is not open");
        Violation.unless(!suspended, "I16: an order was placed while the exchange is suspended");
        Violation.unless(!account(e.account()).banned, "I16: a banned account placed an order");
        Violation.unless(ids.add(e.order()), "the id of an order came back");
        Violation.unless(transactions.add(e.transaction()), "I5: a transaction came back");
        open.put(e.order(), new Order(e));
    }

    private boolean isOpen(long game) {
        GameTerms terms = games.get(game);
        return terms != null
                && states.get(game) == GameState.OPEN
                && lastMillis < terms.startMillis();
    }

    private void matched(Event.OrderMatched e) {
        Event.Maker m = e.maker();
        Event.Taker t = e.taker();
        Order maker = openOrder(m.order());
        Order taker = openOrder(t.order());
        Violation.unless(isOpen(e.game()), "I16: a match on a game that is not open");
        Violation.unless(!suspended, "I16: a match while the exchange is suspended");
        Violation.unless(
                !account(m.account()).banned && !account(t.account()).banned,
                "I16: a match of a banned account");
        Violation.unless(transactions.add(e.transaction()), "I5: a transaction came back");
        Violation.unless(m.account() != t.account(), "I9: an order met its own account");
        Violation.unless(maker.terms.type() != OrderType.FILL_AND_KILL, "a killed order rested");
        Violation.unless(taker.terms.type() != OrderType.POST, "a post order took");
        price(e, maker, taker);
        priority(e, maker, taker);
        maker.filled += m.stake();
        taker.filled += t.stake();
        long left = maker.terms.stake() - maker.filled;
        Violation.unless(left == m.remaining() && left >= 0, "I4: the maker's stake");
        Violation.unless(taker.filled <= taker.terms.stake(), "I4: the taker's stake");
        Violation.unless(
                m.stake() >= 10_000 && t.stake() >= 10_000, "a side of a fill is below a cent");
        Bet given = new Bet(e.market(), e.makerOutcome(), m.stake(), t.stake(), 0);
        int ppm = account(t.account()).commissionPpm;
        Bet taken = new Bet(e.market(), e.makerOutcome().opposite(), t.stake(), m.stake(), ppm);
        Violation.unless(
                t.feeIfWon() == taken.feeIfWon() && t.feeIfLost() == taken.feeIfLost(),
                "another commission than was agreed on");
        // both halves are counted before either is judged
        add(m.account(), e.game(), given);
        add(t.account(), e.game(), taken);
        judge(account(m.account()), e.game(), m.gameLiability(), m.liability());
        judge(account(t.account()), e.game(), t.gameLiability(), t.liability());
        if (left == 0) {
            end(maker);
        }
    }

    private static void price(Event.OrderMatched e, Order maker, Order taker) {
        Violation.unless(
                e.makerLine() == maker.terms.line()
                        && e.makerLine() + taker.terms.line() <= 0
                        && maker.terms.outcome() != taker.terms.outcome()
                        && maker.terms.game() == e.game()
                        && taker.terms.game() == e.game()
                        && maker.terms.market().equals(e.market())
                        && taker.terms.market().equals(e.market()),
                "I6: the price is worse than a limit");
        long p = Fractions.profit(-e.makerLine())[0];
        long q = Fractions.profit(-e.makerLine())[1];
        BigInteger wins = Fractions.times(e.taker().stake(), p);
        BigInteger pays = Fractions.times(e.maker().stake(), q);
        BigInteger half = BigInteger.valueOf(Math.max(p, q));
        boolean isNear = wins.subtract(pays).abs().shiftLeft(1).compareTo(half) <= 0;
        Violation.unless(isNear, "I6: more than half a micro-dollar from the exact price");
    }

    private void priority(Event.OrderMatched e, Order maker, Order taker) {
        for (Order other : open.values()) {
            boolean rival =
                    other.terms.game() == e.game()
                            && other.terms.market().equals(e.market())
                            && other.terms.outcome() == e.makerOutcome()
                            && other.terms.account() != taker.terms.account()
                            && other != maker;
            boolean ahead =
                    other.terms.line() < e.makerLine()
                            || (other.terms.line() == e.makerLine()
                                    && other.terms.wagerRequest() < maker.terms.wagerRequest());
            if (rival && ahead && !other.over) {
                passed.add(new Passed(other, e));
            }
        }
    }

    /** An order is placed to its end: who was passed over must have ended meanwhile. */
    private void endPlacing() {
        for (Passed pair : passed) {
            Violation.unless(
                    pair.order().over,
                    "I7: order %d was passed over by %s".formatted(id(pair.order()), pair.by()));
        }
        passed.clear();
        before.clear();
        open.values().removeIf(order -> order.over || rests(order) == 0);
    }

    /** A taker's order is open until it is placed to its end; some never rest. */
    private static long rests(Order order) {
        return order.terms.resting() == 0 ? 0 : order.terms.stake() - order.filled;
    }

    private void cancelled(Event.OrderCancelled e) {
        Order order = openOrder(e.order());
        Violation.unless(
                e.filled() == order.filled
                        && e.released() == order.terms.stake() - order.filled
                        && e.released() > 0,
                "I4: filled and released are not the stake");
        boolean expiring = order.terms.expiresAtMillis() != 0;
        Violation.unless(
                e.ending() != Ending.EXPIRED
                        || (expiring && order.terms.expiresAtMillis() <= lastMillis),
                "an order expired too early");
        end(order);
    }

    private void end(Order order) {
        order.over = true;
    }

    private Order openOrder(long id) {
        Order order = open.get(id);
        if (order == null || order.over) {
            throw new Violation(
                    "I10: order " + id + " is not open and yet something happens to it");
        }
        return order;
    }

    private void add(long account, long game, Bet bet) {
        account(account).bets.computeIfAbsent(game, _ -> new ArrayList<>()).add(bet);
    }

    private void judge(Account account, long game, long gameLiability, long liability) {
        long sum = 0;
        for (Map.Entry<Long, List<Bet>> entry : account.bets.entrySet()) {
            long worst = Results.of(entry.getValue()).worst();
            sum += worst;
            Violation.unless(
                    entry.getKey() != game || worst == gameLiability, "I3: a game's liability");
        }
        Violation.unless(sum == liability, "I3: an account's liability");
        Violation.unless(
                Scores.worst(account.bets.getOrDefault(game, List.of())) >= gameLiability,
                "I2: a result of the game costs more than the liability");
        before.putIfAbsent(account.id, account.liability);
        account.liability = liability;
        Violation.unless(
                liability >= before.getOrDefault(account.id, 0L)
                        || (available(account) >= 0 && -liability <= account.maxLiability),
                "I2: account " + account.id + " owes more than it has");
    }

    private static long available(Account account) {
        return account.balance - account.creditLimit + account.liability;
    }

    /** Orders of different accounts that would match do not rest opposite each other. */
    private void notCrossed(Step step) {
        for (Event event : step.events()) {
            Order order = event instanceof Event.OrderPlaced e ? open.get(e.order()) : null;
            if (order == null) {
                continue;
            }
            for (Order other : open.values()) {
                boolean crossed =
                        order.terms.game() == other.terms.game()
                                && order.terms.market().equals(other.terms.market())
                                && order.terms.outcome() != other.terms.outcome()
                                && order.terms.line() + other.terms.line() <= 0
                                && order.terms.account() != other.terms.account();
                Violation.unless(!crossed, "I8: the book is crossed");
            }
        }
    }

    private static long id(Order order) {
        return order.terms.order();
    }

    private Account account(long id) {
        Account account = accounts.get(id);
        if (account == null) {
            throw new Violation("account " + id + " was never opened");
        }
        return account;
    }
}
