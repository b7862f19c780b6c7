package evens.sim;

import evens.model.Command;
import evens.model.Command.Scope;
import evens.model.Ending;
import evens.model.Event;
import evens.model.Event.OrderPlaced;
import evens.model.GameTerms;
import evens.model.MarketType;
import evens.model.Outcome;
import evens.model.Reject;
import evens.model.Subject;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The twin's ways to end orders, or to take them away for now. */
final class Cancelling {
    private final Accounts accounts;
    private final Games games;
    private final Orders orders;
    private final Consumer<Event> events;

    Cancelling(Accounts accounts, Games games, Orders orders, Consumer<Event> events) {
        this.accounts = accounts;
        this.games = games;
        this.orders = orders;
        this.events = events;
    }

    void these(Command.CancelOrders c) {
        for (long id : c.orders()) {
            Orders.Order order = orders.get(id);
            Reject reject = orders.whyNot(c.account(), id);
            if (order == null || reject != null) {
                Reject why = reject == null ? Reject.ORDER_NOT_FOUND : reject;
                events.accept(new Event.CancelRefused(id, why));
            } else {
                orders.cancel(order, Ending.USER);
            }
        }
    }

    void byReference(Command.CancelByReference c) {
        if (isKnown(c.game())) {
            List<String> references = c.references();
            cancel(
                    c.account(),
                    Ending.USER,
                    o ->
                            o.game() == c.game()
                                    && o.reference() != null
                                    && references.contains(o.reference()));
        }
    }

    void ofGame(Command.CancelOrdersOfGame c) {
        if (isKnown(c.game())) {
            GameTerms game = games.known(c.game()).terms();
            cancel(
                    c.account(),
                    Ending.USER,
                    o -> o.game() == c.game() && isMeant(c.scope(), o, game));
        }
    }

    private static boolean isMeant(Scope scope, OrderPlaced order, GameTerms game) {
        MarketType type = order.market().type();
        boolean ofType = scope.type() == null || scope.type() == type;
        boolean ofWays = !scope.twoWay() || type != MarketType.MONEYLINE_1X2;
        boolean ofSubject =
                !scope.aboutOne()
                        || (type == MarketType.MONEYLINE_1X2
                                && scope.subject() == subject(order.market().subject(), game));
        return ofType && ofWays && ofSubject && isBacked(scope, order, game);
    }

    private static long subject(Subject subject, GameTerms game) {
        return switch (subject) {
            case AWAY -> game.away().id();
            case HOME -> game.home().id();
            case DRAW -> 0;
            case NONE -> throw new IllegalStateException("about nobody");
        };
    }

    private static boolean isBacked(Scope scope, OrderPlaced order, GameTerms game) {
        if (scope.side() == null) {
            return true;
        }
        boolean first = order.outcome() == Outcome.FIRST;
        MarketType type = order.market().type();
        return switch (scope.side()) {
            case PARTICIPANT ->
                    (type == MarketType.MONEYLINE || type == MarketType.SPREAD)
                            && scope.participant() == (first ? game.away().id() : game.home().id());
            case OVER -> type == MarketType.TOTAL && first;
            case UNDER -> type == MarketType.TOTAL && !first;
            case YES -> type == MarketType.MONEYLINE_1X2 && first;
            case NO -> type == MarketType.MONEYLINE_1X2 && !first;
        };
    }

    void ofLeague(Command.CancelOrdersOfLeague c) {
        String league = c.league();
        if (league != null && !games.isLeague(league)) {
            events.accept(new Event.Refused(Reject.LEAGUE_NOT_FOUND));
            return;
        }
        cancel(c.account(), Ending.USER, o -> isOf(league, games.known(o.game()).terms()));
    }

    private static boolean isOf(@Nullable String league, GameTerms game) {
        return league == null ? game.live() : game.league().equals(league);
    }

    void all(Command.CancelAllOrders c) {
        kill(c.account(), Ending.USER, c.connection(), c.latch());
    }

    void ban(long account) {
        kill(account, Ending.BAN, Command.Stamp.NO_CONNECTION, false);
    }

    /** The account's lease is over. */
    void lapse(Accounts.Account account) {
        account.leaseUntilMillis = 0;
        events.accept(new Event.LeaseExpired(account.id));
        kill(account.id, Ending.LEASE, Command.Stamp.NO_CONNECTION, false);
    }

    private void kill(long id, Ending ending, long connection, boolean latch) {
        Accounts.Account account = accounts.get(id);
        if (account != null) {
            cancel(id, ending, _ -> true);
            events.accept(account.fence.raise(connection, latch));
        }
    }

    void pause(Command.PauseOrders c) {
        Accounts.Account account = accounts.get(c.account());
        if ((c.game() != 0 && !isKnown(c.game())) || account == null) {
            return;
        }
        for (Orders.Order order : orders.of(c.account())) {
            if (c.game() == 0 || order.placed.game() == c.game()) {
                switch (order.state) {
                    case RESTING -> orders.pause(order);
                    case DELAYED -> orders.cancel(order, Ending.USER);
                    case PAUSED -> {}
                }
            }
        }
        events.accept(account.fence.raise(c.connection(), false));
    }

    /** All of a game, whosever they are. */
    void game(long game, Ending ending) {
        orders.ofGame(game).forEach(order -> orders.cancel(order, ending));
    }

    private void cancel(long account, Ending ending, Predicate<OrderPlaced> meant) {
        for (Orders.Order order : orders.of(account)) {
            if (meant.test(order.placed)) {
                orders.cancel(order, ending);
            }
        }
    }

    private boolean isKnown(long game) {
        if (games.get(game) == null) {
            events.accept(new Event.Refused(Reject.GAME_NOT_FOUND));
            return false;
        }
        return true;
    }
}
