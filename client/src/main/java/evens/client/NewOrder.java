package evens.client;

import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * An order to be placed.
 *
 * @param pick what is backed
 * @param odds American, from the bettor's own side
 * @param bet stake at risk in dollars
 * @param expirationMinutes null for the account's default, 0 rests until the game starts
 * @param userReference null for none
 */
public record NewOrder(
        String gameID,
        Pick pick,
        BigDecimal odds,
        BigDecimal bet,
        OrderType orderType,
        @Nullable Integer expirationMinutes,
        @Nullable String userReference) {

    /** An order on the moneyline that backs this participant. */
    public static NewOrder of(
            String gameID, String participantID, int odds, String bet, OrderType type) {
        return new NewOrder(
                gameID,
                Pick.moneyline(participantID),
                BigDecimal.valueOf(odds),
                new BigDecimal(bet),
                type,
                null,
                null);
    }

    public NewOrder withReference(String reference) {
        return new NewOrder(gameID, pick, odds, bet, orderType, expirationMinutes, reference);
    }

    public NewOrder expiringIn(int minutes) {
        return new NewOrder(gameID, pick, odds, bet, orderType, minutes, userReference);
    }

    ObjectNode json() {
        ObjectNode json = Json.object().put("gameID", gameID);
        pick.write(json);
        json.put("odds", odds).put("bet", bet).put("orderType", orderType.wire());
        if (expirationMinutes != null) {
            json.put("expirationMinutes", expirationMinutes);
        }
        if (userReference != null) {
            json.put("userReference", userReference);
        }
        return json;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s %s at %s on %s", orderType.wire(), bet, odds, pick);
    }
}
