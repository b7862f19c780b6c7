package evens.race;

import evens.race.seen.Ask;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What is asked becomes messages of an orders socket. */
final class Frames {
    private Frames() {}

    /** The message under this id. */
    static String of(Ask ask, String requestID) {
        return switch (ask) {
            case Ask.Place place -> frame("placeV3", Requests.placing(place), requestID);
            case Ask.Cancel cancel ->
                    frame(
                            "cancelById",
                            Requests.object(Map.of("orderId", cancel.order())),
                            requestID);
            case Ask.CancelList list ->
                    frame("cancelMultiple", Requests.list("orderIDs", list.orders()), requestID);
            case Ask.CancelGame game -> frame("cancelAllByGame", Requests.ofGame(game), requestID);
            case Ask.CancelAll all ->
                    frame(
                            "cancelAll",
                            Requests.object(all.latch() ? Map.of("mode", "latch") : Map.of()),
                            requestID);
            case Ask.Beat beat ->
                    frame("heartbeat", Requests.beat("requestTimeout", beat), requestID);
            case Ask.Edit _,
                    Ask.Resume _,
                    Ask.CancelReferences _,
                    Ask.CancelLeague _,
                    Ask.Pause _,
                    Ask.ReleaseLatch _,
                    Ask.Read _,
                    Ask.Operating _ ->
                    throw new IllegalArgumentException("no message of a socket: " + ask);
        };
    }

    private static String frame(String type, ObjectNode payload, String requestID) {
        ArrayNode frame = JsonNodeFactory.instance.arrayNode();
        frame.add(type);
        frame.add(payload.put("requestID", requestID));
        return frame.toString();
    }
}
