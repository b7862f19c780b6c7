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
        final long id;
        long creditLimit;
        long maxLiability;
        int commissionPpm;
        boolean banned;
        long balance;
        long messages;
        int defaultExpiryMinutes;
        long leaseUntilMillis;
        final Fence fence;

        Account(Command.OpenAccount c) {
            id = c.account();
            fence = new Fence(id);
            creditLimit = c.creditLimit();
            maxLiability = c.maxLiability();
            commissionPpm = c.commissionPpm();
            balance = c.deposit();
        }
    }

    private final Wagers wagers;
    private final Map<Long, Account> accounts = new LinkedHashMap<>();
    private long house;
    private long outside;

    Accounts(Wagers wagers) {
        this.wagers = wagers;
    }

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

    long house() {
        return house;
    }

    long outside() {
        return outside;
    }

    Event open(Command.OpenAccount c) {
        if (accounts.containsKey(c.account())) {
            return new Event.Unchanged();
        }
        if (c.account() <= 0
                || !arePossible(c.creditLimit(), c.maxLiability(), c.commissionPpm())
                || !isBetween(0, c.deposit(), BILLION_DOLLARS)) {
            return new Event.Refused(Reject.LIMIT_OUT_OF_RANGE);
        }
        if (isTooMuch(c.deposit() - c.creditLimit())) {
            return new Event.Refused(Reject.TOTAL_OUT_OF_RANGE);
        }
        accounts.put(c.account(), new Account(c));
        outside -= c.deposit();
        return new Event.AccountOpened(
                c.account(),
                c.creditLimit(),
                c.maxLiability(),
                c.commissionPpm(),
                c.deposit(),
                outside);
    }

    Event deposit(Command.Deposit c) {
        Account account = accounts.get(c.account());
        if (account == null) {
            return new Event.Refused(Reject.ACCOUNT_NOT_FOUND);
        }
        if (!isBetween(1, c.amount(), BILLION_DOLLARS)) {
            return new Event.Refused(Reject.AMOUNT_OUT_OF_RANGE);
        }
        if (isTooMuch(c.amount())) {
            return new Event.Refused(Reject.TOTAL_OUT_OF_RANGE);
        }
        account.balance += c.amount();
        outside -= c.amount();
        return new Event.Deposited(c.account(), c.amount(), account.balance, outside);
    }

    Event withdraw(Command.Withdraw c) {
        Account account = accounts.get(c.account());
        if (account == null) {
            return new Event.Refused(Reject.ACCOUNT_NOT_FOUND);
        }
        if (!isBetween(1, c.amount(), BILLION_DOLLARS)) {
            return new Event.Refused(Reject.AMOUNT_OUT_OF_RANGE);
        }
        long notAtStake = account.balance + wagers.liability(account.id);
        if (c.amount() > Math.min(notAtStake, notAtStake - account.creditLimit)) {
            return new Event.Refused(Reject.WITHDRAWAL_TOO_LARGE);
        }
        account.balance -= c.amount();
        outside += c.amount();
        return new Event.Withdrawn(c.account(), c.amount(), account.balance, outside);
    }

    Event adjust(Command.Adjust c) {
        Account account = accounts.get(c.account());
        if (account == null) {
            return new Event.Refused(Reject.ACCOUNT_NOT_FOUND);
        }
        if (c.amount() == 0 || !isBetween(-BILLION_DOLLARS, c.amount(), BILLION_DOLLARS)) {
            return new Event.Refused(Reject.AMOUNT_OUT_OF_RANGE);
        }
        if (!isBetween(-4_000 * BILLION_DOLLARS, house - c.amount(), 4_000 * BILLION_DOLLARS)) {
            return new Event.Refused(Reject.TOTAL_OUT_OF_RANGE);
        }
        boolean uncovers = c.amount() < 0 && available(account) + c.amount() < 0;
        if (uncovers && !c.force()) {
            return new Event.Refused(Reject.WOULD_BE_UNCOVERED);
        }
        account.balance += c.amount();
        house -= c.amount();
        return new Event.Adjusted(c.account(), c.amount(), uncovers, account.balance, house);
    }

    Event change(Command.ChangeAccount c) {
        Account account = accounts.get(c.account());
        if (account == null) {
            return new Event.Refused(Reject.ACCOUNT_NOT_FOUND);
        }
        long creditLimit = c.creditLimit() == null ? account.creditLimit : c.creditLimit();
        long maxLiability = c.maxLiability() == null ? account.maxLiability : c.maxLiability();
        int ppm = c.commissionPpm() == null ? account.commissionPpm : c.commissionPpm();
        int expiry =
                c.defaultExpiryMinutes() == null
                        ? account.defaultExpiryMinutes
                        : c.defaultExpiryMinutes();
        if (!arePossible(creditLimit, maxLiability, ppm) || !isBetween(0, expiry, 525_600)) {
            return new Event.Refused(Reject.LIMIT_OUT_OF_RANGE);
        }
        long lessCredit = creditLimit - account.creditLimit;
        if (isTooMuch(-lessCredit)) {
            return new Event.Refused(Reject.TOTAL_OUT_OF_RANGE);
        }
        boolean uncovers = lessCredit > 0 && available(account) < lessCredit;
        if (uncovers && !c.force()) {
            return new Event.Refused(Reject.WOULD_BE_UNCOVERED);
        }
        account.creditLimit = creditLimit;
        account.maxLiability = maxLiability;
        account.commissionPpm = ppm;
        account.banned = c.banned() == null ? account.banned : c.banned();
        account.defaultExpiryMinutes = expiry;
        return new Event.AccountChanged(
                account.id, creditLimit, maxLiability, ppm, account.banned, expiry, uncovers);
    }

    Event renewLease(Command.RenewLease c, long now) {
        Account account = accounts.get(c.account());
        if (account == null) {
            return new Event.Refused(Reject.ACCOUNT_NOT_FOUND);
        } else if (!isBetween(1, c.millis(), 86_400_000)) {
            return new Event.Refused(Reject.LEASE_OUT_OF_RANGE);
        }
        account.leaseUntilMillis = now + c.millis();
        return new Event.LeaseRenewed(account.id, c.millis(), account.leaseUntilMillis);
    }

    Event dropLease(Command.DropLease c) {
        Account account = accounts.get(c.account());
        if (account == null) {
            return new Event.Refused(Reject.ACCOUNT_NOT_FOUND);
        } else if (account.leaseUntilMillis == 0) {
            return new Event.Unchanged();
        }
        account.leaseUntilMillis = 0;
        return new Event.LeaseDropped(account.id);
    }

    Event releaseLatch(Command.ReleaseLatch c) {
        Account account = accounts.get(c.account());
        if (account == null) {
            return new Event.Refused(Reject.ACCOUNT_NOT_FOUND);
        } else if (!account.fence.isLatched()) {
            return new Event.Unchanged();
        }
        account.fence.release();
        return new Event.LatchReleased(account.id);
    }

    /** Why an account may not trade now, null if it may. */
    @Nullable Reject whyNot(long id, Command.Stamp stamp) {
        Account account = accounts.get(id);
        if (account == null) {
            return Reject.ACCOUNT_NOT_FOUND;
        } else if (account.banned) {
            return Reject.ACCOUNT_BANNED;
        } else if (account.fence.isLatched()) {
            return Reject.TRADING_LATCHED;
        }
        return account.fence.isPassedBy(stamp) ? Reject.EPOCH_STALE : null;
    }

    private long available(Account account) {
        return account.balance - account.creditLimit + wagers.liability(account.id);
    }

    private static boolean arePossible(long creditLimit, long maxLiability, int ppm) {
        return isBetween(-BILLION_DOLLARS, creditLimit, 0)
                && isBetween(0, maxLiability, BILLION_DOLLARS)
                && isBetween(0, ppm, 100_000);
    }

    /** Whether deposits and credit would come to more than four trillion dollars. */
    private boolean isTooMuch(long more) {
        long credit = accounts.values().stream().mapToLong(account -> -account.creditLimit).sum();
        return -outside + credit + more > 4_000 * BILLION_DOLLARS;
    }

    private static boolean isBetween(long least, long number, long most) {
        return least <= number && number <= most;
    }

    Event stated(Account account) {
        return new Event.AccountStated(
                account.id,
                account.creditLimit,
                account.maxLiability,
                account.commissionPpm,
                account.banned,
                account.balance,
                wagers.liability(account.id),
                account.messages,
                account.fence.epoch(),
                account.fence.connection(),
                account.fence.epochByOthers(),
                account.fence.isLatched(),
                account.leaseUntilMillis,
                account.defaultExpiryMinutes);
    }
}
