package evens.race;

import evens.client.RawResponse;
import evens.race.seen.Answer;
import evens.race.seen.Answer.Ended;
import evens.race.seen.Answer.Fill;
import evens.race.seen.Answer.Half;
import evens.race.seen.Answer.Placed;
import evens.race.seen.Answer.Row;
import evens.race.seen.Ask;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads answers, of requests and of sockets. */
final class Answers {
    private static final String SYSTEM = "system_error";
    private static final List<String> DEFECTS =
            List.of(
                    "Failed to process",
                    "internal error",
                    "not found",
                    "Not your order",
                    "does not belong",
                    "unknown");

    private Answers() {}

    static Answer of(Ask ask, RawResponse response) {
        long sequence = response.headers().firstValueAsLong("X-Exchange-Sequence").orElse(0);
        long epoch = response.headers().firstValueAsLong("X-Account-Epoch").orElse(Ask.NO_EPOCH);
        int status = response.status();
        if (status != 200) {
            boolean mayBe = status == 409 || (status == 400 && ask instanceof Ask.Edit);
            return refused(ask, sequence, epoch, status + " " + response.body(), !mayBe);
        }
        return read(ask, response.json().required("data"), Answer.at(sequence, epoch));
    }

    static Answer of(Ask ask, JsonNode answer) {
        long sequence = answer.path("sequence").asLong(0);
        long epoch = answer.path("epoch").asLong(Ask.NO_EPOCH);
        if (answer.has("error")) {
            boolean defect = answer.path("error_type").asString("").equals(SYSTEM);
            return refused(ask, sequence, epoch, answer.required("error").asString(), defect);
        }
        return read(ask, answer.required("data"), Answer.at(sequence, epoch));
    }

    private static Answer refused(
            Ask ask, long sequence, long epoch, String error, boolean defect) {
        boolean strange = DEFECTS.stream().anyMatch(error::contains);
        Answer answer = Answer.refused(sequence, epoch, error, defect || strange);
        return ask instanceof Ask.Cancel cancel && !answer.defect()
                ? answer.ending(List.of(new Ended(cancel.order(), false, false, 0, 0, error)))
                : answer;
    }

    private static Answer read(Ask ask, JsonNode data, Answer answer) {
        return switch (ask) {
            case Ask.Place _ -> {
                JsonNode results = data.isArray() ? data : data.required("createdSessions");
                yield placing(answer, list(results, Answers::placed));
            }
            case Ask.Resume _ ->
                    placing(answer, list(data.required("createdSessions"), Answers::placed));
            case Ask.Edit _ -> {
                Answer edited = answer.ending(List.of(ended(data.required("cancelled"))));
                yield data.has("unmatched") ? placing(edited, List.of(placed(data))) : edited;
            }
            case Ask.Cancel _ ->
                    answer.ending(
                            data.isArray() ? list(data, Answers::ended) : List.of(ended(data)));
            case Ask.CancelList _,
                    Ask.CancelReferences _,
                    Ask.CancelGame _,
                    Ask.CancelAll _,
                    Ask.Pause _ ->
                    answer.ending(list(data, Answers::ended));
            case Ask.OpenOrders _ -> answer.showing(list(data.required("unmatched"), Answers::row));
            case Ask.PausedOrders _ ->
                    answer.showing(list(data.required("pausedOrders"), Answers::row));
            case Ask.MatchedBets _ ->
                    answer.matching(list(data.required("matchedBets"), Answers::half));
            case Ask.TrialBalance _ -> answer.summing(data.required("sum").asString());
            case Ask.CancelLeague _,
                    Ask.ReleaseLatch _,
                    Ask.Beat _,
                    Ask.Start _,
                    Ask.Suspend _,
                    Ask.Open _ ->
                    answer;
        };
    }

    private static Answer placing(Answer answer, List<Placed> results) {
        boolean strange =
                results.stream()
                        .map(Placed::error)
                        .anyMatch(error ->
                                error != null && DEFECTS.stream().anyMatch(error::contains));
        Answer told = answer.placing(results);
        return strange ? told.asDefect() : told;
    }

    private static Placed placed(JsonNode json) {
        List<Fill> fills = list(json.path("matched"), Answers::fill);
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

    private static Ended ended(JsonNode json) {
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

    private static Row row(JsonNode json) {
        return new Row(
                json.required("id").asString(),
                json.required("wagerRequestID").asString(),
                micros(json, "bet"),
                micros(json, "filled"),
                micros(json, "remaining"));
    }

    private static Half half(JsonNode json) {
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

    private static <T> List<T> list(JsonNode array, Function<JsonNode, T> element) {
        List<T> all = new ArrayList<>();
        array.forEach(each -> all.add(element.apply(each)));
        return all;
    }
}
