package evens.cluster.codec;

import evens.cluster.sbe.MarketDecoder;
import evens.cluster.sbe.MarketEncoder;
import evens.model.Market;
import evens.model.MarketType;
import evens.model.Subject;

/** Markets as events have them. */
final class Markets {
    private static final MarketType[] TYPES = MarketType.values();
    private static final Subject[] SUBJECTS = Subject.values();

    private Markets() {}

    @SuppressWarnings("EnumOrdinal") // the place of a declaration is what the log keeps
    static void write(Market market, MarketEncoder encoder) {
        encoder.number(market.number())
                .marketType((short) market.type().ordinal())
                .subject((short) market.subject().ordinal());
    }

    static Market read(MarketDecoder decoder) {
        MarketType type = TYPES[decoder.marketType()];
        Subject subject = SUBJECTS[decoder.subject()];
        int number = decoder.number();
        boolean isCommon = type == MarketType.MONEYLINE && subject == Subject.NONE && number == 0;
        return isCommon ? Market.MONEYLINE : new Market(type, subject, number);
    }
}
