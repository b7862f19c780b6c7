package evens.edge.wire;

import evens.edge.view.BookRow;
import evens.edge.view.MarketRow;
import evens.model.MarketType;
import evens.model.Money;
import evens.model.Outcome;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * A game with its prices in figures instead of offers: spreads and totals at their main line only.
 * All offers count, also the reader's own.
 */
public final class AveragePriceShape {
    private AveragePriceShape() {}

    /**
     * Writes a game.
     *
     * @param commissionPpm the reader's rate
     */
    public static void write(BookRow book, int commissionPpm, JsonGenerator out) {
        out.writeStartObject();
        GameShape.writeKeys(book.game(), out);
        out.writeNumberProperty("matchedVolume", Money.dollars(book.game().matchedVolume()));
        BookShape.writeMainLines(book.main(), out);
        out.writeObjectPropertyStart("odds");
        writeOdds(book, commissionPpm, out);
        out.writeEndObject();
        out.writeEndObject();
    }

    private static void writeOdds(BookRow book, int ppm, JsonGenerator out) {
        MarketRow winner = book.ofType(MarketType.MONEYLINE).findFirst().orElse(null);
        MarketRow spread = main(book, MarketType.SPREAD, book.main().spread());
        MarketRow total = main(book, MarketType.TOTAL, book.main().total());
        Ladder home = Ladder.of(winner, Outcome.SECOND);
        Ladder away = Ladder.of(winner, Outcome.FIRST);
        Ladder homeSpread = Ladder.of(spread, Outcome.SECOND);
        Ladder awaySpread = Ladder.of(spread, Outcome.FIRST);
        Ladder over = Ladder.of(total, Outcome.FIRST);
        Ladder under = Ladder.of(total, Outcome.SECOND);

        writePrices("HomeMoneyline", home, ppm, out);
        writePrices("AwayMoneyline", away, ppm, out);
        writePrices("HomeSpread", homeSpread, ppm, out);
        writePrices("AwaySpread", awaySpread, ppm, out);
        writePrices("Over", over, ppm, out);
        writePrices("Under", under, ppm, out);
        BookShape.writeMainLines(book.main(), out);
        writeMost("maxMoneyLineBet", "homeMoneylineMaxBet", home, "awayMoneylineMaxBet", away, out);
        writeMost("maxTotalBet", "maxOverBet", over, "maxUnderBet", under, out);
        writeMost(
                "maxSpreadBet",
                "maxHomeSpreadBet",
                homeSpread,
                "maxAwaySpreadBet",
                awaySpread,
                out);
    }

    /** Its market; 0 may be a number, and may say that there is none. */
    private static @Nullable MarketRow main(BookRow book, MarketType type, int number) {
        return book.ofType(type)
                .filter(row -> row.market().number() == number)
                .filter(row -> !row.first().isEmpty() && !row.second().isEmpty())
                .findFirst()
                .orElse(null);
    }

    private static void writePrices(String name, Ladder ladder, int ppm, JsonGenerator out) {
        writePrice("average" + name, ladder.average(), out);
        writePrice("best" + name, ladder.best(), out);
        writePrice("best" + name + "WithCommission", ladder.bestAfter(ppm), out);
        writePrice("best" + name + "PriceLimit", ladder.limitOfBest(), out);
    }

    private static void writePrice(String key, @Nullable BigDecimal figure, JsonGenerator out) {
        if (figure == null) {
            out.writeNullProperty(key);
        } else {
            out.writeNumberProperty(key, figure);
        }
    }

    private static void writeMost(
            String both,
            String firstKey,
            Ladder first,
            String secondKey,
            Ladder second,
            JsonGenerator out) {
        out.writeNumberProperty(both, first.most().max(second.most()));
        out.writeNumberProperty(firstKey, first.most());
        out.writeNumberProperty(secondKey, second.most());
    }
}
