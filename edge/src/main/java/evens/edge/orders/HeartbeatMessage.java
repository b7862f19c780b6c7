package evens.edge.orders;

import evens.edge.orders.SocketOperation.Sent;
import evens.edge.orders.Task.Told;
import evens.edge.wire.HeartbeatShape;
import evens.model.Command;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.InstantSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code heartbeat}: arms the dead-man's switch or sets it anew; {@code requestTimeout: 0} with
 * {@code off: true} disarms it.
 */
final class HeartbeatMessage {
    private static final BigDecimal SHORTEST = BigDecimal.valueOf(1, 3);
    private static final BigDecimal LONGEST = BigDecimal.valueOf(Command.RenewLease.MAX_MILLIS, 3);

    private final InstantSource clock;

    HeartbeatMessage(InstantSource clock) {
        this.clock = clock;
    }

    Task read(ObjectNode fields, Sent sent) throws BadMessage {
        JsonNode given = fields.path("requestTimeout");
        if (!given.isNumber()) {
            throw new BadMessage("Invalid heartbeat timeout");
        }
        SocketFields.refuseKey(fields);
        BigDecimal seconds = given.decimalValue();
        return Task.of(
                command(seconds, fields.path("off"), sent.account()),
                null,
                _ -> new Told.One(out -> HeartbeatShape.write(clock.instant(), seconds, out)));
    }

    private static Command command(BigDecimal seconds, JsonNode off, long account)
            throws BadMessage {
        boolean disarms = off.isBoolean() && off.booleanValue();
        if (seconds.signum() == 0 && disarms) {
            return new Command.DropLease(account);
        }
        if (seconds.signum() <= 0 || seconds.compareTo(LONGEST) > 0 || disarms) {
            throw new BadMessage("Invalid heartbeat timeout");
        }
        return new Command.RenewLease(account, millis(seconds));
    }

    /** Rounded up; the smallest first, so that no exponent makes the rounding expensive. */
    private static long millis(BigDecimal seconds) {
        return seconds.compareTo(SHORTEST) <= 0
                ? 1
                : seconds.movePointRight(3).setScale(0, RoundingMode.CEILING).longValueExact();
    }
}
