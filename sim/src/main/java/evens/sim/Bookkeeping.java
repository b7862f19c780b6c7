package evens.sim;

import evens.model.Command;
import evens.model.Event;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What is done to accounts, their money and their limits. */
final class Bookkeeping {
    private static final long DOLLAR = 1_000_000;

    private final Dice dice;
    private final long poorest;
    private final int richest;
    private final Set<Long> banned = new TreeSet<>();
    private final Set<Long> latched = new TreeSet<>();

    Bookkeeping(Dice dice, long poorest, int richest) {
        this.dice = dice;
        this.poorest = poorest;
        this.richest = richest;
    }

    void hear(Event event) {
        switch (event) {
            case Event.AccountChanged e -> put(banned, e.account(), e.banned());
            case Event.EpochRaised e -> put(latched, e.account(), e.latched());
            case Event.LatchReleased e -> put(latched, e.account(), false);
            default -> {}
        }
    }

    private static void put(Set<Long> set, long account, boolean in) {
        if (in) {
            set.add(account);
        } else {
            set.remove(account);
        }
    }

    /** Those that may not trade. */
    Set<Long> banned() {
        return banned;
    }

    /** Those that do not want to trade. */
    Set<Long> latched() {
        return latched;
    }

    Command openAccount(long account) {
        return new Command.OpenAccount(
                account,
                dice.oneIn(3) ? -dice.below(2 * poorest) : 0,
                dice.oneIn(3) ? dice.below(2 * poorest) : 1_000_000 * DOLLAR,
                dice.coin() ? 10_000 : dice.below(100_001),
                dice.below(3 * poorest) * richest);
    }

    Command openStrange() {
        return new Command.OpenAccount(
                dice.between(-5L, 19),
                dice.between(-DOLLAR, 1),
                dice.between(-1, DOLLAR),
                dice.between(-1, 100_002),
                dice.between(-1, DOLLAR));
    }

    Command deposit(long account) {
        return new Command.Deposit(account, dice.below(4 * poorest));
    }

    Command withdraw(long account) {
        return new Command.Withdraw(account, dice.below(poorest));
    }

    Command adjust(long account) {
        long amount = dice.between(-poorest, 2 * poorest);
        return new Command.Adjust(account, dice.oneIn(20) ? 0 : amount, dice.oneIn(3));
    }

    Command changeLimits(long account) {
        return new Command.ChangeAccount(
                account,
                dice.coin() ? null : Long.valueOf(dice.oneIn(3) ? 0 : -dice.below(2 * poorest)),
                dice.coin() ? null : Long.valueOf(dice.below(dice.oneIn(3) ? poorest : 1L << 40)),
                dice.coin() ? null : Integer.valueOf(dice.below(100_001)),
                dice.oneIn(9) ? Boolean.valueOf(dice.coin()) : null,
                dice.coin() ? null : Integer.valueOf(dice.of(List.of(0, 0, 2, 30, 525_600))),
                dice.oneIn(3));
    }

    Command changeStrangely(long account) {
        return new Command.ChangeAccount(
                account,
                dice.between(-DOLLAR, 1),
                dice.oneIn(3) ? -1L : null,
                dice.oneIn(3) ? Integer.valueOf(100_001) : null,
                null,
                dice.oneIn(3) ? dice.of(List.of(-1, 525_601, Integer.MAX_VALUE)) : null,
                dice.coin());
    }

    static Command ban(long account, boolean wanted) {
        return new Command.ChangeAccount(account, null, null, null, wanted, false);
    }
}
