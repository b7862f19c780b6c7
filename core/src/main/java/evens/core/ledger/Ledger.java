package evens.core.ledger;

import evens.core.base.LongMap;
import evens.core.base.Slab;
import evens.core.base.Texts;
import evens.model.Command;
import evens.model.Event;
import evens.model.Events;
import evens.model.Market;
import evens.model.Money;
import evens.model.Outcome;
import evens.model.Reject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whose money. Double entry: what customers and the house have, and what came in from outside, is 0
 * in the sum after every step.
 */
public final class Ledger {
    private final Texts texts;
    private final List<Account> accounts = new ArrayList<>();
    private final LongMap<Account> accountsById = new LongMap<>();
    private final LongMap<Position> positions = new LongMap<>();
    private final Slab<Wager> wagers = new Slab<>(Wager::new);

    /** What was told of each account's liability, until {@link #check} compares it. */
    private final List<Long> expectedLiabilities = new ArrayList<>();

    private long house;
    private long outside;
    private long credit;
    private long lastTransaction;
    private long lastWagerRequest;

    public Ledger(Texts texts) {
        this.texts = texts;
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
                && command.creditLimit() <= 0
                && command.creditLimit() >= -Money.MAX_AMOUNT
                && command.maxLiability() >= 0
                && command.maxLiability() <= Money.MAX_AMOUNT
                && command.commissionPpm() >= 0
                && command.commissionPpm() <= Money.MAX_COMMISSION_PPM
                && command.deposit() >= 0
                && command.deposit() <= Money.MAX_AMOUNT;
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
            long balance,
            long messages) {
        Account account =
                new Account(
                        id,
                        accounts.size(),
                        creditLimit,
                        maxLiability,
                        commissionPpm,
                        balance,
                        messages);
        accounts.add(account);
        accountsById.put(id, account);
        credit = Math.subtractExact(credit, creditLimit);
        return account;
    }

    /** The account's position on the game, made when there is none yet. */
    public Position position(Account account, int gameIndex, long game) {
        long key = ((long) gameIndex << 32) | (account.index() + 1);
        Position position = positions.get(key);
        if (position == null) {
            position = new Position(account, game);
            positions.put(key, position);
        }
        return position;
    }

    public long nextTransaction() {
        return ++lastTransaction;
    }

    public long nextWagerRequest() {
        return ++lastWagerRequest;
    }

    /** Makes one half of a match; the position and its account follow. */
    public void wager(
            long transaction,
            long order,
            Position position,
            long wagerRequest,
            Market market,
            Outcome outcome,
            int line,
            boolean maker,
            long stake,
            long win,
            long feeIfWon,
            long feeIfLost,
            long matchedAtMillis,
            byte @Nullable [] reference,
            int referenceLength) {
        Wager wager = wagers.next();
        wager.transaction = transaction;
        wager.order = order;
        wager.position = position;
        wager.wagerRequest = wagerRequest;
        wager.market = market;
        wager.outcome = outcome;
        wager.line = line;
        wager.maker = maker;
        wager.stake = stake;
        wager.win = win;
        wager.feeIfWon = feeIfWon;
        wager.feeIfLost = feeIfLost;
        wager.matchedAtMillis = matchedAtMillis;
        wager.reference = texts.keep(reference, referenceLength);
        wager.referenceLength = referenceLength;
        position.add(outcome, win - feeIfWon, stake + feeIfLost);
    }

    public void tellAccounts(Events events) {
        events.ledgerStated(house, outside, lastTransaction, lastWagerRequest);
        for (Account account : accounts) {
            events.accountStated(
                    account.id(),
                    account.creditLimit(),
                    account.maxLiability(),
                    account.commissionPpm(),
                    account.balance(),
                    account.liability(),
                    account.messages());
        }
    }

    public void tellWagers(Events events) {
        for (int i = 0; i < wagers.size(); i++) {
            Wager wager = wagers.get(i);
            Position position = wager.position;
            if (position == null) {
                throw new IllegalStateException("wager " + i + " belongs to nobody");
            }
            events.wagerStated(
                    wager.transaction,
                    wager.order,
                    position.account().id(),
                    wager.wagerRequest,
                    position.game(),
                    wager.market,
                    wager.outcome,
                    wager.line,
                    wager.maker,
                    wager.stake,
                    wager.win,
                    wager.feeIfWon,
                    wager.feeIfLost,
                    wager.matchedAtMillis,
                    wager.reference,
                    wager.referenceLength);
        }
    }

    public void hear(Event.LedgerStated stated) {
        house = stated.house();
        outside = stated.outside();
        lastTransaction = stated.lastTransaction();
        lastWagerRequest = stated.lastWagerRequest();
    }

    public void hear(Event.AccountStated stated) {
        Account account =
                add(
                        stated.account(),
                        stated.creditLimit(),
                        stated.maxLiability(),
                        stated.commissionPpm(),
                        stated.balance(),
                        stated.messages());
        expectedLiabilities.add(stated.liability());
        if (expectedLiabilities.size() != account.index() + 1) {
            throw new IllegalStateException("accounts were told out of order");
        }
    }

    public void hear(Event.WagerStated stated, Position position) {
        byte[] reference =
                stated.reference() == null
                        ? new byte[0]
                        : stated.reference().getBytes(StandardCharsets.UTF_8);
        wager(
                stated.transaction(),
                stated.order(),
                position,
                stated.wagerRequest(),
                stated.market(),
                stated.outcome(),
                stated.line(),
                stated.maker(),
                stated.stake(),
                stated.win(),
                stated.feeIfWon(),
                stated.feeIfLost(),
                stated.matchedAtMillis(),
                reference,
                reference.length);
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
