package evens.edge.wire;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import tools.jackson.core.JsonGenerator;

/** The answer to a heartbeat. */
public final class HeartbeatShape {
    private HeartbeatShape() {}

    /**
     * Writes it.
     *
     * @param seconds as they were asked for
     */
    public static void write(Instant now, BigDecimal seconds, JsonGenerator out) {
        BigDecimal plain = seconds.stripTrailingZeros();
        out.writeStartObject();
        out.writeStringProperty("type", "heartbeatAck");
        out.writeStringProperty("serverTime", DateTimeFormatter.ISO_INSTANT.format(now));
        out.writeNumberProperty("timeoutSec", plain.scale() < 0 ? plain.setScale(0) : plain);
        out.writeEndObject();
    }
}
