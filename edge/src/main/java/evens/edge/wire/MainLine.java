package evens.edge.wire;

import evens.edge.view.BookRow;
import evens.edge.view.MarketRow;
import evens.model.MarketType;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * The main line of spreads or totals: the number whose two best prices are closest to each other.
 */
final class MainLine {
    private MainLine() {}

    /** Its market; null if no number has both sides. */
    static @Nullable MarketRow row(BookRow book, MarketType type) {
        return book.ofType(type)
                .filter(row -> !row.first().isEmpty() && !row.second().isEmpty())
                .min(
                        Comparator.comparingInt(MainLine::distance)
                                .thenComparingInt(row -> Math.abs(row.market().number())))
                .orElse(null);
    }

    /** The three numbers of a game, each 0 if there is none. */
    static void write(BookRow book, JsonGenerator out) {
        int spread = of(book, MarketType.SPREAD);
        out.writeNumberProperty("mainHomeSpread", Numbers.decimal(-spread));
        out.writeNumberProperty("mainAwaySpread", Numbers.decimal(spread));
        out.writeNumberProperty("mainTotal", Numbers.decimal(of(book, MarketType.TOTAL)));
    }

    /** Its number in quarters, the away participant's for spreads. */
    private static int of(BookRow book, MarketType type) {
        MarketRow row = row(book, type);
        return row == null ? 0 : row.market().number();
    }

    private static int distance(MarketRow row) {
        return Math.abs(row.first().getFirst().line() - row.second().getFirst().line());
    }
}
