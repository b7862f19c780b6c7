package evens.sim;

import evens.model.Command.NewOrder;
import evens.model.Ending;
import evens.model.Event;
import evens.model.Event.WagerStated;
import evens.model.GameState;
import evens.model.Market;
import evens.model.OrderType;
import evens.model.Reject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the twin does with an order that comes in. */
final class Placing {
    private record Fill(Orders.Order maker, long takerStake, long makerStake, boolean trimmed) {}

    private record Penniless(Orders.Order offer, boolean byPlan) {}

    private final Accounts accounts;
    private final Games games;
    private final Orders orders;
    private final Wagers wagers;
    private final Consumer<Event> events;
    private final List<Match> matches = new ArrayList<>();
    private long lastTransaction;
    private long lastWagerRequest;
    private long now;

    Placing(Accounts accounts, Games games, Orders orders, Wagers wagers, Consumer<Event> events) {
        this.accounts = accounts;
        this.games = games;
        this.orders = orders;
        this.wagers = wagers;
        this.events = events;
    }

    long lastTransaction() {
        return lastTransaction;
    }

    long lastWagerRequest() {
        return lastWagerRequest;
    }

    /** Every match, oldest first. */
    List<Match> matches() {
        return matches;
    }

    void place(long accountId, int index, NewOrder order, long timeMillis) {
        now = timeMillis;
        Accounts.Account account = accounts.get(accountId);
        Event.GameCreated game = games.get(order.game());
        Question question = game == null ? null : Question.of(order, game.terms());
        Reject reject = check(account, game, order);
        if (reject == null) {
            reject = check(question, order);
        }
        if (reject != null || account == null || game == null || question == null) {
            events.accept(
                    new Event.OrderRejected(
                            index, accountId, reject == null ? Reject.GAME_NOT_FOUND : reject));
            return;
        }
        List<Fill> fills = new ArrayList<>();
        List<Penniless> penniless = new ArrayList<>();
        long left = meetOffers(accountId, question, order, fills, penniless);
        boolean kill = order.orderType() == OrderType.FILL_AND_KILL;
        long rests = kill || Fractions.isTooSmall(left, order.line()) ? 0 : left;
        reject = judge(account, question, order, fills, rests);
        if (reject != null) {
            for (Penniless p : penniless) {
                if (!p.byPlan()) {
                    orders.cancel(p.offer(), Ending.INSUFFICIENT_FUNDS);
                }
            }
            events.accept(new Event.OrderRejected(index, accountId, reject));
            return;
        }
        Orders.Order taker = accept(account, index, question, order, rests);
        for (Fill fill : fills) {
            match(fill, taker);
            endMaker(fill);
        }
        penniless.forEach(p -> orders.cancel(p.offer(), Ending.INSUFFICIENT_FUNDS));
        if (rests > 0) {
            orders.rest(taker);
        } else if (taker.remaining() == 0) {
            orders.close(taker, Ending.FILLED);
        } else if (kill) {
            orders.close(taker, Ending.KILLED);
        } else {
            orders.cancel(taker, Ending.REMAINDER_TOO_SMALL);
        }
    }

    private void endMaker(Fill fill) {
        Orders.Order maker = fill.maker();
        if (maker.remaining() == 0) {
            orders.close(maker, Ending.FILLED);
        } else if (fill.trimmed()) {
            orders.cancel(maker, Ending.INSUFFICIENT_FUNDS);
        } else if (Fractions.isTooSmall(maker.remaining(), maker.placed.line())) {
            orders.cancel(maker, Ending.REMAINDER_TOO_SMALL);
        }
    }

    private @Nullable Reject check(
            Accounts.@Nullable Account account, Event.@Nullable GameCreated game, NewOrder order) {
        if (account == null) {
            return Reject.ACCOUNT_NOT_FOUND;
        } else if (account.banned) {
            return Reject.ACCOUNT_BANNED;
        } else if (game == null) {
            return Reject.GAME_NOT_FOUND;
        } else if (games.areSuspended()) {
            return Reject.EXCHANGE_SUSPENDED;
        } else if (game.state() != GameState.OPEN) {
            return Reject.GAME_NOT_OPEN;
        }
        return games.asks(game.terms(), order.type()) ? null : Reject.MARKET_NOT_OFFERED;
    }

