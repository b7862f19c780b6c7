package evens.client;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * How an order that rests is to be replaced by another.
 *
 * @param odds null if they stay
 * @param bet the whole stake of the new order; null for what is left of the old one
 * @param expirationMinutes null for the default of a new order; that of the old one is not kept
 * @param userReference null if it stays
 * @param intendedVolume what is left of the old order as its owner believes: if that is wrong by
 *     more than $1 it is cancelled and not replaced; null to say nothing
 * @param needsOtherSide whether to refuse if nobody offers the other side
 */
public record Edit(
        String orderID,
        @Nullable BigDecimal odds,
        @Nullable BigDecimal bet,
        OrderType orderType,
        @Nullable Integer expirationMinutes,
        @Nullable String userReference,
        @Nullable BigDecimal intendedVolume,
        boolean needsOtherSide) {

    /** Other odds or another stake, or both. */
    public static Edit of(String orderID, @Nullable BigDecimal odds, @Nullable BigDecimal bet) {
        return new Edit(orderID, odds, bet, OrderType.LIMIT, null, null, null, false);
    }

    ObjectNode json() {
        ObjectNode json = Json.object().put("sessionID", orderID);
        json.put("orderOdds", odds).put("orderVolume", bet).put("orderType", orderType.wire());
        if (expirationMinutes != null) {
            json.put("expiryChange", expirationMinutes);
        }
        if (userReference != null) {
            json.put("userReference", userReference);
        }
        if (intendedVolume != null) {
            json.put("intendedOrderVolume", intendedVolume);
        }
        if (needsOtherSide) {
            json.put("blockIfNoOtherSideOrders", true);
        }
        return json;
    }
}
