package evens.core.ledger;

import evens.model.Outcome;

/**
 * What an account has at stake on one game.
 *
 * <p>Two results are kept: what the account wins or loses if the first participant wins, and if the
 * second does. A tie and a void refund everything, which is a result of 0. The liability is the
 * worst of the three, so it is never above 0.
 *
 * <p>While an incoming order is planned, what its fills would add is kept beside the results, so
 * that the second offer of a maker is judged with the first one taken.
 */
public final class Position {
    private final Account account;
    private final long game;

    private long ifFirst;
    private long ifSecond;
    private long plannedIfFirst;
    private long plannedIfSecond;

    Position(Account account, long game) {
        this.account = account;
        this.game = game;
    }

    public Account account() {
        return account;
    }

    public long game() {
        return game;
    }

    /** Never above 0. */
    public long liability() {
        return worst(ifFirst, ifSecond);
    }

    /**
     * The account's liability on all games if one more wager were made on top of what is planned.
     *
     * @param backed the outcome it would be on
     */
    public long accountLiabilityWith(Outcome backed, long win, long loss) {
        long first = ifFirst + plannedIfFirst + (backed == Outcome.FIRST ? win : -loss);
        long second = ifSecond + plannedIfSecond + (backed == Outcome.SECOND ? win : -loss);
        return account.liability() - liability() + worst(first, second);
    }

    /** Whether the account affords one more wager on top of what is planned. */
    public boolean affords(Outcome backed, long win, long loss) {
        return account.affords(accountLiabilityWith(backed, win, loss));
    }

    public void plan(Outcome backed, long win, long loss) {
        plannedIfFirst += backed == Outcome.FIRST ? win : -loss;
        plannedIfSecond += backed == Outcome.SECOND ? win : -loss;
    }

    public boolean isPlanned() {
        return plannedIfFirst != 0 || plannedIfSecond != 0;
    }

    public void forgetPlan() {
        plannedIfFirst = 0;
        plannedIfSecond = 0;
    }

    /** A wager was made: results and liabilities follow. */
    void add(Outcome backed, long win, long loss) {
        long before = liability();
        ifFirst = Math.addExact(ifFirst, backed == Outcome.FIRST ? win : -loss);
        ifSecond = Math.addExact(ifSecond, backed == Outcome.SECOND ? win : -loss);
        account.addLiability(liability() - before);
    }

    private static long worst(long first, long second) {
        return Math.min(0, Math.min(first, second));
    }
}
