package evens.client;

import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Reads what one price stream sends, and notices when ladders are missing. For one thread. */
final class PriceReader implements Consumer<String> {
    private final Consumer<PriceFrame> listener;

    /** Of the last ladder. */
    private long epoch;

    PriceReader(Consumer<PriceFrame> listener) {
        this.listener = listener;
    }

    @Override
    public void accept(String text) {
        JsonNode tuple = Json.read(text);
        if (!tuple.isArray() || tuple.size() != 2) {
            return;
        }
        JsonNode payload = tuple.required(1);
        switch (tuple.required(0).asString()) {
            case "orderUpdate" -> ladder(payload);
            case "gameUpdate" ->
                    listener.accept(
                            new PriceFrame.GameChanged(
                                    sequence(payload),
                                    Json.text(payload, payload.has("gameID") ? "gameID" : "id"),
                                    Json.text(payload, "messageType"),
                                    payload));
            case "matchedVolumeUpdate" ->
                    listener.accept(
                            new PriceFrame.Volume(
                                    sequence(payload),
                                    Json.text(payload, "gameID"),
                                    Json.shortest(Json.decimal(payload, "matchedVolume"))));
            case "heartbeat" -> listener.accept(Heartbeat.of(payload));
            case "subscribed" ->
                    listener.accept(
                            new PriceFrame.Subscribed(
                                    Json.textOrNull(payload, "requestID"), sequence(payload)));
            case "error" -> listener.accept(new PriceFrame.Refused(Json.text(payload, "message")));
            default -> {}
        }
    }

    private void ladder(JsonNode payload) {
        long came = payload.required("epoch").asLong();
        long sequence = sequence(payload);
        if (came != epoch + 1) {
            listener.accept(new PriceFrame.Gap(epoch + 1, came, sequence));
        }
        epoch = came;
        listener.accept(
                new PriceFrame.Ladder(
                        came,
                        sequence,
                        Json.text(payload, "gameID"),
                        Ladders.pick(payload),
                        Json.list(payload.required("sideOrders"), LadderOffer::of),
                        payload));
    }

    private static long sequence(JsonNode payload) {
        return payload.path("sequence").asLong(0);
    }
}
