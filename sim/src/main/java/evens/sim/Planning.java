package evens.sim;

import evens.model.Ending;
import evens.model.Market;
import evens.model.Reject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the twin thinks an order would get, and whether it may have it. */
final class Planning {
    private static final long TEN_DOLLARS = 10_000_000;

    private final Accounts accounts;
    private final Orders orders;
    private final Wagers wagers;

    Planning(Accounts accounts, Orders orders, Wagers wagers) {
        this.accounts = accounts;
        this.orders = orders;
        this.wagers = wagers;
    }

    Plan plan(Wanted wanted) {
        List<Plan.Fill> fills = new ArrayList<>();
        List<Plan.Penniless> penniless = new ArrayList<>();
        long left = wanted.stake();
        Question question = wanted.question();
        for (Orders.Order offer :
                orders.offers(wanted.game(), question.market(), question.backed().opposite())) {
            boolean isEnough = wanted.type().onlyRests() && !fills.isEmpty();
            if (offer.placed.line() + wanted.line() > 0
                    || Fractions.isTooSmall(left, wanted.line())
                    || isEnough) {
                break;
            }
            if (offer.placed.account() == wanted.account()) {
                continue;
            }
            Purse purse = purse(offer.placed.account(), wanted.game(), fills);
            long[] fill = Fractions.fill(left, offer.remaining(), offer.placed.line());
            boolean pays = purse.fits(bet(offer, fill));
            if (!pays) {
                fill = largest(purse, offer, fill[0]);
            }
            if (fill[0] < Fractions.CENT || fill[1] < Fractions.CENT) {
                penniless.add(new Plan.Penniless(offer, purse.planned()));
            } else {
                fills.add(new Plan.Fill(offer, fill[0], fill[1], !pays));
                left -= fill[0];
            }
        }
        return new Plan(wanted, fills, penniless, left);
    }

    /** The largest fill that the maker can pay. */
    private static long[] largest(Purse purse, Orders.Order offer, long doesNotFit) {
        long fits = 0;
        long doesNot = doesNotFit;
        while (doesNot - fits > 1) {
            long middle = (fits + doesNot) / 2;
            long[] smaller = Fractions.fill(middle, offer.remaining(), offer.placed.line());
            if (purse.fits(bet(offer, smaller))) {
                fits = middle;
            } else {
                doesNot = middle;
            }
        }
        return Fractions.fill(fits, offer.remaining(), offer.placed.line());
    }

    /** The maker's bet of a fill. */
    private static Bet bet(Orders.Order maker, long[] fill) {
        return new Bet(maker.placed.market(), maker.placed.outcome(), fill[1], fill[0], 0);
    }

    /** Why a plan may not be carried out, null if it may. */
    @Nullable Reject judge(Plan plan) {
        Reject reject = judgeType(plan);
        return reject == null ? judgeFunds(plan.carriedOut()) : reject;
    }

    private static @Nullable Reject judgeType(Plan plan) {
        boolean none = plan.fills().isEmpty();
        return switch (plan.wanted().type()) {
            case LIMIT -> null;
            case POST -> none ? null : Reject.POST_WOULD_MATCH;
            case POST_ARB -> none || isNear(plan) ? null : Reject.POST_ARB_TOO_FAR;
            case FILL_AND_KILL -> none ? Reject.NOTHING_TO_TAKE : null;
            case FILL_OR_KILL -> {
                boolean whole = plan.left() <= TEN_DOLLARS;
                yield none ? Reject.NOTHING_TO_FILL : whole ? null : Reject.NOT_FILLED_WHOLLY;
            }
        };
    }

    /** Whether what it would get is better than its own odds by one in a hundred at most. */
    private static boolean isNear(Plan plan) {
        long best = -plan.fills().get(0).maker().placed.line();
        return 100 * (best - plan.wanted().line()) <= 1_000 + Math.abs(best);
    }

    private @Nullable Reject judgeFunds(Plan plan) {
        Wanted wanted = plan.wanted();
        Market market = wanted.question().market();
        Purse purse = purse(wanted.account(), wanted.game(), List.of());
        long rests = plan.rests();
        long win = Fractions.win(rests, wanted.line());
        Results results =
                purse.results().with(new Bet(market, wanted.question().backed(), rests, win, 0));
        int ppm = accounts.known(wanted.account()).commissionPpm;
        for (Plan.Fill fill : plan.fills()) {
            results =
                    results.with(
                            new Bet(
                                    market,
                                    wanted.question().backed(),
                                    fill.takerStake(),
                                    fill.makerStake(),
                                    ppm));
        }
        return purse.fits(results) ? null : Reject.INSUFFICIENT_FUNDS;
    }

    /** What the account has, and what it would have bet on the game by these fills. */
    private Purse purse(long id, long game, List<Plan.Fill> fills) {
        Accounts.Account account = accounts.known(id);
        long liability = wagers.liability(id);
        Results results = Results.of(wagers.bets(id, game));
        long others = liability - results.worst();
        boolean planned = false;
        for (Plan.Fill fill : fills) {
            if (fill.maker().placed.account() == id) {
                long[] stakes = {fill.takerStake(), fill.makerStake()};
                results = results.with(bet(fill.maker(), stakes));
                planned = true;
            }
        }
        long funds = account.balance - account.creditLimit;
        return new Purse(funds, account.maxLiability, liability, others, results, planned);
    }

    /** A plan is not carried out: what could not pay anyway is cancelled all the same. */
    void drop(Plan plan) {
        for (Plan.Penniless p : plan.penniless()) {
            if (!p.byPlan()) {
                orders.cancel(p.offer(), Ending.INSUFFICIENT_FUNDS);
            }
        }
    }
}
