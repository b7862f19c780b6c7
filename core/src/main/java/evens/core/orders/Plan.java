package evens.core.orders;

import evens.core.book.Book;
import evens.core.book.Ladder;
import evens.core.book.Level;
import evens.core.book.Order;
import evens.core.ledger.Account;
import evens.core.ledger.Position;
import evens.model.Money;
import evens.model.Odds;
import evens.model.Outcome;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What an incoming order would get, computed without changing anything.
 *
 * <p>The offers of the other side are met best odds first, then oldest first, each at its own odds;
 * orders of the taker's own account are stepped over. A resting offer holds no money, so each fill
 * is cut to what its maker can pay for at this moment, the earlier fills of this plan included. An
 * offer that can pay nothing is no match.
 */
final class Plan {
    /** Makers pay no commission. */
    static final int MAKERS_PPM = 0;

    /** Wins enough at any odds: the longest pay a thousandth. */
    private static final long LARGE_ENOUGH = 1_000 * Money.CENT;

    private @Nullable Order[] makers = new Order[64];
    private long[] takerStakes = new long[64];
    private long[] makerStakes = new long[64];
    private boolean[] trimmed = new boolean[64];
    private int fills;

    private @Nullable Order[] penniless = new Order[16];
    private boolean[] pennilessByPlan = new boolean[16];
    private int pennilessCount;

    private long remaining;
    private long filled;

    /**
     * Plans the fills of an incoming order.
     *
     * @param firstOnly whether to stop at the first fill
     */
    void make(Account taker, Book book, Outcome outcome, int line, long stake, boolean firstOnly) {
        remaining = stake;
        filled = 0;
        Ladder offers = book.ladder(outcome.opposite());
        Level level = offers.level(0);
        for (int rank = 1; level != null && level.line() + line <= 0; rank++) {
            for (Order offer = level.first(); offer != null; offer = offer.behind()) {
                if (isTooSmall(remaining, line) || (firstOnly && fills > 0)) {
                    return;
                }
                if (offer.account() != taker) {
                    meet(offer);
                }
            }
            level = offers.level(rank);
        }
    }

    /** Whether an order of this stake and odds is too small to be anybody's business. */
    static boolean isTooSmall(long stake, int line) {
        return stake < LARGE_ENOUGH && (stake < Money.CENT || Odds.win(stake, line) < Money.CENT);
    }

    private void meet(Order offer) {
        int shown = Odds.opposite(offer.line());
        long takerStake = Odds.takerStake(remaining, offer.remaining(), shown);
        long makerStake = Odds.makerStake(remaining, offer.remaining(), shown);
        boolean isSmall = takerStake < Money.CENT || makerStake < Money.CENT;
        if (!isSmall && offer.position().pledge(makerStake)) {
            addFill(offer, takerStake, makerStake, false);
        } else {
            meetExactly(offer, shown, takerStake, makerStake);
        }
    }

    /** Meets an offer whose maker may not be able to pay for the whole fill. */
    private void meetExactly(Order offer, int shown, long wantedTaker, long wantedMaker) {
        countPledges(offer.position());
        long takerStake = wantedTaker;
        long makerStake = wantedMaker;
        boolean paysAll = affords(offer, takerStake, makerStake);
        if (!paysAll) {
            takerStake = largestAffordable(offer, shown, takerStake);
            makerStake = Odds.makerStake(takerStake, offer.remaining(), shown);
        }
        if (takerStake < Money.CENT || makerStake < Money.CENT) {
            addPenniless(offer);
            return;
        }
        count(offer, takerStake, makerStake);
        addFill(offer, takerStake, makerStake, !paysAll);
    }

    /** What was pledged is planned, because a pledge counts what is won elsewhere as nothing. */
    private void countPledges(Position position) {
        position.unpledge();
        if (!position.isPlanned()) {
            for (int i = 0; i < fills; i++) {
                if (maker(i).position() == position) {
                    count(maker(i), takerStakes[i], makerStakes[i]);
                }
            }
        }
    }

