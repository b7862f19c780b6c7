package evens.model;

/**
 * One question of a game with two answers. Different numbers are different questions.
 *
 * @param subject for {@link MarketType#MONEYLINE_1X2} whom it is about, else {@link Subject#NONE}
 * @param number in quarters: 14 is 3.5. For {@link MarketType#SPREAD} the handicap of the away
 *     participant, for {@link MarketType#TOTAL} the total, else 0
 */
public record Market(MarketType type, Subject subject, int number) {
    /** Largest size of a number, in quarters: 1,000. */
    public static final int MAX_NUMBER = 4_000;

    public static final Market MONEYLINE = new Market(MarketType.MONEYLINE, Subject.NONE, 0);

    /** Which participant wins when this handicap, in quarters, is added to the away score. */
    public static Market spread(int awayNumber) {
        return new Market(MarketType.SPREAD, Subject.NONE, awayNumber);
    }

    /** Whether both scores together are over this number of quarters. */
    public static Market total(int number) {
        return new Market(MarketType.TOTAL, Subject.NONE, number);
    }

    public static Market threeWay(Subject subject) {
        return new Market(MarketType.MONEYLINE_1X2, subject, 0);
    }

    /** The number as the backer of this outcome writes it, in quarters. */
    public int numberFor(Outcome outcome) {
        return type == MarketType.SPREAD && outcome == Outcome.SECOND ? -number : number;
    }

    /** Whether it is settled as two halves, on the neighbouring numbers. */
    public boolean isQuarter() {
        return (number & 1) != 0;
    }
}
