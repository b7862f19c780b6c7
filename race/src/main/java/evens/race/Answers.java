package evens.race;

import evens.client.RawResponse;
import evens.race.seen.Answer;
import evens.race.seen.Answer.Ended;
import evens.race.seen.Answer.Placed;
import evens.race.seen.Ask;
import java.util.List;
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
                yield placing(answer, Entries.list(results, Entries::placed));
            }
            case Ask.Resume _ ->
                    placing(
                            answer,
                            Entries.list(data.required("createdSessions"), Entries::placed));
            case Ask.Edit _ -> {
                Answer edited = answer.ending(List.of(Entries.ended(data.required("cancelled"))));
                yield data.has("unmatched")
                        ? placing(edited, List.of(Entries.placed(data)))
                        : edited;
            }
            case Ask.Cancel _ ->
                    answer.ending(
                            data.isArray()
                                    ? Entries.list(data, Entries::ended)
                                    : List.of(Entries.ended(data)));
            case Ask.CancelList _,
                    Ask.CancelReferences _,
                    Ask.CancelGame _,
                    Ask.CancelAll _,
                    Ask.Pause _ ->
                    answer.ending(Entries.list(data, Entries::ended));
            case Ask.OpenOrders _ ->
                    answer.showing(Entries.list(data.required("unmatched"), Entries::row));
            case Ask.PausedOrders _ ->
                    answer.showing(Entries.list(data.required("paused"), Entries::row));
            case Ask.MatchedBets _ ->
                    answer.matching(Entries.list(data.required("matchedBets"), Entries::half));
            case Ask.TrialBalance _ -> answer.summing(data.required("sum").asString());
            case Ask.CancelLeague _, Ask.ReleaseLatch _, Ask.Beat _, Ask.Operating _ -> answer;
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
}
