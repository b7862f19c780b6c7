package evens.edge.view;

import evens.model.Market;
import evens.model.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * A game and what rests on it: by market, by outcome, by line (best for takers first), and in the
 * order of each level's queue.
 */
final class Board {
    private static final Comparator<Market> BY_QUESTION =
            Comparator.comparing(Market::type)
                    .thenComparing(Market::subject)
                    .thenComparingInt(Market::number);

    GameRow row;
    private final NavigableMap<Market, Ladders> markets = new TreeMap<>(BY_QUESTION);

    private static final class Ladders {
        final NavigableMap<Integer, Map<Long, OrderRow>> first = new TreeMap<>();
        final NavigableMap<Integer, Map<Long, OrderRow>> second = new TreeMap<>();
        long matchedVolume;

        NavigableMap<Integer, Map<Long, OrderRow>> of(Outcome outcome) {
            return outcome == Outcome.FIRST ? first : second;
        }

        boolean isUnused() {
            return first.isEmpty() && second.isEmpty() && matchedVolume == 0;
        }
    }

    Board(GameRow row) {
        this.row = row;
    }

    void add(OrderRow order) {
        ladders(order.market())
                .of(order.outcome())
                .computeIfAbsent(order.line(), _ -> new LinkedHashMap<>())
                .put(order.id(), order);
        row = row.withOpenInterest(order.stake());
    }

    void replace(OrderRow order) {
        level(order).put(order.id(), order);
    }

    void remove(OrderRow order) {
        Map<Long, OrderRow> level = level(order);
        level.remove(order.id());
        Ladders ladders = ladders(order.market());
        if (level.isEmpty()) {
            ladders.of(order.outcome()).remove(order.line());
        }
        if (ladders.isUnused()) {
            markets.remove(order.market());
        }
        row = row.withOpenInterest(-order.stake());
    }

    void addVolume(Market market, long stake) {
        ladders(market).matchedVolume += stake;
        row = row.withVolume(stake);
    }

    /** No offer among those who back this outcome is better for takers. */
    boolean isBest(OrderRow order) {
        Ladders ladders = markets.get(order.market());
        if (ladders == null) {
            return true;
        }
        NavigableMap<Integer, Map<Long, OrderRow>> ladder = ladders.of(order.outcome());
        return ladder.isEmpty() || ladder.firstKey() >= order.line();
    }

    List<MarketRow> rows() {
        List<MarketRow> rows = new ArrayList<>();
        markets.forEach((market, ladders) ->
                rows.add(
                        new MarketRow(
                                market,
                                flat(ladders.first),
                                flat(ladders.second),
                                ladders.matchedVolume)));
        return rows;
    }

    private Ladders ladders(Market market) {
        return markets.computeIfAbsent(market, _ -> new Ladders());
    }

    private Map<Long, OrderRow> level(OrderRow order) {
        Map<Long, OrderRow> level = ladders(order.market()).of(order.outcome()).get(order.line());
        if (level == null) {
            throw new IllegalStateException("order " + order.id() + " is on no level");
        }
        return level;
    }

    private static List<OrderRow> flat(NavigableMap<Integer, Map<Long, OrderRow>> ladder) {
        List<OrderRow> orders = new ArrayList<>();
        for (Map<Long, OrderRow> level : ladder.values()) {
            orders.addAll(level.values());
        }
        return orders;
    }
}