    private static @Nullable Reject check(@Nullable Question question, NewOrder order) {
        if (question == null) {
            return Reject.WRONG_SIDE;
        } else if (!question.hasPossibleNumber()) {
            return Reject.NUMBER_OUT_OF_RANGE;
        } else if (order.line() < -999_000 || order.line() > 999_000) {
            return Reject.ODDS_OUT_OF_RANGE;
        } else if (order.stake() < 1_000_000 || order.stake() > 10_000_000_000_000L) {
            return Reject.STAKE_OUT_OF_RANGE;
        } else if (Fractions.isTooSmall(order.stake(), order.line())) {
            return Reject.WIN_TOO_SMALL;
        } else if (order.expiryMinutes() < 0 || order.expiryMinutes() > 525_600) {
            return Reject.EXPIRY_OUT_OF_RANGE;
        } else if (order.reference() != null && order.reference().length() > 512) {
            return Reject.REFERENCE_TOO_LONG; // the workload writes ASCII only
        }
        return null;
    }

    /** What the order would get; answers what is left of it. */
    private long meetOffers(
            long taker,
            Question question,
            NewOrder order,
            List<Fill> fills,
            List<Penniless> penniless) {
        long left = order.stake();
        for (Orders.Order offer :
                orders.offers(order.game(), question.market(), question.backed().opposite())) {
            boolean postHasMatch = order.orderType() == OrderType.POST && !fills.isEmpty();
            if (offer.placed.line() + order.line() > 0
                    || Fractions.isTooSmall(left, order.line())
                    || postHasMatch) {
                break;
            }
            if (offer.placed.account() == taker) {
                continue;
            }
            Purse purse = purse(offer.placed.account(), order.game(), fills);
            long[] fill = Fractions.fill(left, offer.remaining(), offer.placed.line());
            boolean pays = purse.fits(bet(offer, fill));
            if (!pays) {
                long fits = 0;
                long doesNot = fill[0];
                while (doesNot - fits > 1) {
                    long middle = (fits + doesNot) / 2;
                    long[] smaller = Fractions.fill(middle, offer.remaining(), offer.placed.line());
                    if (purse.fits(bet(offer, smaller))) {
                        fits = middle;
                    } else {
                        doesNot = middle;
                    }
                }
                fill = Fractions.fill(fits, offer.remaining(), offer.placed.line());
            }
            if (fill[0] < Fractions.CENT || fill[1] < Fractions.CENT) {
                penniless.add(new Penniless(offer, purse.planned()));
            } else {
                fills.add(new Fill(offer, fill[0], fill[1], !pays));
                left -= fill[0];
            }
        }
        return left;
    }

    /** The maker's bet of a fill. */
    private static Bet bet(Orders.Order maker, long[] fill) {
        return new Bet(maker.placed.market(), maker.placed.outcome(), fill[1], fill[0], 0);
    }

    private @Nullable Reject judge(
            Accounts.Account account,
            Question question,
            NewOrder order,
            List<Fill> fills,
            long rests) {
        if (order.orderType() == OrderType.POST && !fills.isEmpty()) {
            return Reject.POST_WOULD_MATCH;
        }
        if (order.orderType() == OrderType.FILL_AND_KILL && fills.isEmpty()) {
            return Reject.NOTHING_TO_TAKE;
        }
        Market market = question.market();
        Purse purse = purse(account.id, order.game(), List.of());
        long win = Fractions.win(rests, order.line());
        Results results = purse.results().with(new Bet(market, question.backed(), rests, win, 0));
        for (Fill fill : fills) {
            results =
                    results.with(
                            new Bet(
                                    market,
                                    question.backed(),
                                    fill.takerStake(),
                                    fill.makerStake(),
                                    account.commissionPpm));
        }
        return purse.fits(results) ? null : Reject.INSUFFICIENT_FUNDS;
    }

