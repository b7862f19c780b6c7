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
import java.util.Objects;
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

    private long tellings;
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
                        false,
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

    /** Changes limits; whoever bans has to cancel what is open. */
    public void change(Command.ChangeAccount command, Events events) {
        Account account = accountsById.get(command.account());
        if (account == null) {
            events.refused(Reject.ACCOUNT_NOT_FOUND);
            return;
        }
        long creditLimit = Objects.requireNonNullElse(command.creditLimit(), account.creditLimit());
        long maxLiability =
                Objects.requireNonNullElse(command.maxLiability(), account.maxLiability());
        int ppm = Objects.requireNonNullElse(command.commissionPpm(), account.commissionPpm());
        boolean banned = Objects.requireNonNullElse(command.banned(), account.isBanned());
        if (!isPossible(creditLimit, maxLiability, ppm)) {
            events.refused(Reject.LIMIT_OUT_OF_RANGE);
            return;
        }
        if (exceedsTotal(account.creditLimit() - creditLimit)) {
            events.refused(Reject.TOTAL_OUT_OF_RANGE);
            return;
        }
        boolean covered =
                creditLimit <= account.creditLimit()
                        || account.available(account.balance(), creditLimit) >= 0;
        if (!covered && !command.force()) {
            events.refused(Reject.WOULD_BE_UNCOVERED);
            return;
        }
        credit = Math.addExact(credit, account.creditLimit() - creditLimit);
        account.limit(creditLimit, maxLiability, ppm, banned);
        events.accountChanged(account.id(), creditLimit, maxLiability, ppm, banned);
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

    /** Commission that will be charged if the wager is won whole. */
    public static long feeIfWon(Market market, long win, int commissionPpm) {
        return Payoff.feeIfWon(market, win, commissionPpm);
    }

    /** Commission that will be charged if the wager is lost whole. */
    public static long feeIfLost(Market market, long stake, long win, int commissionPpm) {
        return Payoff.feeIfLost(market, stake, win, commissionPpm);
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
            int commissionPpm,
            long createdAtMillis,
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
        wager.commissionPpm = commissionPpm;
        wager.createdAtMillis = createdAtMillis;
        wager.matchedAtMillis = matchedAtMillis;
        wager.reference = texts.keep(reference, referenceLength);
        wager.referenceLength = referenceLength;
        position.add(market, outcome, stake, win, commissionPpm);
    }

    /**
     * Tells the accounts.
     *
     * @param suspended whether the whole exchange is
     */
    public void tellAccounts(boolean suspended, Events events) {
        events.exchangeStated(house, outside, lastTransaction, lastWagerRequest, suspended);
        for (Account account : accounts) {
            events.accountStated(
                    account.id(),
                    account.creditLimit(),
                    account.maxLiability(),
                    account.commissionPpm(),
                    account.isBanned(),
                    account.balance(),
                    account.liability(),
                    account.messages());
        }
    }

    public void tellWagers(Events events) {
        tellings++;
        for (int i = 0; i < wagers.size(); i++) {
            Wager wager = wagers.get(i);
            Position position = wager.position;
            if (position == null) {
                throw new IllegalStateException("wager " + i + " belongs to nobody");
            }
            tell(wager, position, events);
        }
        for (int i = 0; i < wagers.size(); i++) {
            Position position = wagers.get(i).position;
            if (position != null && position.isFirstIn(tellings)) {
                events.positionStated(
                        position.account().id(), position.game(), position.liability());
            }
        }
    }

    private static void tell(Wager wager, Position position, Events events) {
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
                wager.commissionPpm,
                Payoff.feeIfWon(wager.market, wager.win, wager.commissionPpm),
                Payoff.feeIfLost(wager.market, wager.stake, wager.win, wager.commissionPpm),
                wager.createdAtMillis,
                wager.matchedAtMillis,
                wager.reference,
                wager.referenceLength);
    }

    public void hear(Event.ExchangeStated stated) {
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
                        stated.banned(),
                        stated.balance(),
                        stated.messages());
        expectedLiabilities.add(stated.liability());
        if (expectedLiabilities.size() != account.index() + 1) {
            throw new IllegalStateException("accounts were told out of order");
        }
    }

    /** Checks what was told against the wagers heard before. */
    public void hear(Event.PositionStated stated, Position position) {
        if (position.liability() != stated.liability()) {
            throw new IllegalStateException(
                    "account %d, game %d: liability %d was told, its wagers make %d"
                            .formatted(
                                    stated.account(),
                                    stated.game(),
                                    stated.liability(),
                                    position.liability()));
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
                stated.commissionPpm(),
                stated.createdAtMillis(),
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
