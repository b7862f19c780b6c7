package evens.edge.wire;

import evens.edge.wire.OrderFields.Wrong;
import evens.model.Command.EditOrder;
import evens.model.Command.NewOrder;
import evens.model.Command.Stamp;
import evens.model.Ids;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The body of an edit, as it came over the wire, becomes a command or says what is wrong. */
public final class EditReader {
    private static final int MAX_DIGITS = 6;

    private EditReader() {}

    /**
     * What was read: an edit, or what is wrong with it.
     *
     * @param id of the order, in lower case; "" if it could not be read
     */
    public record Read(@Nullable EditOrder edit, String id, @Nullable String error) {}

    public static Read read(@Nullable JsonNode body, long account, Stamp stamp) {
        try {
            if (body == null || !body.isObject()) {
                throw new Wrong("the body must be an object");
            }
            EditOrder edit = edit(new OrderFields(body), account, stamp);
            return new Read(edit, body.path("sessionID").asString().toLowerCase(Locale.ROOT), null);
        } catch (Wrong wrong) {
            return new Read(null, "", wrong.text());
        }
    }

    private static EditOrder edit(OrderFields fields, long account, Stamp stamp) throws Wrong {
        String id = fields.text("sessionID");
        if (!Ids.isWellFormed(id)) {
            throw new Wrong("sessionID must be 24 hex digits");
        }
        if (fields.lacks("orderOdds") && fields.lacks("orderVolume")) {
            throw new Wrong("orderOdds or orderVolume is required");
        }
        return new EditOrder(
                account,
                stamp,
                Ids.ORDER.number(id),
                fields.lacks("orderOdds") ? null : fields.line("orderOdds"),
                fields.lacks("orderVolume") ? null : fields.stake("orderVolume"),
                fields.orderType(),
                expiryMinutes(fields),
                fields.reference(),
                fields.lacks("intendedOrderVolume")
                        ? null
                        : fields.remainder("intendedOrderVolume"),
                fields.flag("blockIfNoOtherSideOrders"));
    }

    /** Minutes as a number or, as it was documented once, as digits in a string. */
    private static int expiryMinutes(OrderFields fields) throws Wrong {
        if (fields.lacks("expiryChange") || !fields.isText("expiryChange")) {
            return fields.expiryMinutes("expiryChange");
        }
        String digits = fields.text("expiryChange");
        boolean isNumber =
                !digits.isEmpty()
                        && digits.length() <= MAX_DIGITS
                        && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!isNumber || Integer.parseInt(digits) > NewOrder.MAX_EXPIRY_MINUTES) {
            throw new Wrong("expiryChange must be an integer from 0 to 525600");
        }
        return Integer.parseInt(digits);
    }
}
