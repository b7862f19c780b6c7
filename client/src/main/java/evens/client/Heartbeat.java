package evens.client;

import java.time.Instant;
import tools.jackson.databind.JsonNode;

/**
 * A stream is at this step: everything up to it has been sent, and nothing of a later one.
 *
 * @param time by the clock of the exchange
 */
public record Heartbeat(long sequence, Instant time) implements PriceFrame, UserFrame {

    static Heartbeat of(JsonNode json) {
        return new Heartbeat(json.required("sequence").asLong(), Json.instant(json, "time"));
    }
}
