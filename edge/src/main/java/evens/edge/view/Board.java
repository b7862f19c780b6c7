package evens.edge.view;

import evens.model.Market;
import evens.model.MarketType;
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

    private final Changes changes;
    GameRow row;
    private final NavigableMap<Market, Ladders> markets = new TreeMap<>(BY_QUESTION);

    private static final class Ladders {
        final NavigableMap<Integer, Map<Long, OrderRow>> first = new TreeMap<>();
        final NavigableMap<Integer, Map<Long, OrderRow>> second = new TreeMap<>();
        long matchedVolume;

        NavigableMap<Integer, Map<Long, OrderRow>> of(Outcome outcome) {
            return outcome == Outcome.FIRST ? first : second;
        }

        boolean hasBoth() {
            return !first.isEmpty() && !second.isEmpty();
        }

        /** How far apart the best prices of the two sides are. */
        int distance() {
            return Math.abs(first.firstKey() - second.firstKey());
        }

        boolean isUnused() {
            return first.isEmpty() && second.isEmpty() && matchedVolume == 0;
        }
    }

    /** A board without offers, which says what is different on it from now on. */
    Board(GameRow row, Changes changes) {
        this.changes = changes;
        change(row);
    }

    void change(GameRow newRow) {
        row = newRow;
        changes.game(row.id());
    }

    void add(OrderRow order) {
        ladders(order.market())
                .of(order.outcome())
                .computeIfAbsent(order.line(), _ -> new LinkedHashMap<>())
                .put(order.id(), order);
        row = row.withOpenInterest(order.stake());
        changes.ladder(order);
    }

    void replace(OrderRow order) {
        level(order).put(order.id(), order);
        changes.ladder(order);
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
        changes.ladder(order);
    }

    void addVolume(Market market, long stake) {
        ladders(market).matchedVolume += stake;
        row = row.withVolume(stake);
        changes.volume(row.id());
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

    /** The offers to takers of this outcome. */
    LadderRow ladder(Market market, Outcome takers) {
        Ladders ladders = markets.get(market);
        List<OrderRow> offers = ladders == null ? List.of() : flat(ladders.of(takers.opposite()));
        return new LadderRow(row, market, takers, offers, main());
    }

    MainLines main() {
        return new MainLines(main(MarketType.SPREAD), main(MarketType.TOTAL));
    }

    private int main(MarketType type) {
        return markets.entrySet().stream()
                .filter(each -> each.getKey().type() == type && each.getValue().hasBoth())
                .min(
                        Comparator.comparingInt((Map.Entry<Market, Ladders> each) ->
                                        each.getValue().distance())
                                .thenComparingInt(each -> Math.abs(each.getKey().number())))
                .map(each -> each.getKey().number())
                .orElse(0);
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
