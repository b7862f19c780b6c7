package evens.race;

import evens.race.seen.Answer.Ended;
import evens.race.seen.Answer.Fill;
import evens.race.seen.Answer.Half;
import evens.race.seen.Answer.Placed;
import evens.race.seen.Answer.Row;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads what lists in answers are made of; requests and sockets spell some of it differently. */
final class Entries {
    private Entries() {}

    static Placed placed(JsonNode json) {
        List<Fill> fills = list(json.path("matched"), Entries::fill);
        JsonNode offer = json.path("unmatched");
        String wager = text(offer, "wagerRequestID");
        if (wager == null && !fills.isEmpty()) {
            wager = fills.getFirst().wager();
        }
        String order = text(offer, "orderID");
        return new Placed(
                text(json, "error"),
                order == null ? text(json, "orderID") : order,
                wager,
                micros(offer, "offered"),
                fills);
    }

    private static Fill fill(JsonNode json) {
        return new Fill(
                json.required("txID").asString(),
                json.required("wagerRequestID").asString(),
                json.required("orderID").asString(),
                micros(json, "amount"),
                micros(json, "winWithoutCommission"));
    }

    static Ended ended(JsonNode json) {
        String order = text(json, "orderID");
        String reason = text(json, "reason");
        boolean success = json.required("success").booleanValue();
        return new Ended(
                order == null ? text(json, "sessionID") : order,
                success,
                json.path("paused").asBoolean(false),
                micros(json, "filled"),
                micros(json, "remaining"),
                reason == null && !success ? text(json, "description") : reason);
    }

    static Row row(JsonNode json) {
        return new Row(
                json.required("id").asString(),
                json.required("wagerRequestID").asString(),
                micros(json, "bet"),
                micros(json, "filled"),
                micros(json, "remaining"));
    }

    static Half half(JsonNode json) {
        StringBuilder backed = new StringBuilder();
        for (String key : List.of("participantID", "OU", "side")) {
            String text = text(json, key);
            backed.append(text == null ? "" : text);
        }
        return new Half(
                json.required("txID").asString(),
                json.required("id").asString(),
                json.required("wagerRequestID").asString(),
                json.required("origin").asString().equals("offer"),
                json.required("game").required("id").asString(),
                json.required("type").asString(),
                backed.toString(),
                micros(json, "bet"));
    }

    /** 0 if it is not there. */
    private static long micros(JsonNode json, String field) {
        JsonNode value = json.path(field);
        BigDecimal dollars = value.isNumber() ? value.decimalValue() : BigDecimal.ZERO;
        return dollars.movePointRight(6).longValueExact();
    }

    private static @Nullable String text(JsonNode json, String field) {
        JsonNode value = json.path(field);
        return value.isString() ? value.asString() : null;
    }

    static <T> List<T> list(JsonNode array, Function<JsonNode, T> element) {
        List<T> all = new ArrayList<>();
        array.forEach(each -> all.add(element.apply(each)));
        return all;
    }
}
