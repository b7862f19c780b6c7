package evens.edge.wire;

import evens.edge.view.BookRow;
import evens.edge.view.MarketRow;
import evens.model.MarketType;
import java.util.Comparator;

/**
 * The main line of spreads or totals: the number whose two best prices are closest to each other.
 */
final class MainLine {
    private MainLine() {}

    /**
     * Its number in quarters, the away participant's for spreads; 0 if no number has both sides.
     */
    static int of(BookRow book, MarketType type) {
        return book.ofType(type)
                .filter(row -> !row.first().isEmpty() && !row.second().isEmpty())
                .min(
                        Comparator.comparingInt(MainLine::distance)
                                .thenComparingInt(row -> Math.abs(row.market().number())))
                .map(row -> row.market().number())
                .orElse(0);
    }

    private static int distance(MarketRow row) {
        return Math.abs(row.first().getFirst().line() - row.second().getFirst().line());
    }
}
