package evens.sim;

import evens.model.Command;
import evens.model.Event;
import evens.model.Reject;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The twin's accounts: every command leads to one event. */
final class Accounts {
    private static final long BILLION_DOLLARS = 1_000_000_000_000_000L;

    static final class Account {
        final Command.OpenAccount terms;
        long balance;
        long messages;

        Account(Command.OpenAccount terms) {
            this.terms = terms;
            this.balance = terms.deposit();
        }

        long id() {
            return terms.account();
        }

        Event stated(long liability) {
            return new Event.AccountStated(
                    id(),
                    terms.creditLimit(),
                    terms.maxLiability(),
                    terms.commissionPpm(),
                    balance,
                    liability,
                    messages);
        }
    }

    private final Map<Long, Account> accounts = new LinkedHashMap<>();

    @Nullable Account get(long id) {
        return accounts.get(id);
    }

    Account known(long id) {
        Account account = accounts.get(id);
        if (account == null) {
            throw new IllegalStateException("the twin knows no account " + id);
        }
        return account;
    }

    Collection<Account> all() {
        return accounts.values();
    }

    Event open(Command.OpenAccount c) {
        if (accounts.containsKey(c.account())) {
            return new Event.Unchanged();
        }
        if (c.account() <= 0
                || !isBetween(-BILLION_DOLLARS, c.creditLimit(), 0)
                || !isBetween(0, c.maxLiability(), BILLION_DOLLARS)
                || !isBetween(0, c.commissionPpm(), 100_000)
                || !isBetween(0, c.deposit(), BILLION_DOLLARS)) {
            return new Event.Refused(Reject.LIMIT_OUT_OF_RANGE);
        }
        accounts.put(c.account(), new Account(c));
        return new Event.AccountOpened(
                c.account(),
                c.creditLimit(),
                c.maxLiability(),
                c.commissionPpm(),
                c.deposit(),
                outside());
    }

    Event deposit(Command.Deposit c) {
        Account account = accounts.get(c.account());
        if (account == null) {
            return new Event.Refused(Reject.ACCOUNT_NOT_FOUND);
        }
        if (!isBetween(1, c.amount(), BILLION_DOLLARS)) {
            return new Event.Refused(Reject.AMOUNT_OUT_OF_RANGE);
        }
        account.balance += c.amount();
        return new Event.Deposited(c.account(), c.amount(), account.balance, outside());
    }

    /** Nothing is graded yet, so all that customers have came from outside. */
    long outside() {
        return -accounts.values().stream().mapToLong(account -> account.balance).sum();
    }

    private static boolean isBetween(long least, long number, long most) {
        return least <= number && number <= most;
    }
}
