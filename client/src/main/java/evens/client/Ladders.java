package evens.client;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** Reads books of every shape: each offer in them says itself what a taker would back. */
final class Ladders {
    private static final List<String> LISTS =
            List.of(
                    "awayMoneylines",
                    "homeMoneylines",
                    "awaySpreads",
                    "homeSpreads",
                    "over",
                    "under",
                    "homeMoneylines1x2",
                    "awayMoneylines1x2",
                    "draw1x2");

    private Ladders() {}

    /** The ladders of a game that is written flat, or nested by number or answer; no empty ones. */
    static Map<Pick, List<LadderOffer>> of(JsonNode game) {
        Map<Pick, List<LadderOffer>> ladders = new LinkedHashMap<>();
        for (String list : LISTS) {
            JsonNode offers = game.path(list);
            if (offers.isObject()) {
                offers.forEach(each -> read(each, ladders));
            } else {
                read(offers, ladders);
            }
        }
        ladders.replaceAll((_, offers) -> List.copyOf(offers));
        return ladders;
    }

    private static void read(JsonNode offers, Map<Pick, List<LadderOffer>> ladders) {
        for (JsonNode offer : offers) {
            ladders.computeIfAbsent(pick(offer), _ -> new ArrayList<>()).add(LadderOffer.of(offer));
        }
    }

    /** What is backed, of an offer, a frame, or a row of a list; numbers without zeros behind. */
    static Pick pick(JsonNode json) {
        String type = Json.text(json, "type");
        return switch (type) {
            case "moneyline" -> Pick.moneyline(Json.text(json, "participantID"));
            case "spread" -> Pick.spread(Json.text(json, "participantID"), number(json, "spread"));
            case "total" ->
                    Pick.total(
                            Objects.requireNonNullElseGet(
                                    Json.textOrNull(json, "OU"), () -> Json.text(json, "side")),
                            number(json, "total"));
            case "moneyline1x2" ->
                    Pick.threeWay(Json.text(json, "side"), Json.text(json, "market"));
            default -> throw new IllegalArgumentException("unknown type of market: " + type);
        };
    }

    private static BigDecimal number(JsonNode json, String field) {
        return Json.shortest(Json.decimal(json, field));
    }
}
