package evens.sim;

import evens.model.Event;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** I1 to I3: no money comes from nowhere, and nobody owes more than it has. */
final class LedgerInvariants {
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

    /** Liabilities of accounts before the order that is being placed. */
    private final Map<Long, Long> before = new HashMap<>();

    private long house;
    private long outside;

    void hear(Event event) {
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

    /** After every step. */
    void addUp() {
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

    boolean isBanned(long account) {
        return account(account).banned;
    }

    /** Another order is placed. */
    void endPlacing() {
        before.clear();
    }

    /** Two wagers: both halves are counted before either is judged. */
    void matched(Event.OrderMatched e) {
        Event.Maker m = e.maker();
        Event.Taker t = e.taker();
        Bet given = new Bet(e.market(), e.makerOutcome(), m.stake(), t.stake(), 0);
        int ppm = account(t.account()).commissionPpm;
        Bet taken = new Bet(e.market(), e.makerOutcome().opposite(), t.stake(), m.stake(), ppm);
        Violation.unless(
                t.feeIfWon() == taken.feeIfWon() && t.feeIfLost() == taken.feeIfLost(),
                "another commission than was agreed on");
        add(m.account(), e.game(), given);
        add(t.account(), e.game(), taken);
        judge(account(m.account()), e.game(), m.gameLiability(), m.liability());
        judge(account(t.account()), e.game(), t.gameLiability(), t.liability());
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

    private Account account(long id) {
        Account account = accounts.get(id);
        if (account == null) {
            throw new Violation("account " + id + " was never opened");
        }
        return account;
    }
}
