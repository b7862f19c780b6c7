package evens.app;

import evens.app.Venue.Player;
import evens.client.Game;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A socket of the price feed, heard up to heartbeats. */
final class PriceTalk implements AutoCloseable {
    private final Player player;
    private final Talk talk;

    private PriceTalk(Venue venue, Player player) {
        this.player = player;
        talk = Talk.at(venue.server().base(), "/price-stream?heartbeat=1", player.token());
    }

    static PriceTalk of(Venue venue, Player player) {
        return new PriceTalk(venue, player);
    }

    Talk talk() {
        return talk;
    }

    /** Asks for something, and goes on when it is so. */
    void command(String json) {
        talk.send(json.replaceFirst("}$", ",\"requestID\":\"r\"}"));
        JsonNode frame = talk.next();
        while (!frame.required(0).asString().equals("subscribed")) {
            frame = talk.next();
        }
    }

    /** All frames up to what has happened until now. */
    List<JsonNode> frames() {
        return frames(Wire.sequence(Wire.get(player, "/user/getMe")));
    }

    /** All frames up to this step. */
    List<JsonNode> frames(long sequence) {
        List<JsonNode> frames = new ArrayList<>();
        while (true) {
            JsonNode frame = talk.next();
            if (!frame.required(0).asString().equals("heartbeat")) {
                frames.add(frame);
            } else if (frame.required(1).required("sequence").asLong() >= sequence) {
                return frames;
            }
        }
    }

    /** Payloads of this type about this game, up to now. */
    List<JsonNode> payloads(String type, Game game) {
        return about(frames(), type, game);
    }

    static List<JsonNode> about(List<JsonNode> frames, String type, Game game) {
        String key = type.equals("gameUpdate") ? "id" : "gameID";
        return frames.stream()
                .filter(frame -> frame.required(0).asString().equals(type))
                .map(frame -> frame.required(1))
                .filter(payload -> payload.required(key).asString().equals(game.id()))
                .toList();
    }

    @Override
    public void close() {
        talk.close();
    }
}
