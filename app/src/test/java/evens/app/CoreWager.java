package evens.app;

import evens.model.Event.WagerStated;
import evens.model.GameTerms;
import evens.model.Outcome;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** One half of a match as the core told it, in the words of the wire. */
record CoreWager(WagerStated told, GameTerms game) {

    String account() {
        return CoreOrder.id("65acc001", told.account());
    }

    String transaction() {
        return CoreOrder.id("65b0a4d2", told.transaction());
    }

    boolean first() {
        return told.outcome() == Outcome.FIRST;
    }

    Price price() {
        return Price.ofLine(told.line());
    }

    BigInteger stake() {
        return BigInteger.valueOf(told.stake());
    }

    /** The stake and what is charged if it is lost, in cents. */
    String risk() {
        BigInteger fee = backed().feeIfLost(stake(), win(), rate());
        return cents(stake().add(fee));
    }

    /** What is won less what is charged then, in cents. */
    String netWin() {
        return cents(win().subtract(backed().feeIfWon(win(), rate())));
    }

    private BigInteger win() {
        return BigInteger.valueOf(told.win());
    }

    private BigInteger rate() {
        return BigInteger.valueOf(told.maker() ? 0 : told.commissionPpm());
    }

    /** Only number and type matter to what is charged. */
    private Backed backed() {
        return new Backed(CoreOrder.type(told.market()), 0, told.market().number(), first());
    }

    private static String cents(BigInteger micros) {
        return LadderKey.plain(new BigDecimal(micros, 6).setScale(2, RoundingMode.HALF_UP));
    }
}
