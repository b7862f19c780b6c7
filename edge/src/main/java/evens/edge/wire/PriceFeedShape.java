package evens.edge.wire;

import evens.edge.view.BookRow;
import evens.edge.view.GameRow;
import evens.model.Ids;
import evens.model.Money;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Frames of the price feed: {@code [type, payload]}, seen by the taker. */
public final class PriceFeedShape {
    private PriceFeedShape() {}

    /** A game that was created, opened, closed or changed, with its nested book. */
    public static byte[] game(BookRow book, long reader, long sequence) {
        return frame(
                "gameUpdate",
                out -> {
                    out.writeStringProperty(
                            "messageType", book.game().isOpen() ? "marketOpen" : "marketClosed");
                    out.writeNumberProperty("sequence", sequence);
                    BookShape.writeNestedKeys(book, reader, out);
                });
    }

    /** What has been matched on a game so far. */
    public static byte[] volume(GameRow game, long sequence) {
        return frame(
                "matchedVolumeUpdate",
                out -> {
                    out.writeNumberProperty("sequence", sequence);
                    writeGame(game, out);
                    out.writeNumberProperty("matchedVolume", Money.dollars(game.matchedVolume()));
                });
    }

    static void writeGame(GameRow game, JsonGenerator out) {
        out.writeStringProperty("gameID", Ids.GAME.hex(game.id()));
        GameShape.writeId("parentGameID", game.terms().parent(), out);
        out.writeStringProperty("sport", game.sport());
        out.writeStringProperty("league", game.terms().league());
    }

    /** All up to this step has been sent. */
    public static byte[] heartbeat(long sequence, long timeMillis) {
        return frame(
                "heartbeat",
                out -> {
                    out.writeNumberProperty("sequence", sequence);
                    out.writeStringProperty("time", Names.time(timeMillis));
                });
    }

    /** From here on the socket hears of what it has asked for. */
    public static byte[] subscribed(String requestID, long sequence) {
        return frame(
                "subscribed",
                out -> {
                    out.writeStringProperty("requestID", requestID);
                    out.writeNumberProperty("sequence", sequence);
                });
    }

    public static byte[] error(String message, @Nullable String requestID) {
        return frame(
                "error",
                out -> {
                    out.writeStringProperty("message", message);
                    if (requestID != null) {
                        out.writeStringProperty("requestID", requestID);
                    }
                });
    }

    private static byte[] frame(String type, Consumer<JsonGenerator> payload) {
        return Json.bytes(out -> {
            out.writeStartArray();
            out.writeString(type);
            out.writeStartObject();
            payload.accept(out);
            out.writeEndObject();
            out.writeEndArray();
        });
    }
}
