package evens.client;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is backed: a side of a market.
 *
 * @param type {@code moneyline}, {@code spread}, {@code total} or {@code moneyline1x2}
 * @param side id of the participant that is backed, over or under, yes or no
 * @param market of a three-way question, whom it is about: a participant's id or {@code draw}
 * @param number handicap of the backed participant, or the total; null where there is none
 */
public record Pick(String type, String side, @Nullable String market, @Nullable BigDecimal number) {

    /** This participant wins. */
    public static Pick moneyline(String participantID) {
        return new Pick("moneyline", participantID, null, null);
    }

    /** This participant wins with this handicap. */
    public static Pick spread(String participantID, BigDecimal number) {
        return new Pick("spread", participantID, null, number);
    }

    /**
     * The sum of the scores is over or under this number.
     *
     * @param side {@code over} or {@code under}
     */
    public static Pick total(String side, BigDecimal number) {
        return new Pick("total", side, null, number);
    }

    /**
     * This is how a game ends, or it is not.
     *
     * @param side {@code yes} or {@code no}
     * @param market a participant's id or {@code draw}
     */
    public static Pick threeWay(String side, String market) {
        return new Pick("moneyline1x2", side, market, null);
    }

    void write(ObjectNode json) {
        json.put("type", type).put("side", side);
        if (market != null) {
            json.put("market", market);
        }
        if (number != null) {
            json.put("number", number);
        }
    }

    @Override
    public String toString() {
        return type
                + " "
                + side
                + (market == null ? "" : " " + market)
                + (number == null ? "" : " " + number.toPlainString());
    }
}
