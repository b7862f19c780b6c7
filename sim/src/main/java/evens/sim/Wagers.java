package evens.sim;

import evens.model.Event;
import evens.model.Event.WagerStated;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The twin's wagers. What they make is counted from all of them whenever it is asked for. */
final class Wagers {
    private record Place(long account, long game) {}

    private final List<WagerStated> all = new ArrayList<>();
    private final Set<Place> places = new LinkedHashSet<>();
    private final Map<Long, Map<Long, List<Bet>>> bets = new TreeMap<>();

    void add(WagerStated wager) {
        all.add(wager);
        places.add(new Place(wager.account(), wager.game()));
        bets.computeIfAbsent(wager.account(), _ -> new TreeMap<>())
                .computeIfAbsent(wager.game(), _ -> new ArrayList<>())
                .add(bet(wager));
    }

    private static Bet bet(WagerStated wager) {
        return new Bet(
                wager.market(), wager.outcome(), wager.stake(), wager.win(), wager.commissionPpm());
    }

    List<Bet> bets(long account, long game) {
        return bets.getOrDefault(account, Map.of()).getOrDefault(game, List.of());
    }

    long liability(long account, long game) {
        return Results.of(bets(account, game)).worst();
    }

    long liability(long account) {
        Collection<List<Bet>> games = bets.getOrDefault(account, Map.of()).values();
        return games.stream().mapToLong(game -> Results.of(game).worst()).sum();
    }

    List<Event> stated() {
        List<Event> stated = new ArrayList<>(all);
        for (Place place : places) {
            stated.add(
                    new Event.PositionStated(
                            place.account(),
                            place.game(),
                            liability(place.account(), place.game())));
        }
        return stated;
    }
}
