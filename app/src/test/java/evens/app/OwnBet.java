package evens.app;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One half of a match as its owner knows it. Numbers have no zeros at their end.
 *
 * @param order the order that rested, for both halves
 * @param origin offer of the maker, wager of the taker
 */
record OwnBet(
        String transaction,
        String order,
        String wagerRequest,
        String origin,
        LadderKey backed,
        String odds,
        String amount,
        String risk,
        String win,
        @Nullable String reference) {

    static OwnBet of(CoreWager wager) {
        return new OwnBet(
                wager.transaction(),
                CoreOrder.id("65b0a4d0", wager.told().order()),
                CoreOrder.id("65b0a4d1", wager.told().wagerRequest()),
                wager.told().maker() ? "offer" : "wager",
                CoreOrder.backed(wager.game(), wager.told().market(), wager.first()),
                LadderKey.plain(wager.price().american()),
                CoreOrder.dollars(wager.stake()),
                wager.risk(),
                wager.netWin(),
                wager.told().reference());
    }

    /** Of a message that has a matched block. */
    static OwnBet of(JsonNode message) {
        JsonNode block = message.required("matched");
        return new OwnBet(
                block.required("txID").asString(),
                block.required("orderID").asString(),
                block.required("wagerRequestID").asString(),
                message.required("origin").asString(),
                OwnOrder.backed(message.required("gameID").asString(), block),
                OwnOrder.number(block, "odds"),
                OwnOrder.number(block, "amount"),
                OwnOrder.number(block, "risk"),
                OwnOrder.number(block, "win"),
                OwnOrder.reference(block));
    }

    /** Of a row of getMatchedBets. */
    static OwnBet ofRow(JsonNode row) {
        return new OwnBet(
                row.required("txID").asString(),
                row.required("id").asString(),
                row.required("wagerRequestID").asString(),
                row.required("origin").asString(),
                OwnOrder.backedInRow(row),
                OwnOrder.number(row, "odds"),
                OwnOrder.number(row, "bet"),
                text(row, "risk"),
                text(row, "win"),
                OwnOrder.reference(row));
    }

    private static String text(JsonNode row, String field) {
        return LadderKey.plain(new BigDecimal(row.required(field).asString()));
    }
}
