package evens.edge.wire;

import evens.model.Ids;
import io.vertx.core.buffer.Buffer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a client asks of the price feed. */
public sealed interface FeedRequest {

    /** Of what it wants to hear. */
    record Keys(Set<Long> games, Set<String> leagues, Set<String> sports) {
        public int size() {
            return games.size() + leagues.size() + sports.size();
        }
    }

    /**
     * To hear of these.
     *
     * @param replace and of nothing else
     * @param requestID null if no answer is wanted
     */
    record Subscribe(Keys keys, boolean replace, @Nullable String requestID)
            implements FeedRequest {}

    record Unsubscribe(Keys keys, @Nullable String requestID) implements FeedRequest {}

    record SubscribeAll(@Nullable String requestID) implements FeedRequest {}

    /** Not understood. */
    record Malformed(String error, @Nullable String requestID) implements FeedRequest {}

    /** Under which name the answer is wanted; null if none is. */
    @Nullable String requestID();

    static FeedRequest read(Buffer message) {
        JsonNode json = Json.read(message);
        if (json == null || !json.isObject()) {
            return new Malformed("invalid message", null);
        }
        JsonNode id = json.path("requestID");
        boolean usable = id.isString() && id.stringValue().length() <= SocketRequest.MAX_REQUEST_ID;
        if (!usable && !id.isMissingNode() && !id.isNull()) {
            return new Malformed(
                    "requestID must be a string of at most %d characters"
                            .formatted(SocketRequest.MAX_REQUEST_ID),
                    null);
        }
        String requestID = usable ? id.stringValue() : null;
        try {
            return read(json, requestID);
        } catch (Unreadable unreadable) {
            return new Malformed(unreadable.error, requestID);
        }
    }

    private static FeedRequest read(JsonNode json, @Nullable String requestID) throws Unreadable {
        JsonNode type = json.get("type");
        if (type == null || !type.isString()) {
            throw new Unreadable("type must be a string");
        }
        return switch (type.stringValue()) {
            case "subscribe" -> new Subscribe(keys(json), replaces(json), requestID);
            case "unsubscribe" -> new Unsubscribe(keys(json), requestID);
            case "subscribeAll" -> new SubscribeAll(requestID);
            default -> throw new Unreadable("unknown message type");
        };
    }

    private static boolean replaces(JsonNode json) throws Unreadable {
        JsonNode replace = json.get("replace");
        if (replace == null || replace.isNull()) {
            return false;
        }
        if (!replace.isBoolean()) {
            throw new Unreadable("replace must be true or false");
        }
        return replace.booleanValue();
    }

    private static Keys keys(JsonNode json) throws Unreadable {
        Set<Long> games = new HashSet<>();
        for (String id : texts(json, "gameIDs")) {
            if (!Ids.isWellFormed(id)) {
                throw new Unreadable("gameIDs must be 24 hex digits each");
            }
            games.add(Ids.GAME.number(id)); // no game has the number of an id of another kind
        }
        Set<String> leagues = new HashSet<>();
        texts(json, "leagueIDs").forEach(each -> leagues.add(each.toUpperCase(Locale.ROOT)));
        Set<String> sports = new HashSet<>();
        texts(json, "sportIDs").forEach(each -> sports.add(each.toLowerCase(Locale.ROOT)));
        return new Keys(games, leagues, sports);
    }

    /** Without those that are empty. */
    private static Set<String> texts(JsonNode json, String name) throws Unreadable {
        Set<String> texts = new HashSet<>();
        JsonNode list = json.get(name);
        if (list == null || list.isNull()) {
            return texts;
        }
        if (!list.isArray()) {
            throw new Unreadable(name + " must be an array");
        }
        for (JsonNode each : list) {
            if (!each.isString()) {
                throw new Unreadable(name + " must be strings");
            }
            texts.add(each.stringValue());
        }
        texts.remove("");
        return texts;
    }

    /** A message that is no request. */
    final class Unreadable extends Exception {
        private static final long serialVersionUID = 1;
        private final String error;

        Unreadable(String error) {
            super(error, null, false, false);
            this.error = error;
        }
    }
}
