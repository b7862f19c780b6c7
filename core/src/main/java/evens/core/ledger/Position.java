package evens.core.ledger;

import evens.core.base.Keyed;
import evens.model.Market;
import evens.model.MarketType;
import evens.model.Money;
import evens.model.Outcome;

/**
 * What an account has at stake on one game.
 *
 * <p>Its wagers of each market type make a {@link Curve}: moneylines, spreads and three-way
 * questions over the away participant's margin, totals over both scores together. For every
 * possible margin the three curves are added, each counted only where it loses, because any market
 * type may still be declared void; the worst of it is added to the worst total, as if margin and
 * total had nothing to do with each other. That is the liability: never above 0, and never better
 * than what can happen.
 *
 * <p>What an incoming order would add is added for as long as it is planned, and taken away again,
 * so that the second offer of a maker is judged with the first one taken.
 */
public final class Position extends Keyed {
    private static final int PLUS = 1;
    private static final int MINUS = -1;

    private final Account account;
    private final long game;
    private final Payoff payoff;
    private final Curve moneyline = new Curve();
    private final Curve spread = new Curve();
    private final Curve threeWay = new Curve();
    private final Curve total = new Curve();

    private long liability;
    private int planned;
    private long pledged;
    private long toldIn;

    /**
     * Nothing at stake yet.
     *
     * @param payoff to work with, for all positions
     */
    Position(long key, Account account, long game, Payoff payoff) {
        super(key);
        this.payoff = payoff;
        this.account = account;
        this.game = game;
    }

    public Account account() {
        return account;
    }

    public long game() {
        return game;
    }

    /** Of the wagers that were made; never above 0. */
    public long liability() {
        return liability;
    }

    /** True once for each telling of the state. */
    boolean isFirstIn(long telling) {
        boolean first = toldIn != telling;
        toldIn = telling;
        return first;
    }

    /** The account's liability on all games if what is planned were done. */
    private long accountLiabilityAsPlanned() {
        return account.liability() - liability + worst();
    }

    /** Whether the account affords what is planned and one more wager. */
    public boolean affords(Market market, Outcome outcome, long stake, long win, int ppm) {
        if (surelyAffords(stake, 1, ppm)) {
            return true;
        }
        plan(market, outcome, stake, win, ppm);
        boolean affordable = affordsPlan();
        forget(market, outcome, stake, win, ppm);
        return affordable;
    }

    /**
     * Whether the account affords so many wagers of this stake together, whatever they win and
     * whatever else is at stake. Most accounts do, and no curve has to be asked.
     */
    public boolean surelyAffords(long stake, int wagers, int ppm) {
        long lost = pledged + worstLoss(stake, wagers, ppm);
        return planned == 0 && account.affords(account.liability() - lost);
    }

    /** Nothing that wagers add is worse than this; each may round a commission up. */
    private static long worstLoss(long stake, int wagers, int ppm) {
        return stake + Money.commission(stake, ppm) + wagers;
    }

    /**
     * Counts a wager without commission as lost, until {@link #unpledge}.
     *
     * @return whether the account surely affords it; otherwise nothing is counted
     */
    public boolean pledge(long stake) {
        boolean affordable = surelyAffords(stake, 1, 0);
        if (affordable) {
            pledged += worstLoss(stake, 1, 0);
        }
        return affordable;
    }

    public void unpledge() {
        pledged = 0;
    }

    /** Whether the account affords what is planned. */
    public boolean affordsPlan() {
        return account.affords(accountLiabilityAsPlanned());
    }

    /** Counts a wager as if it were made, until it is {@link #forget forgotten}. */
    public void plan(Market market, Outcome outcome, long stake, long win, int ppm) {
        planned++;
        change(market, outcome, stake, win, ppm, PLUS);
    }

    public void forget(Market market, Outcome outcome, long stake, long win, int ppm) {
        planned--;
        change(market, outcome, stake, win, ppm, MINUS);
    }

    public boolean isPlanned() {
        return planned > 0;
    }

    /** A wager was made: curves and liabilities follow. */
    void add(Market market, Outcome outcome, long stake, long win, int ppm) {
        if (planned != 0) {
            throw new IllegalStateException("a wager was made while others were planned");
        }
        change(market, outcome, stake, win, ppm, PLUS);
        long worst = worst();
        account.addLiability(worst - liability);
        liability = worst;
    }

    private void change(Market market, Outcome outcome, long stake, long win, int ppm, int sign) {
        payoff.of(market, outcome, stake, win, ppm);
        curve(market.type()).add(payoff, sign);
    }

    private Curve curve(MarketType type) {
        return switch (type) {
            case MONEYLINE -> moneyline;
            case SPREAD -> spread;
            case MONEYLINE_1X2 -> threeWay;
            case TOTAL -> total;
        };
    }

    private long worst() {
        return worstMargin() + worstTotal();
    }

    /**
     * Over all margins: those around a tie, where the other two curves turn, and for each turn of
     * the spreads the margin at it and, where there is one, a margin just below it.
     */
    private long worstMargin() {
        long worst = 0;
        for (int margin = -1; margin <= 1; margin++) {
            worst = Math.min(worst, atMargin(margin, spread.value(margin)));
        }
        long value = spread.first();
        for (int i = 0; i < spread.size(); i++) {
            int turn = spread.turn(i);
            if (i == 0 || turn - 1 > spread.turn(i - 1)) {
                worst = Math.min(worst, atMargin(turn - 1, value));
            }
            worst = Math.min(worst, atMargin(turn, spread.at(i, value)));
            value = spread.behind(i, value);
            if (i == spread.size() - 1) {
                worst = Math.min(worst, atMargin(turn + 1, value));
            }
        }
        return worst;
    }

    private long atMargin(int margin, long spreads) {
        return Math.min(0, moneyline.value(margin))
                + Math.min(0, threeWay.value(margin))
                + Math.min(0, spreads);
    }

    /** Over all totals from 0 on. */
    private long worstTotal() {
        long value = total.first();
        long worst = 0;
        for (int i = 0; i < total.size(); i++) {
            int reached = i == 0 ? -1 : total.turn(i - 1);
            if (total.turn(i) - 1 > reached) {
                worst = Math.min(worst, value);
            }
            worst = Math.min(worst, total.at(i, value));
            value = total.behind(i, value);
        }
        return Math.min(worst, value);
    }
}
