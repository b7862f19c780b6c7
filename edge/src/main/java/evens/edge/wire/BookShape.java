package evens.edge.wire;

import evens.edge.view.BookRow;
import evens.edge.view.GameRow;
import evens.edge.view.MainLines;
import evens.edge.view.MarketRow;
import evens.edge.view.OrderRow;
import evens.model.Ids;
import evens.model.Market;
import evens.model.MarketType;
import evens.model.Money;
import evens.model.Odds;
import evens.model.Outcome;
import evens.model.Subject;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/**
 * Books on the wire, seen by the taker: an offer of somebody who backs the home participant stands
 * in the away participant's list, with the odds, the handicap and the side that a taker gets.
 */
public final class BookShape {
    private static final int RATIO_DECIMALS = 8;

    private BookShape() {}

    /**
     * A game with its flat book: all numbers of a market type in one list.
     *
     * @param reader whose own offers are marked
     */
    public static void writeFlat(BookRow book, long reader, JsonGenerator out) {
        out.writeStartObject();
        writeHead(book, out);
        for (MarketType type : MarketType.values()) {
            writeFlat(book, type, reader, out);
        }
        writeTail(book, out);
        out.writeEndObject();
    }

    private static void writeFlat(BookRow book, MarketType type, long reader, JsonGenerator out) {
        GameRow game = book.game();
        switch (type) {
            case MONEYLINE -> {
                writeList("awayMoneylines", book, type, Outcome.FIRST, reader, out);
                writeList("homeMoneylines", book, type, Outcome.SECOND, reader, out);
            }
            case SPREAD -> {
                writeList("awaySpreads", book, type, Outcome.FIRST, reader, out);
                writeList("homeSpreads", book, type, Outcome.SECOND, reader, out);
            }
            case TOTAL -> {
                writeList("over", book, type, Outcome.FIRST, reader, out);
                writeList("under", book, type, Outcome.SECOND, reader, out);
            }
            case MONEYLINE_1X2 -> {
                if (hasThreeWays(game)) {
                    writeThreeWay("homeMoneylines1x2", book, Subject.HOME, reader, out);
                    writeThreeWay("awayMoneylines1x2", book, Subject.AWAY, reader, out);
                    writeThreeWay("draw1x2", book, Subject.DRAW, reader, out);
                }
            }
        }
    }

    private static void writeList(
            String key,
            BookRow book,
            MarketType type,
            Outcome takers,
            long reader,
            JsonGenerator out) {
        out.writeArrayPropertyStart(key);
        book.ofType(type).forEach(row -> writeOffers(row, takers, book.game(), reader, out));
        out.writeEndArray();
    }

    private static void writeThreeWay(
            String key, BookRow book, Subject subject, long reader, JsonGenerator out) {
        out.writeArrayPropertyStart(key);
        book.ofType(MarketType.MONEYLINE_1X2)
                .filter(row -> row.market().subject() == subject)
                .forEach(row -> {
                    writeOffers(row, Outcome.FIRST, book.game(), reader, out);
                    writeOffers(row, Outcome.SECOND, book.game(), reader, out);
                });
        out.writeEndArray();
    }

    /**
     * A game with its nested book: one list for each number.
     *
     * @param reader whose own offers are marked
     */
    public static void writeNested(BookRow book, long reader, JsonGenerator out) {
        out.writeStartObject();
        writeNestedKeys(book, reader, out);
        out.writeEndObject();
    }

    /** The same without the braces. */
    static void writeNestedKeys(BookRow book, long reader, JsonGenerator out) {
        writeHead(book, out);
        writeFlat(book, MarketType.MONEYLINE, reader, out);
        writeByNumber("awaySpreads", book, MarketType.SPREAD, Outcome.FIRST, reader, out);
        writeByNumber("homeSpreads", book, MarketType.SPREAD, Outcome.SECOND, reader, out);
        writeByNumber("over", book, MarketType.TOTAL, Outcome.FIRST, reader, out);
        writeByNumber("under", book, MarketType.TOTAL, Outcome.SECOND, reader, out);
        if (hasThreeWays(book.game())) {
            writeYesNo("homeMoneylines1x2", "home", book, Subject.HOME, reader, out);
            writeYesNo("awayMoneylines1x2", "away", book, Subject.AWAY, reader, out);
            writeYesNo("draw1x2", "draw", book, Subject.DRAW, reader, out);
        }
        writeTail(book, out);
    }

    private static void writeByNumber(
            String key,
            BookRow book,
            MarketType type,
            Outcome takers,
            long reader,
            JsonGenerator out) {
        out.writeObjectPropertyStart(key);
        book.ofType(type)
                .forEach(row -> {
                    out.writeArrayPropertyStart(Sides.number(row.market(), takers).toPlainString());
                    writeOffers(row, takers, book.game(), reader, out);
                    out.writeEndArray();
                });
        out.writeEndObject();
    }

    private static void writeYesNo(
            String key,
            String prefix,
            BookRow book,
            Subject subject,
            long reader,
            JsonGenerator out) {
        out.writeObjectPropertyStart(key);
        for (Outcome takers : Outcome.values()) {
            out.writeArrayPropertyStart(prefix + (takers == Outcome.FIRST ? "Yes" : "No"));
            book.ofType(MarketType.MONEYLINE_1X2)
                    .filter(row -> row.market().subject() == subject)
                    .forEach(row -> writeOffers(row, takers, book.game(), reader, out));
            out.writeEndArray();
        }
        out.writeEndObject();
    }

