package evens.app;

import evens.model.Outcome;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An open order as its owner knows it. Numbers have no zeros at their end.
 *
 * @param backed the question and the answer that is backed
 * @param offered the stake it was placed with
 */
record OwnOrder(
        String id,
        String wagerRequest,
        LadderKey backed,
        String odds,
        String offered,
        String remaining,
        @Nullable String reference) {

    static OwnOrder of(CoreOrder order) {
        boolean first = order.told().outcome() == Outcome.FIRST;
        return new OwnOrder(
                order.id(),
                CoreOrder.id("65b0a4d1", order.told().wagerRequest()),
                CoreOrder.backed(order.game(), order.told().market(), first),
                LadderKey.plain(order.price().american()),
                CoreOrder.dollars(order.stake()),
                CoreOrder.dollars(order.remaining()),
                order.told().reference());
    }

    /** Of the block of a message, which says the game elsewhere. */
    static OwnOrder of(String game, JsonNode block) {
        return new OwnOrder(
                block.required("orderID").asString(),
                block.required("wagerRequestID").asString(),
                backed(game, block),
                number(block, "odds"),
                number(block, "offered"),
                number(block, "remaining"),
                reference(block));
    }

    /** Of a row of getUnmatched. */
    static OwnOrder ofRow(JsonNode row) {
        return new OwnOrder(
                row.required("id").asString(),
                row.required("wagerRequestID").asString(),
                backedInRow(row),
                number(row, "odds"),
                number(row, "offered"),
                number(row, "remaining"),
                reference(row));
    }

    /** What a block of a message is about. */
    static LadderKey backed(String game, JsonNode block) {
        String type = block.required("type").asString();
        String side = block.required("side").asString();
        String whom =
                type.equals("moneyline1x2")
                        ? block.required("market").asString() + " " + side
                        : side;
        return new LadderKey(game, type, whom, block.has("number") ? number(block, "number") : "");
    }

    /** What a row of a list is about. */
    static LadderKey backedInRow(JsonNode row) {
        return LadderKey.of(field ->
                field.equals("gameID") ? Recount.gameOf(row) : row.path(field).asString(null));
    }

    static String number(JsonNode object, String field) {
        return LadderKey.plain(object.required(field).decimalValue());
    }

    static @Nullable String reference(JsonNode object) {
        return object.path("userReference").asString(null);
    }
}
