package evens.edge.wire;

import evens.edge.view.GameRow;
import evens.model.Ids;
import evens.model.Market;
import evens.model.MarketType;
import evens.model.Odds;
import evens.model.Outcome;
import evens.model.Participant;
import java.math.BigDecimal;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * How the wire names a market and the outcome that somebody backs. Whoever reads a book is told the
 * outcome a taker would get; that flip happens where a book is written, not here.
 */
final class Sides {
    private static final String DRAW = "draw";

    /** What the price feed calls a market of two participants or of a total. */
    private static final String MAIN = "main";

    private Sides() {}

    static String type(Market market) {
        return switch (market.type()) {
            case MONEYLINE -> "moneyline";
            case SPREAD -> "spread";
            case TOTAL -> "total";
            case MONEYLINE_1X2 -> "moneyline1x2";
        };
    }

    /** {@code side} of an order: a participant's id, over or under, yes or no. */
    static String side(@Nullable GameRow game, Market market, Outcome outcome) {
        return switch (market.type()) {
            case MONEYLINE, SPREAD -> participant(game, outcome);
            case TOTAL -> overUnder(outcome);
            case MONEYLINE_1X2 -> yesNo(outcome);
        };
    }

    /** {@code market} of a three-way order: whom it is about. */
    static String subject(@Nullable GameRow game, Market market) {
        return switch (market.subject()) {
            case AWAY -> participant(game, Outcome.FIRST);
            case HOME -> participant(game, Outcome.SECOND);
            case DRAW, NONE -> DRAW;
        };
    }

    static String participant(@Nullable GameRow game, Outcome outcome) {
        return game == null ? "" : Ids.PARTICIPANT.hex(game.participant(outcome).id());
    }

    static String overUnder(Outcome outcome) {
        return outcome == Outcome.FIRST ? "over" : "under";
    }

    static String yesNo(Outcome outcome) {
        return outcome == Outcome.FIRST ? "yes" : "no";
    }

    /** {@code market}, where there is one. */
    static void writeSubject(@Nullable GameRow game, Market market, JsonGenerator out) {
        if (market.type() == MarketType.MONEYLINE_1X2) {
            out.writeStringProperty("market", subject(game, market));
        }
    }

    /** Whether the question is about both participants at once: totals and three ways. */
    static boolean isAboutBoth(Market market) {
        return market.type() == MarketType.TOTAL || market.type() == MarketType.MONEYLINE_1X2;
    }

    static boolean hasNumber(Market market) {
        return market.type() == MarketType.SPREAD || market.type() == MarketType.TOTAL;
    }

    /** The number as the backer of this outcome sees it. */
    static BigDecimal number(Market market, Outcome outcome) {
        return Numbers.decimal(market.numberFor(outcome));
    }

    static void writeNumberOrNull(Market market, Outcome outcome, JsonGenerator out) {
        if (hasNumber(market)) {
            out.writeNumberProperty("number", number(market, outcome));
        } else {
            out.writeNullProperty("number");
        }
    }

    /** Such as {@code Lakers ML +125}, {@code Lakers -3.5 -110}, {@code Over 220.5 -105}. */
    static String description(@Nullable GameRow game, Market market, Outcome outcome, int line) {
        return game == null
                ? ""
                : question(game, market, outcome, Participant::shortName)
                        + " "
                        + signed(Odds.american(line));
    }

    /** Such as {@code Los Angeles Lakers -3.5} or {@code Over 220.5}: without the odds. */
    static String question(@Nullable GameRow game, Market market, Outcome outcome) {
        return game == null ? "" : question(game, market, outcome, Participant::longName);
    }

    private static String question(
            GameRow game, Market market, Outcome outcome, Function<Participant, String> name) {
        return switch (market.type()) {
            case MONEYLINE -> name.apply(game.participant(outcome)) + " ML";
            case SPREAD ->
                    name.apply(game.participant(outcome)) + " " + signed(number(market, outcome));
            case TOTAL ->
                    (outcome == Outcome.FIRST ? "Over " : "Under ")
                            + number(market, outcome).toPlainString();
            case MONEYLINE_1X2 -> subjectName(game, market, name) + " " + yesNo(outcome);
        };
    }

    private static String subjectName(
            GameRow game, Market market, Function<Participant, String> name) {
        return switch (market.subject()) {
            case AWAY -> name.apply(game.participant(Outcome.FIRST));
            case HOME -> name.apply(game.participant(Outcome.SECOND));
            case DRAW, NONE -> "Draw";
        };
    }

    private static String signed(BigDecimal number) {
        return (number.signum() > 0 ? "+" : "") + number.toPlainString();
    }

    /**
     * The keys of a bet or an open order in a list that name what is backed. Lists of open orders
     * name the numbers first, all others the participant.
     *
     * @param withNulls whether keys that do not apply are there and null, as in lists of open
     *     orders
     */
    static void writeBacked(
            @Nullable GameRow game,
            Market market,
            Outcome outcome,
            boolean withNulls,
            JsonGenerator out) {
        boolean aboutOne = !isAboutBoth(market);
        if (aboutOne && !withNulls) {
            out.writeStringProperty("participantID", participant(game, outcome));
        }
        writeNumber("spread", MarketType.SPREAD, market, outcome, withNulls, out);
        writeNumber("total", MarketType.TOTAL, market, outcome, withNulls, out);
        if (aboutOne && withNulls) {
            out.writeStringProperty("participantID", participant(game, outcome));
        }
        switch (market.type()) {
            case MONEYLINE, SPREAD -> {}
            case TOTAL -> out.writeStringProperty("OU", overUnder(outcome));
            case MONEYLINE_1X2 -> {
                out.writeStringProperty("market", subject(game, market));
                out.writeStringProperty("side", yesNo(outcome));
            }
        }
    }

    /**
     * The keys of the price feed that name one side of one question, of a ladder and of each offer
     * on it.
     */
    static void writeLadder(GameRow game, Market market, Outcome takers, JsonGenerator out) {
        if (market.type() == MarketType.MONEYLINE_1X2) {
            out.writeStringProperty("participantID", "");
            out.writeStringProperty("market", subject(game, market));
            out.writeStringProperty("side", yesNo(takers));
            return;
        }
        boolean isTotal = market.type() == MarketType.TOTAL;
        writeOrNull("participantID", isTotal ? null : participant(game, takers), out);
        out.writeStringProperty("market", MAIN);
        out.writeStringProperty("side", side(game, market, takers));
        writeOrNull("OU", isTotal ? overUnder(takers) : null, out);
        writeNumber("total", MarketType.TOTAL, market, takers, true, out);
        writeNumber("spread", MarketType.SPREAD, market, takers, true, out);
    }

    private static void writeOrNull(String key, @Nullable String text, JsonGenerator out) {
        if (text == null) {
            out.writeNullProperty(key);
        } else {
            out.writeStringProperty(key, text);
        }
    }

    static void writeNumber(
            String key,
            MarketType type,
            Market market,
            Outcome outcome,
            boolean withNulls,
            JsonGenerator out) {
        if (market.type() == type) {
            out.writeNumberProperty(key, number(market, outcome));
        } else if (withNulls) {
            out.writeNullProperty(key);
        }
    }
}
