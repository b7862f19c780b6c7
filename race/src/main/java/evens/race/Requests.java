package evens.race;

import evens.race.seen.Ask;
import evens.race.seen.Bet;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What is asked becomes requests. */
final class Requests {
    private Requests() {}

    /**
     * One request.
     *
     * @param body null if it has none
     */
    record Request(String method, String path, @Nullable ObjectNode body) {}

    static Request of(Ask ask) {
        return switch (ask) {
            case Ask.Place place -> post("/session/v3/place", placing(place));
            case Ask.Edit edit -> post("/session/v4/editOrder", editing(edit));
            case Ask.Cancel cancel ->
                    post("/session/cancel", object(Map.of("sessionID", cancel.order())));
            case Ask.CancelList list ->
                    post("/session/cancelMultiple", list("sessionIDs", list.orders()));
            case Ask.CancelReferences some ->
                    post(
                            "/session/cancelByReference",
                            list("userReferences", some.references()).put("gameID", some.game()));
            case Ask.CancelGame game -> post("/session/cancelAllOrdersForGame", ofGame(game));
            case Ask.CancelLeague league ->
                    post("/session/cancelAllForLeague", object(Map.of("league", league.league())));
            case Ask.CancelAll all ->
                    post(
                            "/session/cancelAllOrders",
                            object(all.latch() ? Map.of("mode", "latch") : Map.of()));
            case Ask.Pause pause -> post("/session/pauseOrders", ofGame(pause.game()));
            case Ask.Resume resume ->
                    post("/session/resumeOrders", said(ofGame(resume.game()), resume.epoch()));
            case Ask.ReleaseLatch _ -> post("/session/releaseLatch", object(Map.of()));
            case Ask.Beat beat -> post("/user/ordersHeartbeat", beat("timeout", beat));
            case Ask.OpenOrders _ -> new Request("GET", "/user/getUnmatched", null);
            case Ask.PausedOrders _ -> new Request("GET", "/session/pausedOrders", null);
            case Ask.MatchedBets _ -> new Request("GET", "/user/getMatchedBets", null);
            case Ask.Start start -> starting(start);
            case Ask.Suspend suspend ->
                    post("/admin/games/" + suspend.game() + "/suspend", object(Map.of()));
            case Ask.Open open -> post("/admin/games/" + open.game() + "/open", object(Map.of()));
            case Ask.TrialBalance _ -> new Request("GET", "/admin/trialBalance", null);
        };
    }

    private static Request post(String path, ObjectNode body) {
        return new Request("POST", path, body);
    }

    private static Request starting(Ask.Start start) {
        Instant soon = Instant.now().plusMillis(start.inMillis());
        return new Request(
                "PATCH", "/admin/games/" + start.game(), object(Map.of("start", soon.toString())));
    }

    static ObjectNode object(Map<String, String> fields) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        fields.forEach(object::put);
        return object;
    }

    static ObjectNode list(String name, List<String> texts) {
        ObjectNode object = object(Map.of());
        ArrayNode array = object.putArray(name);
        texts.forEach(array::add);
        return object;
    }

    static ObjectNode placing(Ask.Place place) {
        ObjectNode object = object(Map.of());
        ArrayNode array = object.putArray("orders");
        place.bets().forEach(bet -> array.add(order(bet)));
        return said(object, place.epoch());
    }

    private static ObjectNode order(Bet bet) {
        ObjectNode order =
                object(Map.of("gameID", bet.game(), "type", bet.type(), "side", bet.side()));
        if (bet.market() != null) {
            order.put("market", bet.market());
        }
        if (bet.number() != null) {
            order.put("number", bet.number());
        }
        return order.put("odds", bet.odds())
                .put("bet", dollars(bet.stake()))
                .put("orderType", bet.kind().wire())
                .put("userReference", bet.reference());
    }

    private static ObjectNode editing(Ask.Edit edit) {
        Bet bet = edit.bet();
        ObjectNode object =
                object(Map.of("sessionID", edit.order(), "userReference", bet.reference()))
                        .put("orderOdds", bet.odds())
                        .put("orderVolume", dollars(bet.stake()))
                        .put("orderType", bet.kind().wire());
        return said(object, edit.epoch());
    }

    private static BigDecimal dollars(long micros) {
        return BigDecimal.valueOf(micros, 6);
    }

    private static ObjectNode said(ObjectNode object, long epoch) {
        return epoch == Ask.NO_EPOCH ? object : object.put("epoch", epoch);
    }

    static ObjectNode ofGame(Ask.CancelGame game) {
        ObjectNode object = ofGame(game.game());
        if (game.type() != null) {
            object.put("type", game.type());
        }
        if (game.side() != null) {
            object.put("side", game.side());
        }
        return object;
    }

    private static ObjectNode ofGame(@Nullable String game) {
        return object(game == null ? Map.of() : Map.of("gameID", game));
    }

    /** With its seconds under this name. */
    static ObjectNode beat(String name, Ask.Beat beat) {
        ObjectNode object = object(Map.of()).put(name, BigDecimal.valueOf(beat.millis(), 3));
        return beat.millis() == 0 ? object.put("off", true) : object;
    }
}
