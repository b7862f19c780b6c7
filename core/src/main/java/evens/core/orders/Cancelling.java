package evens.core.orders;

import evens.core.book.Book;
import evens.core.book.Ladder;
import evens.core.book.Level;
import evens.core.book.Order;
import evens.core.catalog.Catalog;
import evens.core.catalog.Game;
import evens.core.ledger.Account;
import evens.core.ledger.Ledger;
import evens.model.Command;
import evens.model.Command.Scope;
import evens.model.Ending;
import evens.model.Events;
import evens.model.Market;
import evens.model.MarketType;
import evens.model.Outcome;
import evens.model.Reject;
import evens.model.Side;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Cancelling, the heart of the exchange. Whatever the scope, it is one step: nothing runs in
 * between, and what it ends gets no fill afterwards.
 */
public final class Cancelling {
    private static final long DRAW = 0;

    private final Catalog catalog;
    private final Ledger ledger;
    private final OpenOrders openOrders;

    public Cancelling(Catalog catalog, Ledger ledger, OpenOrders openOrders) {
        this.catalog = catalog;
        this.ledger = ledger;
        this.openOrders = openOrders;
    }

    /** One order: exactly one event says what became of it. */
    public void cancel(long account, long id, Events events) {
        Order order = openOrders.find(id);
        if (order == null || order.account().id() != account) {
            events.cancelRefused(id, reject(account, id));
        } else {
            openOrders.cancel(order, Ending.USER, events);
        }
    }

    /** Why an order can not be cancelled that is over, or another's. */
    Reject reject(long account, long id) {
        if (openOrders.find(id) != null) {
            return Reject.NOT_YOUR_ORDER;
        }
        Ending ending = openOrders.ending(id);
        if (ending == null) {
            return Reject.ORDER_NOT_FOUND;
        }
        if (openOrders.ownerOfClosed(id) != account) {
            return Reject.NOT_YOUR_ORDER;
        }
        return switch (ending) {
            case FILLED -> Reject.ALREADY_FILLED;
            case EXPIRED, GAME_START -> Reject.ALREADY_EXPIRED;
            case USER,
                    OPERATOR,
                    INSUFFICIENT_FUNDS,
                    REMAINDER_TOO_SMALL,
                    KILLED,
                    BAN,
                    LEASE,
                    PAUSED ->
                    Reject.ALREADY_CANCELLED;
        };
    }

    /** Those that have one of these references, oldest first. */
    public void cancel(Command.CancelByReference command, Events events) {
        Set<String> references = new TreeSet<>(command.references());
        if (catalog.game(command.game()) == null) {
            events.refused(Reject.GAME_NOT_FOUND);
            return;
        }
        cancelIf(
                command.account(),
                order ->
                        order.book().game() == command.game()
                                && order.reference() != null
                                && references.contains(reference(order)),
                events);
    }

    private static String reference(Order order) {
        byte[] bytes = order.reference();
        return bytes == null
                ? ""
                : new String(bytes, 0, order.referenceLength(), StandardCharsets.UTF_8);
    }

    /** Those of a game, oldest first. */
    public void cancel(Command.CancelOrdersOfGame command, Events events) {
        Game game = catalog.game(command.game());
        if (game == null) {
            events.refused(Reject.GAME_NOT_FOUND);
            return;
        }
        cancelIf(
                command.account(),
                order -> order.book().game() == game.id() && isMeant(command.scope(), order, game),
                events);
    }

    private static boolean isMeant(Scope scope, Order order, Game game) {
        Market market = order.book().market();
        MarketType type = market.type();
        if (scope.type() != null && scope.type() != type) {
            return false;
        }
        if (scope.twoWay() && type == MarketType.MONEYLINE_1X2) {
            return false;
        }
        if (scope.aboutOne()
                && (type != MarketType.MONEYLINE_1X2
                        || market.subject() != game.subject(scope.subject()))) {
            return false;
        }
        return scope.side() == null || backs(order, scope.side(), scope.participant(), game);
    }

    private static boolean backs(Order order, Side side, long participant, Game game) {
        MarketType type = order.book().market().type();
        // whom a three-way question is about is another matter than which answer is backed
        long asked = type == MarketType.MONEYLINE_1X2 ? DRAW : participant;
        return order.outcome() == game.outcome(type, side, asked);
    }

    /** Those in a league, or on all live games, oldest first. */
    public void cancel(Command.CancelOrdersOfLeague command, Events events) {
        String league = command.league();
        if (league != null && !catalog.hasLeague(league)) {
            events.refused(Reject.LEAGUE_NOT_FOUND);
            return;
        }
        cancelIf(
                command.account(),
                order -> {
                    Game game = catalog.game(order.book().game());
                    return game != null
                            && (league == null ? game.isLive() : game.league().equals(league));
                },
                events);
    }

    private void cancelIf(long accountId, Predicate<Order> isMeant, Events events) {
        Account account = ledger.account(accountId);
        Order order = account == null ? null : openOrders.oldestOf(account);
        while (order != null) {
            Order next = order.newer();
            if (isMeant.test(order)) {
                openOrders.cancel(order, Ending.USER, events);
            }
            order = next;
        }
    }

    /**
     * Every order of a book: of those who back the first outcome, then of the others, then those
     * that are set aside.
     */
    public void cancelAll(Book book, Ending ending, Events events) {
        for (Outcome outcome : Outcome.values()) {
            Ladder ladder = book.ladder(outcome);
            Level best = ladder.level(0);
            while (best != null) {
                Order order = best.first();
                if (order == null) {
                    throw new IllegalStateException("an empty level stands in the book");
                }
                openOrders.cancel(order, ending, events);
                best = ladder.level(0);
            }
        }
        Order order = book.aside().first();
        while (order != null) {
            openOrders.cancel(order, ending, events);
            order = book.aside().first();
        }
    }
}
