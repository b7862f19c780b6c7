package evens.sim;

import evens.model.Command.NewOrder;
import evens.model.GameTerms;
import evens.model.Market;
import evens.model.MarketType;
import evens.model.Outcome;
import evens.model.Subject;
import org.jspecify.annotations.Nullable;

/** What an order is about and which answer it backs, as the twin reads it. */
record Question(Market market, Outcome backed) {
    private static final int THOUSAND = 4_000;

    /** Null if the order takes no side that the game has. */
    static @Nullable Question of(NewOrder order, GameTerms game) {
        Subject who = who(order.participant(), game);
        boolean participates = who == Subject.AWAY || who == Subject.HOME;
        return switch (order.side()) {
            case PARTICIPANT -> participates ? ofWinner(order, who == Subject.AWAY) : null;
            case OVER -> ofTotal(order, Outcome.FIRST);
            case UNDER -> ofTotal(order, Outcome.SECOND);
            case YES -> ofThreeWays(order, who, Outcome.FIRST);
            case NO -> ofThreeWays(order, who, Outcome.SECOND);
        };
    }

    private static Subject who(long participant, GameTerms game) {
        if (participant == game.away().id()) {
            return Subject.AWAY;
        } else if (participant == game.home().id()) {
            return Subject.HOME;
        }
        return participant == 0 ? Subject.DRAW : Subject.NONE;
    }

    private static @Nullable Question ofWinner(NewOrder order, boolean away) {
        Outcome backed = away ? Outcome.FIRST : Outcome.SECOND;
        return switch (order.type()) {
            case MONEYLINE -> new Question(Market.MONEYLINE, backed);
            case SPREAD -> {
                int awayNumber = away ? order.number() : -order.number();
                Market market = new Market(MarketType.SPREAD, Subject.NONE, awayNumber);
                yield new Question(market, backed);
            }
            case TOTAL, MONEYLINE_1X2 -> null;
        };
    }

    private static @Nullable Question ofTotal(NewOrder order, Outcome backed) {
        return order.type() == MarketType.TOTAL
                ? new Question(new Market(MarketType.TOTAL, Subject.NONE, order.number()), backed)
                : null;
    }

    private static @Nullable Question ofThreeWays(NewOrder order, Subject who, Outcome backed) {
        return order.type() == MarketType.MONEYLINE_1X2 && who != Subject.NONE
                ? new Question(new Market(MarketType.MONEYLINE_1X2, who, 0), backed)
                : null;
    }

    boolean hasPossibleNumber() {
        int number = market.number();
        int least = market.type() == MarketType.TOTAL ? 0 : -THOUSAND;
        return least <= number && number <= THOUSAND;
    }
}
