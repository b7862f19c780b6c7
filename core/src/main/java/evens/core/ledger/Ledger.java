package evens.core.ledger;

import evens.core.base.Deadlines;
import evens.core.base.LongMap;
import evens.model.Command;
import evens.model.Event;
import evens.model.Events;
import evens.model.Money;
import evens.model.Reject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whose money. Double entry: what customers and the house have, and what came in from outside, is 0
 * in the sum after every step.
 */
public final class Ledger {
    private final Deadlines deadlines;
    private final List<Account> accounts = new ArrayList<>();
    private final LongMap<Account> accountsById = new LongMap<>();

    /** What was told of each account's liability, until {@link #check} compares it. */
    private final List<Long> expectedLiabilities = new ArrayList<>();

    private long house;
    private long outside;
    private long credit;

    /**
     * A ledger without accounts.
     *
     * @param deadlines in which leases are that were told
     */
    public Ledger(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    public @Nullable Account account(long id) {
        return accountsById.get(id);
    }

    public void open(Command.OpenAccount command, Events events) {
        if (accountsById.get(command.account()) != null) {
            events.unchanged();
            return;
        }
        if (!isOpenable(command)) {
            events.refused(Reject.LIMIT_OUT_OF_RANGE);
            return;
        }
        if (exceedsTotal(command.deposit() - command.creditLimit())) {
            events.refused(Reject.TOTAL_OUT_OF_RANGE);
            return;
        }
        Account account =
                add(
                        command.account(),
                        command.creditLimit(),
                        command.maxLiability(),
                        command.commissionPpm(),
                        false,
                        0,
                        0,
                        0);
        moveIn(account, command.deposit());
        events.accountOpened(
                account.id(),
                account.creditLimit(),
                account.maxLiability(),
                account.commissionPpm(),
                account.balance(),
                outside);
    }

    public void withdraw(Command.Withdraw command, Events events) {
        Account account = accountsById.get(command.account());
        if (account == null) {
            events.refused(Reject.ACCOUNT_NOT_FOUND);
            return;
        }
        if (command.amount() <= 0 || command.amount() > Money.MAX_AMOUNT) {
            events.refused(Reject.AMOUNT_OUT_OF_RANGE);
            return;
        }
        if (command.amount() > account.withdrawable()) {
            events.refused(Reject.WITHDRAWAL_TOO_LARGE);
            return;
        }
        moveIn(account, -command.amount());
        events.withdrawn(account.id(), command.amount(), account.balance(), outside);
    }

    /** The house takes the other side of a correction. */
    public void adjust(Command.Adjust command, Events events) {
        Account account = accountsById.get(command.account());
        if (account == null) {
            events.refused(Reject.ACCOUNT_NOT_FOUND);
            return;
        }
        long amount = command.amount();
        if (amount == 0 || amount < -Money.MAX_AMOUNT || amount > Money.MAX_AMOUNT) {
            events.refused(Reject.AMOUNT_OUT_OF_RANGE);
            return;
        }
        if (Math.abs(house - amount) > Money.MAX_TOTAL) {
            events.refused(Reject.TOTAL_OUT_OF_RANGE);
            return;
        }
        boolean covered =
                amount > 0
                        || account.available(account.balance() + amount, account.creditLimit())
                                >= 0;
        if (!covered && !command.force()) {
            events.refused(Reject.WOULD_BE_UNCOVERED);
            return;
        }
        account.credit(amount);
        house = Math.subtractExact(house, amount);
        events.adjusted(account.id(), amount, !covered, account.balance(), house);
    }

    /**
     * Changes limits; whoever bans has to cancel what is open.
     *
     * @return whether it was not refused
     */
    public boolean change(Command.ChangeAccount command, Events events) {
        Account account = accountsById.get(command.account());
        if (account == null) {
            events.refused(Reject.ACCOUNT_NOT_FOUND);
            return false;
        }
        long creditLimit = Objects.requireNonNullElse(command.creditLimit(), account.creditLimit());
        long maxLiability =
                Objects.requireNonNullElse(command.maxLiability(), account.maxLiability());
        int ppm = Objects.requireNonNullElse(command.commissionPpm(), account.commissionPpm());
        boolean banned = Objects.requireNonNullElse(command.banned(), account.isBanned());
        int expiry =
                Objects.requireNonNullElse(
                        command.defaultExpiryMinutes(), account.defaultExpiryMinutes());
        if (!isPossible(creditLimit, maxLiability, ppm)
                || expiry < 0
                || expiry > Command.NewOrder.MAX_EXPIRY_MINUTES) {
            events.refused(Reject.LIMIT_OUT_OF_RANGE);
            return false;
        }
        if (exceedsTotal(account.creditLimit() - creditLimit)) {
            events.refused(Reject.TOTAL_OUT_OF_RANGE);
            return false;
        }
        boolean covered =
                creditLimit <= account.creditLimit()
                        || account.available(account.balance(), creditLimit) >= 0;
        if (!covered && !command.force()) {
            events.refused(Reject.WOULD_BE_UNCOVERED);
            return false;
        }
        credit = Math.addExact(credit, account.creditLimit() - creditLimit);
        account.limit(creditLimit, maxLiability, ppm, banned, expiry);
        events.accountChanged(
                account.id(), creditLimit, maxLiability, ppm, banned, expiry, !covered);
        return true;
    }

    public void deposit(Command.Deposit command, Events events) {
        Account account = accountsById.get(command.account());
        if (account == null) {
            events.refused(Reject.ACCOUNT_NOT_FOUND);
            return;
        }
        if (command.amount() <= 0 || command.amount() > Money.MAX_AMOUNT) {
            events.refused(Reject.AMOUNT_OUT_OF_RANGE);
            return;
        }
        if (exceedsTotal(command.amount())) {
            events.refused(Reject.TOTAL_OUT_OF_RANGE);
            return;
        }
        moveIn(account, command.amount());
        events.deposited(account.id(), command.amount(), account.balance(), outside);
    }

    private static boolean isOpenable(Command.OpenAccount command) {
        return command.account() > 0
                && isPossible(
                        command.creditLimit(), command.maxLiability(), command.commissionPpm())
                && command.deposit() >= 0
                && command.deposit() <= Money.MAX_AMOUNT;
    }

    private static boolean isPossible(long creditLimit, long maxLiability, int commissionPpm) {
        return creditLimit <= 0
                && creditLimit >= -Money.MAX_AMOUNT
                && maxLiability >= 0
                && maxLiability <= Money.MAX_AMOUNT
                && commissionPpm >= 0
                && commissionPpm <= Money.MAX_COMMISSION_PPM;
    }

    private boolean exceedsTotal(long more) {
        return -outside + credit + more > Money.MAX_TOTAL;
    }

    private void moveIn(Account account, long amount) {
        account.credit(amount);
        outside = Math.subtractExact(outside, amount);
    }

    private Account add(
            long id,
            long creditLimit,
            long maxLiability,
            int commissionPpm,
            boolean banned,
            int defaultExpiryMinutes,
            long balance,
            long messages) {
        Account account =
                new Account(
                        id,
                        accounts.size(),
                        creditLimit,
                        maxLiability,
                        commissionPpm,
                        banned,
                        defaultExpiryMinutes,
                        balance,
                        messages);
        accounts.add(account);
        accountsById.put(account);
        credit = Math.subtractExact(credit, creditLimit);
        return account;
    }

    /** What the house has. */
    public long house() {
        return house;
    }

    /** What has come in from outside, as a balance: what went in counts against it. */
    public long outside() {
        return outside;
    }

    public void tell(Events events) {
        for (Account account : accounts) {
            events.accountStated(
                    account.id(),
                    account.creditLimit(),
                    account.maxLiability(),
                    account.commissionPpm(),
                    account.isBanned(),
                    account.balance(),
                    account.liability(),
                    account.messages(),
                    account.fence().epoch(),
                    account.fence().connection(),
                    account.fence().epochByOthers(),
                    account.fence().isLatched(),
                    account.lease().isWaiting() ? account.lease().dueMillis() : 0,
                    account.defaultExpiryMinutes());
        }
    }

    public void hear(Event.ExchangeStated stated) {
        house = stated.house();
        outside = stated.outside();
    }

    public void hear(Event.AccountStated stated) {
        Account account =
                add(
                        stated.account(),
                        stated.creditLimit(),
                        stated.maxLiability(),
                        stated.commissionPpm(),
                        stated.banned(),
                        stated.defaultExpiryMinutes(),
                        stated.balance(),
                        stated.messages());
        account.fence()
                .hear(
                        stated.epoch(),
                        stated.connection(),
                        stated.epochByOthers(),
                        stated.latched());
        if (stated.leaseUntilMillis() != 0) {
            deadlines.add(account.lease(), stated.leaseUntilMillis());
        }
        expectedLiabilities.add(stated.liability());
        if (expectedLiabilities.size() != account.index() + 1) {
            throw new IllegalStateException("accounts were told out of order");
        }
    }

    /**
     * Compares what was told with what follows from it.
     *
     * @throws IllegalStateException naming what differs
     */
    public void check() {
        long sum = house + outside;
        for (Account account : accounts) {
            sum = Math.addExact(sum, account.balance());
            long expected = expectedLiabilities.get(account.index());
            if (account.liability() != expected) {
                throw new IllegalStateException(
                        "account %d: liability %d was told, its wagers make %d"
                                .formatted(account.id(), expected, account.liability()));
            }
        }
        if (sum != 0) {
            throw new IllegalStateException("the ledger's sum is " + sum + ", not 0");
        }
        expectedLiabilities.clear();
    }
}
