package evens.app;

import evens.model.Event.OrderStated;
import evens.model.GameTerms;
import evens.model.Market;
import evens.model.OrderState;
import evens.model.OrderType;
import evens.model.Outcome;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HexFormat;

/**
 * An open order as the core told it, in the words of the wire and in its owner's perspective. All
 * that the edge makes of it is made again here, from the rules.
 */
record CoreOrder(OrderStated told, GameTerms game) {

    String id() {
        return id("65b0a4d0", told.order());
    }

    String account() {
        return id("65acc001", told.account());
    }

    static String id(String kind, long number) {
        return kind + HexFormat.of().toHexDigits(number);
    }

    Price price() {
        return Price.ofLine(told.line());
    }

    BigInteger stake() {
        return BigInteger.valueOf(told.stake());
    }

    BigInteger filled() {
        return BigInteger.valueOf(told.filled());
    }

    BigInteger remaining() {
        return stake().subtract(filled());
    }

    boolean rests() {
        return told.state() == OrderState.RESTING;
    }

    boolean postArb() {
        return told.type() == OrderType.POST_ARB;
    }

    /** Where takers find it: on the other answer to the question. */
    LadderKey ladder() {
        Market market = told.market();
        boolean takersFirst = told.outcome() == Outcome.SECOND;
        return backed(game, market, takersFirst);
    }

    /** A question of a game and an answer to it. */
    static LadderKey backed(GameTerms game, Market market, boolean first) {
        return new LadderKey(
                id("65ba11e5", game.game()),
                type(market),
                whom(game, market, first),
                number(market, first));
    }

    static String type(Market market) {
        return switch (market.type()) {
            case MONEYLINE -> "moneyline";
            case SPREAD -> "spread";
            case TOTAL -> "total";
            case MONEYLINE_1X2 -> "moneyline1x2";
        };
    }

    /** The participant backed, over or under, or whom it is about and yes or no. */
    private static String whom(GameTerms game, Market market, boolean first) {
        return switch (market.type()) {
            case MONEYLINE, SPREAD -> participant(game, first);
            case TOTAL -> first ? "over" : "under";
            case MONEYLINE_1X2 -> about(game, market) + (first ? " yes" : " no");
        };
    }

    private static String about(GameTerms game, Market market) {
        return switch (market.subject()) {
            case AWAY -> participant(game, true);
            case HOME -> participant(game, false);
            case DRAW, NONE -> "draw";
        };
    }

    private static String participant(GameTerms game, boolean away) {
        return id("65feed1e", (away ? game.away() : game.home()).id());
    }

    /** The number as the backer of this answer writes it, "" where there is none. */
    private static String number(Market market, boolean first) {
        BigDecimal number = BigDecimal.valueOf(market.number()).divide(BigDecimal.valueOf(4));
        return switch (market.type()) {
            case SPREAD -> LadderKey.plain(first ? number : number.negate());
            case TOTAL -> LadderKey.plain(number);
            case MONEYLINE, MONEYLINE_1X2 -> "";
        };
    }

    static String dollars(BigInteger micros) {
        return LadderKey.plain(new BigDecimal(micros, 6));
    }
}