    private static void count(Order maker, long takerStake, long makerStake) {
        maker.position()
                .plan(maker.book().market(), maker.outcome(), makerStake, takerStake, MAKERS_PPM);
    }

    private static boolean affords(Order offer, long takerStake, long makerStake) {
        return offer.position()
                .affords(
                        offer.book().market(), offer.outcome(), makerStake, takerStake, MAKERS_PPM);
    }

    /**
     * The largest taker's stake that the maker can pay for. Liability is concave in the size of the
     * fill, so what is affordable is an interval that begins at 0.
     */
    private static long largestAffordable(Order offer, int shown, long tooMuch) {
        long affordable = 0;
        long unaffordable = tooMuch;
        while (unaffordable - affordable > 1) {
            long middle = (affordable + unaffordable) >>> 1;
            long makerStake = Odds.makerStake(middle, offer.remaining(), shown);
            if (affords(offer, middle, makerStake)) {
                affordable = middle;
            } else {
                unaffordable = middle;
            }
        }
        return affordable;
    }

    private void addFill(Order maker, long takerStake, long makerStake, boolean cut) {
        if (fills == makers.length) {
            makers = Arrays.copyOf(makers, fills * 2);
            takerStakes = Arrays.copyOf(takerStakes, fills * 2);
            makerStakes = Arrays.copyOf(makerStakes, fills * 2);
            trimmed = Arrays.copyOf(trimmed, fills * 2);
        }
        makers[fills] = maker;
        takerStakes[fills] = takerStake;
        makerStakes[fills] = makerStake;
        trimmed[fills] = cut;
        fills++;
        remaining -= takerStake;
        filled += takerStake;
    }

    private void addPenniless(Order offer) {
        if (pennilessCount == penniless.length) {
            penniless = Arrays.copyOf(penniless, pennilessCount * 2);
            pennilessByPlan = Arrays.copyOf(pennilessByPlan, pennilessCount * 2);
        }
        penniless[pennilessCount] = offer;
        pennilessByPlan[pennilessCount] = offer.position().isPlanned();
        pennilessCount++;
    }

    int fills() {
        return fills;
    }

    @SuppressWarnings("NullAway") // filled up to fills
    Order maker(int fill) {
        return makers[fill];
    }

    long takerStake(int fill) {
        return takerStakes[fill];
    }

    long makerStake(int fill) {
        return makerStakes[fill];
    }

    /** Whether the maker could not pay for more. */
    boolean isTrimmed(int fill) {
        return trimmed[fill];
    }

    /** What of the stake found nothing to match. */
    long remaining() {
        return remaining;
    }

    /** What of the stake found a match. */
    long filled() {
        return filled;
    }

    int pennilessCount() {
        return pennilessCount;
    }

    @SuppressWarnings("NullAway") // filled up to pennilessCount
    Order penniless(int index) {
        return penniless[index];
    }

    /** Whether the offer could pay something if the fills of this plan were not made. */
    boolean isPennilessByPlan(int index) {
        return pennilessByPlan[index];
    }

    /** Positions forget what was planned for them: the plan stands, or falls, by itself. */
    void forgetPositions() {
        for (int i = 0; i < fills; i++) {
            Order maker = maker(i);
            Position position = maker.position();
            position.unpledge();
            if (position.isPlanned()) {
                position.forget(
                        maker.book().market(),
                        maker.outcome(),
                        makerStakes[i],
                        takerStakes[i],
                        MAKERS_PPM);
            }
        }
    }

    /** The fills are not wanted: all of the stake is left. */
    void dropFills(long stake) {
        Arrays.fill(makers, 0, fills, null);
        fills = 0;
        remaining = stake;
        filled = 0;
    }

    void clear() {
        Arrays.fill(makers, 0, fills, null);
        Arrays.fill(penniless, 0, pennilessCount, null);
        fills = 0;
        pennilessCount = 0;
    }
}