    private static boolean hasThreeWays(GameRow game) {
        return game.sport().equals("soccer");
    }

    private static void writeHead(BookRow book, JsonGenerator out) {
        GameRow game = book.game();
        GameShape.writeKeys(game, out);
        out.writeBooleanProperty("userCreated", false);
        out.writeStringProperty("dateGame", Names.time(game.terms().startMillis()));
        out.writeStringProperty("source", "EVENS");
        out.writeBooleanProperty("isYesNo", game.terms().yesNo());
        out.writeBooleanProperty("isMarketOpen", game.isOpen());
    }

    private static void writeTail(BookRow book, JsonGenerator out) {
        GameRow game = book.game();
        writeMainLines(book.main(), out);
        out.writeNumberProperty("openInterest", Money.dollars(game.openInterest()));
        out.writeNumberProperty("matchedVolume", Money.dollars(game.matchedVolume()));
        out.writeStringProperty(
                "matchedVolumeGameType", game.terms().parent() == Ids.NONE ? "root" : "child");
        out.writeNumberProperty(
                "rootGameMatchedVolumeIncludingChildren", Money.dollars(book.volumeOfRoot()));
        out.writeObjectPropertyStart("matchedVolumeByMarket");
        out.writeNumberProperty(
                "moneyline", Money.dollars(volume(book.ofType(MarketType.MONEYLINE).toList())));
        out.writeObjectPropertyStart("moneyline1x2");
        for (Subject subject : List.of(Subject.HOME, Subject.AWAY, Subject.DRAW)) {
            Market market = Market.threeWay(subject);
            out.writeNumberProperty(
                    Sides.subject(game, market),
                    Money.dollars(
                            volume(
                                    book.markets().stream()
                                            .filter(row -> row.market().equals(market))
                                            .toList())));
        }
        out.writeEndObject();
        writeVolumes("byAwaySpread", book, MarketType.SPREAD, out);
        writeVolumes("byTotal", book, MarketType.TOTAL, out);
        out.writeEndObject();
    }

    /** 0 where there is none. */
    static void writeMainLines(MainLines main, JsonGenerator out) {
        out.writeNumberProperty("mainHomeSpread", Numbers.decimal(-main.spread()));
        out.writeNumberProperty("mainAwaySpread", Numbers.decimal(main.spread()));
        out.writeNumberProperty("mainTotal", Numbers.decimal(main.total()));
    }

    private static void writeVolumes(String key, BookRow book, MarketType type, JsonGenerator out) {
        out.writeObjectPropertyStart(key);
        book.ofType(type)
                .filter(row -> row.matchedVolume() > 0)
                .forEach(row ->
                        out.writeNumberProperty(
                                Numbers.decimal(row.market().number()).toPlainString(),
                                Money.dollars(row.matchedVolume())));
        out.writeEndObject();
    }

    private static long volume(List<MarketRow> rows) {
        return rows.stream().mapToLong(MarketRow::matchedVolume).sum();
    }

    private static void writeOffers(
            MarketRow row, Outcome takers, GameRow game, long reader, JsonGenerator out) {
        for (OrderRow maker : row.forTakersOf(takers)) {
            writeOffer(maker, takers, game, reader, out);
        }
    }

    private static void writeOffer(
            OrderRow maker, Outcome takers, GameRow game, long reader, JsonGenerator out) {
        out.writeStartObject();
        writeOfferKeys(maker, game, reader, out);
        Sides.writeBacked(game, maker.market(), takers, false, out);
        out.writeEndObject();
    }

    /** All of an offer but where it stands. */
    static void writeOfferKeys(OrderRow maker, GameRow game, long reader, JsonGenerator out) {
        out.writeStringProperty("id", Ids.ORDER.hex(maker.id()));
        out.writeStringProperty("type", Sides.type(maker.market()));
        if (maker.account() == reader) {
            out.writeStringProperty("createdBy", Ids.ACCOUNT.hex(maker.account()));
        }
        out.writeNumberProperty(
                "sumUntaken", Money.dollars(Odds.win(maker.remaining(), maker.line())));
        out.writeNumberProperty("odds", Odds.american(Odds.opposite(maker.line())));
        out.writeNumberProperty("bet", Money.dollars(maker.stake()));
        out.writeStringProperty("gameID", Ids.GAME.hex(maker.game()));
        out.writeNumberProperty("takenRatio", takenRatio(maker));
        OrderShape.writeExpiry(maker, game, out);
        out.writeStringProperty("createdAt", Names.time(maker.createdAtMillis()));
        out.writeBooleanProperty("gameStartExpiry", OrderShape.endsWithTheStart(maker, game));
        OrderShape.writePostArb(maker, out);
    }

    /** The matched part of the stake, from 0 to 1. */
    static BigDecimal takenRatio(OrderRow order) {
        BigDecimal ratio =
                BigDecimal.valueOf(order.filled())
                        .divide(BigDecimal.valueOf(order.stake()), MathContext.DECIMAL64)
                        .setScale(RATIO_DECIMALS, RoundingMode.HALF_UP)
                        .stripTrailingZeros();
        return ratio.scale() < 0 ? ratio.setScale(0) : ratio;
    }
}
