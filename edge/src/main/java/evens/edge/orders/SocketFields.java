package evens.edge.orders;

import evens.edge.orders.SocketOperation.Sent;
import evens.edge.wire.Texts;
import evens.model.Command.Stamp;
import evens.model.Ids;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Fields that several messages have. */
final class SocketFields {
    private SocketFields() {}

    /** {@code idempotencyKey}; null if there is none. */
    static @Nullable String key(ObjectNode fields) throws BadMessage {
        JsonNode key = fields.path("idempotencyKey");
        if (key.isMissingNode() || key.isNull()) {
            return null;
        }
        if (!key.isString() || !Texts.isKey(key.stringValue())) {
            throw new BadMessage("idempotencyKey must be 1 to 255 visible ASCII characters");
        }
        return key.stringValue();
    }

    /** Refuses a key where the same again must not be the same: a heartbeat has to be heard. */
    static void refuseKey(ObjectNode fields) throws BadMessage {
        if (key(fields) != null) {
            throw new BadMessage("idempotencyKey is not possible here");
        }
    }

    /** By what it saw or, if that is older, by what its sender had seen, in {@code epoch}. */
    static Stamp stamp(ObjectNode fields, Sent sent) throws BadMessage {
        JsonNode epoch = fields.path("epoch");
        if (epoch.isMissingNode() || epoch.isNull()) {
            return new Stamp(sent.epoch(), sent.connection());
        }
        if (!epoch.isIntegralNumber() || !epoch.canConvertToLong() || epoch.longValue() < 0) {
            throw new BadMessage("epoch must be an integer of at least 0");
        }
        return new Stamp(Math.min(epoch.longValue(), sent.epoch()), sent.connection());
    }

    /** The id of an order, 24 hex digits in lower case. */
    static String order(JsonNode id) throws BadMessage {
        if (!id.isString() || !Ids.isWellFormed(id.stringValue())) {
            throw new BadMessage("invalid order ID format");
        }
        return id.stringValue().toLowerCase(Locale.ROOT);
    }
}
