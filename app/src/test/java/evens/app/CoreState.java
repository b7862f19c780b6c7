package evens.app;

import evens.model.Event;
import evens.model.Event.GameCreated;
import evens.model.Event.LeagueCreated;
import evens.model.Event.OrderStated;
import evens.model.Event.WagerStated;
import evens.model.GameState;
import evens.model.GameTerms;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** The core's state at one step, from the events that it told: what every reader must come to. */
final class CoreState {
    private final Map<Long, GameCreated> games = new HashMap<>();
    private final Map<String, String> sports = new HashMap<>();
    private final List<CoreOrder> orders = new ArrayList<>();
    private final List<WagerStated> wagers = new ArrayList<>();
    private final Map<LadderKey, List<CoreOrder>> ladders = new HashMap<>();

    CoreState(List<Event> told) {
        for (Event event : told) {
            if (event instanceof GameCreated game) {
                games.put(game.terms().game(), game);
            } else if (event instanceof LeagueCreated league) {
                sports.put(league.league(), league.sport());
            } else if (event instanceof WagerStated wager) {
                wagers.add(wager);
            } else if (event instanceof OrderStated order) {
                orders.add(new CoreOrder(order, game(order.game())));
            }
        }
        for (CoreOrder order : orders) {
            if (order.rests()) {
                ladders.computeIfAbsent(order.ladder(), _ -> new ArrayList<>()).add(order);
            }
        }
        // What was told has each level in the order of its queue, and sorting is stable.
        Comparator<CoreOrder> bestForTakers =
                Comparator.comparingInt(order -> order.price().line());
        ladders.values().forEach(ladder -> ladder.sort(bestForTakers));
    }

    private GameTerms game(long id) {
        GameCreated game = games.get(id);
        if (game == null) {
            throw new AssertionError("game " + id + " was not told");
        }
        return game.terms();
    }

    /** All offers by where takers find them, best first; no list is empty. */
    Map<LadderKey, List<CoreOrder>> ladders() {
        return ladders;
    }

    /** The game of an order, as subscribers mean it. */
    Interest.Of of(CoreOrder order) {
        return of(order.game());
    }

    private Interest.Of of(GameTerms game) {
        String parent = game.parent() == 0 ? null : CoreOrder.id("65ba11e5", game.parent());
        String sport = sports.getOrDefault(game.league(), "");
        String id = CoreOrder.id("65ba11e5", game.game());
        return new Interest.Of(id, parent, game.league(), sport);
    }

    /** What has been matched on each game that is open and that is meant, by its id. */
    Map<String, String> volumesOfOpenGames(Interest interest) {
        Map<Long, Long> stakes = new HashMap<>();
        wagers.forEach(wager -> stakes.merge(wager.game(), wager.stake(), Math::addExact));
        Map<String, String> volumes = new HashMap<>();
        for (GameCreated game : games.values()) {
            Interest.Of of = of(game.terms());
            if (game.state() == GameState.OPEN && interest.game().test(of)) {
                long sum = stakes.getOrDefault(game.terms().game(), 0L);
                volumes.put(of.id(), CoreOrder.dollars(BigInteger.valueOf(sum)));
            }
        }
        return volumes;
    }

    /** The account's orders that rest, by their ids. */
    Map<String, OwnOrder> openOrders(String account) {
        Map<String, OwnOrder> open = new HashMap<>();
        for (CoreOrder order : orders) {
            if (order.rests() && order.account().equals(account)) {
                open.put(order.id(), OwnOrder.of(order));
            }
        }
        return open;
    }

    /** The account's halves of matches in their order, those behind the first ones. */
    List<OwnBet> bets(String account, int behind) {
        long number = HexFormat.fromHexDigitsToLong(account, 8, 24);
        return wagers.stream()
                .filter(wager -> wager.account() == number)
                .skip(behind)
                .map(wager -> OwnBet.of(new CoreWager(wager, game(wager.game()))))
                .toList();
    }
}