    /** What the account has, and what it would have bet on the game by this plan. */
    private Purse purse(long id, long game, List<Fill> plan) {
        Accounts.Account account = accounts.known(id);
        long liability = wagers.liability(id);
        Results results = Results.of(wagers.bets(id, game));
        long others = liability - results.worst();
        boolean planned = false;
        for (Fill fill : plan) {
            if (fill.maker().placed.account() == id) {
                long[] stakes = {fill.takerStake(), fill.makerStake()};
                results = results.with(bet(fill.maker(), stakes));
                planned = true;
            }
        }
        long funds = account.balance - account.creditLimit;
        return new Purse(funds, account.maxLiability, liability, others, results, planned);
    }

    private Orders.Order accept(
            Accounts.Account account, int index, Question question, NewOrder order, long rests) {
        long expires = now + order.expiryMinutes() * 60_000L;
        String reference = order.reference();
        Event.OrderPlaced placed =
                new Event.OrderPlaced(
                        index,
                        orders.newId(),
                        account.id,
                        ++lastWagerRequest,
                        ++lastTransaction,
                        order.game(),
                        question.market(),
                        question.backed(),
                        order.line(),
                        order.stake(),
                        rests,
                        order.orderType(),
                        now,
                        order.expiryMinutes() == 0 ? 0 : expires,
                        rests > 0 ? ++account.messages : 0,
                        reference != null && reference.isEmpty() ? null : reference);
        events.accept(placed);
        return new Orders.Order(placed);
    }

    private void match(Fill fill, Orders.Order taker) {
        Event.OrderPlaced m = fill.maker().placed;
        Event.OrderPlaced t = taker.placed;
        Accounts.Account makerAccount = accounts.known(m.account());
        Accounts.Account takerAccount = accounts.known(t.account());
        long transaction = ++lastTransaction;
        fill.maker().filled += fill.makerStake();
        taker.filled += fill.takerStake();
        WagerStated given = wager(transaction, m, m, fill.makerStake(), fill.takerStake(), 0);
        int ppm = takerAccount.commissionPpm;
        WagerStated taken = wager(transaction, m, t, fill.takerStake(), fill.makerStake(), ppm);
        wagers.add(given);
        wagers.add(taken);
        matches.add(
                new Match(
                        transaction,
                        m,
                        t,
                        fill.makerStake(),
                        fill.takerStake(),
                        taken.feeIfWon(),
                        taken.feeIfLost(),
                        now));
        Event.Maker maker =
                new Event.Maker(
                        m.order(),
                        m.account(),
                        m.wagerRequest(),
                        m.stake(),
                        fill.makerStake(),
                        fill.maker().remaining(),
                        wagers.liability(m.account(), m.game()),
                        wagers.liability(m.account()),
                        ++makerAccount.messages,
                        m.createdAtMillis(),
                        m.reference());
        Event.Taker half =
                new Event.Taker(
                        t.order(),
                        t.account(),
                        t.wagerRequest(),
                        fill.takerStake(),
                        taken.feeIfWon(),
                        taken.feeIfLost(),
                        wagers.liability(t.account(), t.game()),
                        wagers.liability(t.account()),
                        ++takerAccount.messages,
                        t.reference());
        events.accept(
                new Event.OrderMatched(
                        transaction, m.game(), m.market(), m.outcome(), m.line(), maker, half));
    }

    private WagerStated wager(
            long transaction,
            Event.OrderPlaced maker,
            Event.OrderPlaced half,
            long stake,
            long win,
            int ppm) {
        Bet bet = new Bet(half.market(), half.outcome(), stake, win, ppm);
        boolean isMaker = half.order() == maker.order();
        return new WagerStated(
                transaction,
                maker.order(),
                half.account(),
                half.wagerRequest(),
                half.game(),
                half.market(),
                half.outcome(),
                isMaker ? maker.line() : -maker.line(),
                isMaker,
                stake,
                win,
                ppm,
                bet.feeIfWon(),
                bet.feeIfLost(),
                half.createdAtMillis(),
                now,
                half.reference());
    }
}
